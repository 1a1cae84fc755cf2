import { type OpenAPIObject } from '@nestjs/swagger';
import { isObject } from '../../src/fields/is-object';

type Node = Readonly<Record<string, unknown>>;

export interface AnswerSeen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Holds answers against the description of their address: each status, code, media type and field must stand in it. */
export class DescribedAnswers {
  private readonly addresses: readonly { readonly pattern: RegExp; readonly methods: Node }[];

  constructor(private readonly document: OpenAPIObject) {
    this.addresses = Object.entries(document.paths)
      .sort(([a], [b]) => parameters(a) - parameters(b))
      .map(([path, methods]) => ({ pattern: patternOf(path), methods: methods as unknown as Node }));
  }

  /** Throws when something of the answer is not described. An address that does not exist is described nowhere. */
  require(method: string, path: string, answer: AnswerSeen): void {
    const operation = this.operationOf(method, path);
    if (operation === null) return;
    const faults = this.faultsOf(operation, answer);
    if (faults.length === 0) return;
    throw new Error(
      `${method} ${path} answered what its description does not have:\n${faults.join('\n')}\n${answer.status} ${answer.text.slice(0, 500)}`,
    );
  }

  private operationOf(method: string, path: string): Node | null {
    const address = path.split('?', 1)[0] ?? '';
    const found = this.addresses.find(({ pattern }) => pattern.test(address));
    return nodeIn(found?.methods, method.toLowerCase());
  }

  private faultsOf(operation: Node, { status, headers, text }: AnswerSeen): readonly string[] {
    // The controllers of a test's own say nothing of themselves.
    if (operation['summary'] === undefined) return [];
    const response = this.deref(nodeIn(nodeIn(operation, 'responses') ?? undefined, String(status)));
    if (response === null) return [`the status ${status}`];
    const described = nodeIn(response, 'headers') ?? {};
    const missing = NAMED_HEADERS.filter((name) => headers.has(name) && !(name in described));
    const content = nodeIn(response, 'content');
    const mediaType = headers.get('content-type')?.split(';', 1)[0] ?? null;
    const faults = missing.map((name) => `the header ${name}`);
    if (content === null) return text === '' ? faults : [...faults, 'a body'];
    const media = mediaType === null ? null : nodeIn(content, mediaType);
    if (media === null) return [...faults, `the media type ${String(mediaType)}`];
    if (mediaType?.endsWith('json') !== true) return faults;
    return [...faults, ...this.faultsIn(nodeIn(media, 'schema') ?? {}, JSON.parse(text), 'body')];
  }

  private faultsIn(schema: Node, value: unknown, place: string): readonly string[] {
    const parts = this.partsOf(schema);
    if (value === null && parts.some((part) => part['nullable'] === true)) return [];
    const faults = parts.flatMap((part) => this.faultsOfPart(part, value, place));
    return [...faults, ...undescribed(parts, value, place)];
  }

  private faultsOfPart(part: Node, value: unknown, place: string): readonly string[] {
    const choices = (part['oneOf'] ?? part['anyOf']) as readonly Node[] | undefined;
    if (choices !== undefined) {
      return choices.some((one) => this.faultsIn(one, value, place).length === 0)
        ? []
        : [`${place}: none of its choices`];
    }
    const allowed = part['enum'];
    if (Array.isArray(allowed) && !allowed.includes(value)) return [`${place}: ${JSON.stringify(value)}`];
    const type = part['type'];
    if (typeof type === 'string' && !isOfType(type, value)) return [`${place}: not of type ${type}`];
    if (typeof value === 'string') return textFaults(part, value, place);
    if (typeof value === 'number') return numberFaults(part, value, place);
    if (Array.isArray(value)) {
      const items = nodeIn(part, 'items');
      return items === null ? [] : value.flatMap((one, index) => this.faultsIn(items, one, `${place}.${index}`));
    }
    return isObject(value) ? this.objectFaults(part, value, place) : [];
  }

  private objectFaults(part: Node, value: Node, place: string): readonly string[] {
    const required = (part['required'] ?? []) as readonly string[];
    const missing = required.filter((name) => !(name in value)).map((name) => `${place}.${name}: missing`);
    const properties = Object.entries(nodeIn(part, 'properties') ?? {});
    const wrong = properties.flatMap(([name, property]) =>
      name in value ? this.faultsIn(property as Node, value[name], `${place}.${name}`) : [],
    );
    return [...missing, ...wrong];
  }

  /** A schema, and those that it is all of. */
  private partsOf(schema: Node): readonly Node[] {
    const own = this.deref(schema) ?? {};
    const all = (own['allOf'] ?? []) as readonly Node[];
    return [own, ...all.flatMap((one) => this.partsOf(one))];
  }

  private deref(node: Node | null): Node | null {
    const reference = node?.['$ref'];
    if (typeof reference !== 'string') return node;
    const path = reference.slice(2).split('/');
    return path.reduce<Node | null>(
      (found, name) => nodeIn(found ?? undefined, name),
      this.document as unknown as Node,
    );
  }
}

const NAMED_HEADERS = [
  'x-position',
  'x-after-reached',
  'idempotency-replayed',
  'retry-after',
  'x-request-id',
  'x-time-zone',
];

function undescribed(parts: readonly Node[], value: unknown, place: string): readonly string[] {
  const isOpen = parts.some((part) => part['additionalProperties'] !== undefined || part['oneOf'] !== undefined);
  if (!isObject(value) || isOpen) return [];
  const known = parts.flatMap((part) => Object.keys(nodeIn(part, 'properties') ?? {}));
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => `${place}.${name}: not described`);
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
};

function textFaults(part: Node, value: string, place: string): readonly string[] {
  const { minLength = 0, maxLength = Infinity, pattern, format } = part;
  if (value.length < Number(minLength) || value.length > Number(maxLength))
    return [`${place}: ${value.length} characters`];
  if (typeof pattern === 'string' && !new RegExp(pattern).test(value)) return [`${place}: not as its pattern`];
  const form = typeof format === 'string' ? FORMATS[format] : undefined;
  return form?.test(value) === false ? [`${place}: no ${String(format)}`] : [];
}

function numberFaults(
  { minimum = -Infinity, maximum = Infinity }: Node,
  value: number,
  place: string,
): readonly string[] {
  return value < Number(minimum) || value > Number(maximum) ? [`${place}: ${value} is out of bounds`] : [];
}

function nodeIn(node: Node | undefined, name: string): Node | null {
  const found = node?.[name];
  return isObject(found) ? found : null;
}

function parameters(path: string): number {
  return path.split('{').length;
}

function patternOf(path: string): RegExp {
  const escaped = path.split(/\{\w+\}/).map((part) => part.replace(/[.]/g, '\\.'));
  return new RegExp(`^${escaped.join('[^/]+')}$`);
}
