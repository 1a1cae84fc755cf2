import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Position } from '../../../application/ports/event-store';
import { checkFields, type FieldError } from '../../../fields/check';
import { type Field, fields, type FieldsClass } from '../../../fields/field';
import { isObject } from '../../../fields/is-object';
import { invalid } from '../errors/problem';
import { decodeCursor } from './cursor';
import { parseInstant } from '../../../fields/instant';
import { readDescription } from './read-description';

/** As it was recorded at a position, or at a time. */
export type AsOf = { readonly position: Position } | { readonly time: string };

/** What every query may be asked with. Absent = as it is now. `Filters` is the class that the address declares. */
export interface Reading<Filters = unknown> {
  /** Wait until this position is seen, 2 s at most. */
  readonly after?: Position;
  readonly asOf?: AsOf;
  /** What was true then, ISO 8601 UTC; only where the address declares it. */
  readonly effectiveAt?: string;
  readonly connectionId?: string;
  readonly filters: Filters;
}

export interface ListQuery<Filters = unknown> extends Reading<Filters> {
  /** 1 to 500. */
  readonly limit: number;
  /** The `next` of the page before; absent for the first page. */
  readonly cursor?: string;
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 500;

/** Parameters that no filter is named like. */
const RESERVED = ['after', 'asOf', 'effectiveAt', 'limit', 'cursor', 'connectionId'] as const;
type Reserved = (typeof RESERVED)[number];

/** Parameter of a controller behind `@Reads`. */
export const Reading = createParamDecorator((_: unknown, context: ExecutionContext): Reading => readingOf(context));

/** Parameter of a controller behind `@ListOf`. */
export const ListQuery = createParamDecorator((_: unknown, context: ExecutionContext): ListQuery => readingOf(context));

function readingOf(context: ExecutionContext): ListQuery {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { filters, effectiveAt } = readDescription(context.getHandler());
  return parseReading(isObject(request.query) ? request.query : {}, {
    list: request.routeOptions.url ?? '',
    takesEffectiveAt: effectiveAt,
    filters,
  });
}

export interface ReadingRules {
  /** The list's address, to which its cursors belong. */
  readonly list: string;
  readonly takesEffectiveAt: boolean;
  /** Null = the address has no filters. */
  readonly filters: FieldsClass | null;
}

/** Reads all parameters of an address, or throws 422 that names every one that is not right. */
export function parseReading(query: Readonly<Record<string, unknown>>, rules: ReadingRules): ListQuery {
  const errors: FieldError[] = [];
  const take = <T>(name: Reserved, parse: (text: string) => T | null, message: string): T | undefined => {
    const value = query[name];
    if (value === undefined) return undefined;
    const parsed = typeof value === 'string' ? parse(value) : null;
    if (parsed === null) errors.push({ field: name, code: 'invalid', message });
    return parsed ?? undefined;
  };
  const parsed = {
    after: take('after', parsePosition, 'must be a position that a command answered'),
    asOf: take('asOf', parseAsOf, 'must be a position or a time such as 2026-03-31T12:00:00Z'),
    effectiveAt: rules.takesEffectiveAt
      ? take('effectiveAt', parseInstant, 'must be a time such as 2026-03-31T12:00:00Z')
      : take('effectiveAt', nothing, 'is not known here: ask the ledger, receipts, timeline or one payment'),
    connectionId: take('connectionId', parseId, 'must be the id of a connection'),
    limit: take('limit', parseLimit, `must be a whole number from 1 to ${MAX_LIMIT}`) ?? DEFAULT_LIMIT,
    cursor: take('cursor', (text) => decodeCursor(rules.list, text), 'must be the nextCursor of a page of this list'),
  };
  const filters = readFilters(query, rules.filters ?? NoFilters, errors);
  if (errors.length > 0) throw invalid(errors);
  return { ...present(parsed), limit: parsed.limit, filters };
}

function readFilters(query: Readonly<Record<string, unknown>>, filters: FieldsClass, errors: FieldError[]): object {
  const reserved: readonly string[] = RESERVED;
  const given = Object.entries(query)
    .filter(([name]) => !reserved.includes(name))
    .map(([name, value]): [string, unknown] => [name, fromText(filters.fields[name], value)]);
  const checked = checkFields(filters, Object.fromEntries(given));
  errors.push(...checked.errors.map((error) => (error.code === 'unknown_field' ? unknownFilter(error) : error)));
  return checked.value;
}

class NoFilters extends fields({}) {}

function unknownFilter({ field }: FieldError): FieldError {
  return { field, code: 'unknown_filter', message: 'is not a filter of this address' };
}

/** An address has only text: numbers and booleans are read from it. What can not be read stays, and is refused by the field's check. */
function fromText(field: Field | undefined, value: unknown): unknown {
  switch (field?.kind) {
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'number':
    case 'amount':
      return typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
    default:
      return value;
  }
}

function parsePosition(text: string): Position | null {
  return /^[A-Za-z0-9]{1,32}\.\d{1,19}$/.test(text) ? text : null;
}

function parseAsOf(text: string): AsOf | null {
  if (text.includes('-')) {
    const time = parseInstant(text);
    return time === null ? null : { time };
  }
  const position = parsePosition(text);
  return position === null ? null : { position };
}

function nothing(): string | null {
  return null;
}

function parseLimit(text: string): number | null {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= MAX_LIMIT ? limit : null;
}

function parseId(text: string): string | null {
  return /^[\w-]{1,100}$/.test(text) ? text : null;
}

type Present<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

function present<T extends object>(values: T): Present<T> {
  // Only entries with a value are left, which is what the type says.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
