import { STATUS_CODES } from 'node:http';
import { type OpenAPIObject } from '@nestjs/swagger';
import { type AnswerHints, HINTS, type OtherStatuses } from '../answers/operation';
import { PROBLEM_STATUS, type ProblemCode } from '../errors/problem-codes';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']>;
type Responses = Operation['responses'];
export type Response = Exclude<NonNullable<Responses[string]>, { $ref: string }>;
type Content = NonNullable<Response['content']>;

/** An operation as the controllers describe it. */
export interface DescribedOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation & AnswerHints;
}

const header = (name: string) => ({ $ref: `#/components/headers/${name}` });

/** Every header that an answer may name, under its name. */
export const ANSWER_HEADERS = {
  'x-position': {
    description: 'How far into the log the answer goes. Opaque: for `after` and `asOf` of another request.',
    schema: { type: 'string' },
  },
  'x-after-reached': {
    description: 'Whether that is as far as `after` asked for. Only when `after` was given.',
    schema: { type: 'string', enum: ['true', 'false'] },
  },
  'x-time-zone': {
    description: 'Where the day ends that was asked for. Only when `asOf` or `effectiveAt` was a day.',
    schema: { type: 'string' },
  },
  'x-request-id': { description: 'Finds the request in the service’s log.', schema: { type: 'string' } },
  'idempotency-replayed': {
    description: '`true` when this is the first answer to the same `Idempotency-Key`.',
    schema: { type: 'string', enum: ['true'] },
  },
  'retry-after': { description: 'In so many seconds.', schema: { type: 'string' } },
};

/**
 * The operation with everything that its kind answers: problems with their codes, headers, the parts of a command sent again.
 *
 * @param shared takes the responses that operations may have in common, by name
 */
export function completeOperation(described: DescribedOperation, shared: Record<string, Response>): Operation {
  const { operation } = described;
  const { 'x-problems': own, 'x-asks-gocardless': asks, 'x-open': open, 'x-not-kept': notKept } = operation;
  const isKept = described.method === 'post' && open === undefined && notKept === undefined;
  return {
    ...withoutHints(operation),
    ...(open === undefined || operation.security !== undefined ? {} : { security: [] }),
    parameters: [...(operation.parameters ?? []), ...(isKept ? [IDEMPOTENCY_KEY] : [])],
    responses: {
      ...successes(described, isKept),
      ...problems(shared, {
        ...usualProblems(described, isKept),
        ...(asks === undefined ? {} : statuses(OF_GOCARDLESS)),
        ...own,
      }),
    },
  };
}

function withoutHints(operation: Operation): Operation {
  const described = Object.entries(operation).filter(([name]) => !HINTS.some((hint) => hint === name));
  return { responses: {}, ...Object.fromEntries(described) };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and body again get the first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const;

const OF_EVERY_ANSWER: readonly ProblemCode[] = ['unexpected', 'log_damaged', 'store_unavailable'];
const OF_A_COMMAND: readonly ProblemCode[] = [
  'bad_request',
  'invalid_json',
  'unsupported_media_type',
  'too_large',
  'validation_failed',
  'concurrent_change',
  'read_model_behind',
];
const OF_GOCARDLESS: readonly ProblemCode[] = [
  'not_found_at_gocardless',
  'gocardless_access_refused',
  'gocardless_refused',
  'gocardless_unavailable',
];

function usualProblems({ path, method, operation }: DescribedOperation, isKept: boolean): OtherStatuses {
  if (operation['x-door'] === true) return statuses(OF_EVERY_ANSWER);
  const isQuery = method === 'get';
  const open = operation['x-open'] !== undefined;
  return statuses([
    ...OF_EVERY_ANSWER,
    ...(open ? [] : (['unauthorized', 'forbidden'] as const)),
    ...(isQuery ? (['read_model_behind'] as const) : (['cross_site', ...OF_A_COMMAND] as const)),
    ...(isQuery && path.startsWith('/api/') ? (['not_acceptable'] as const) : []),
    ...(path.includes('{') ? (['not_found'] as const) : []),
    ...(takesQuery(operation) ? (['validation_failed'] as const) : []),
    ...(takes(operation, 'asOf') ? (['zone_needed'] as const) : []),
    ...(isKept ? (['in_progress', 'idempotency_key_reused'] as const) : []),
  ]);
}

function takes({ parameters = [] }: Operation, name: string): boolean {
  return parameters.some((parameter) => 'name' in parameter && parameter.name === name);
}

function takesQuery({ parameters = [] }: Operation): boolean {
  return parameters.some((parameter) => 'in' in parameter && parameter.in === 'query');
}

function statuses(codes: readonly ProblemCode[]): OtherStatuses {
  return Object.fromEntries(codes.map((code) => [code, PROBLEM_STATUS[code]]));
}

/** One response for each status, with the codes that it may have. */
function problems(shared: Record<string, Response>, statuses: OtherStatuses): Responses {
  const byStatus = new Map<number, string[]>();
  for (const [code, status] of Object.entries(statuses)) byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  const responses: Responses = {};
  for (const [status, codes] of byStatus) {
    const response = problemResponse(status, codes.sort());
    const name = codes.length > MAX_NAMED ? null : `${codes.map(inPascalCase).join('Or')}${status}`;
    if (name !== null) shared[name] = response;
    responses[status] = name === null ? response : { $ref: `#/components/responses/${name}` };
  }
  return responses;
}

/** A response of no more codes has a name, `CrossSiteOrForbidden403`, and stands in the document once. */
const MAX_NAMED = 3;

function inPascalCase(code: string): string {
  return code
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function problemResponse(status: number, codes: readonly string[]): Response {
  const code = { type: 'string', enum: [...codes] };
  const mayWait = status === 503 || codes.includes('in_progress');
  return {
    description: STATUS_CODES[status] ?? 'Invalid token',
    headers: { 'x-request-id': header('x-request-id'), ...(mayWait ? { 'retry-after': header('retry-after') } : {}) },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', required: ['code'], properties: { code } },
          ],
        },
      },
    },
  };
}

function successes({ path, operation }: DescribedOperation, isKept: boolean): Responses {
  const names = [
    'x-request-id',
    ...(path.startsWith('/api/') || operation['x-door'] === true ? ['x-position'] : []),
    ...(takes(operation, 'after') ? ['x-after-reached'] : []),
    ...(takes(operation, 'asOf') ? ['x-time-zone'] : []),
    ...(isKept ? ['idempotency-replayed'] : []),
  ];
  const headers = Object.fromEntries(names.map((name) => [name, header(name)]));
  const answered = Object.entries(operation.responses).flatMap(([status, response]) =>
    response === undefined || '$ref' in response ? [] : [[status, response] as const],
  );
  return Object.fromEntries(
    answered.map(([status, response]) => {
      const description = response.description === '' ? (STATUS_CODES[status] ?? 'Done') : response.description;
      const content = response.content === undefined ? {} : { content: asServed(response.content) };
      return [status, { ...response, description, headers, ...content }];
    }),
  );
}

/** What is no JSON is text or bytes, whatever shape it stands for. */
function asServed(content: Content): Content {
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, described]) => {
      if (mediaType === 'application/json') return [mediaType, described];
      return [mediaType, { schema: { type: 'string', ...(mediaType === 'text/csv' ? {} : { format: 'binary' }) } }];
    }),
  );
}
