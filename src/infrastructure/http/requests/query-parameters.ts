import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Position } from '../../../application/ports/event-store';
import { cleanText } from '../../../domain/shared/clean-text';
import { isDate } from '../../../domain/shared/calendar';
import { type FieldError } from '../../../fields/check';
import { type Field } from '../../../fields/field';
import { parseInstant } from '../../../fields/instant';
import { isObject } from '../../../fields/is-object';
import { type FilterDescription, type FilterValues, type Order } from '../../../read-models/lists/list';
import { hasControlCharacter } from './clean-text';
import { invalid } from '../errors/problem';
import { decodeCursor } from './cursor';
import { queryDescription, type QueryDescription } from './query-description';

/** A time, ISO 8601 UTC, or the end of a day in the time zone of the connection. */
export type Moment = { readonly time: string } | { readonly day: string };

/** As it was recorded at a position, or at a moment. */
export type AsOf = { readonly position: Position } | Moment;

/** What every query may be asked with. Absent = as it is now. */
export interface Reading {
  /** Wait until this position is seen, 2 s at most. */
  readonly after?: Position;
  readonly asOf?: AsOf;
  /** What was true then; only where the address declares it. */
  readonly effectiveAt?: Moment;
  readonly connectionId?: string;
  /** The whole answer as a table; only where the address declares it. */
  readonly format?: Format;
  /** What is asked of each filter that the address declares. */
  readonly filters: FilterValues;
}

/** What a list may be asked with beside. */
export interface ListRequest extends Reading {
  /** 1 to 500. */
  readonly limit: number;
  /** The `next` or `previous` of another page; absent for the first page. */
  readonly cursor?: string;
  readonly order: Order;
  readonly sort?: string;
  readonly q?: string;
  readonly groupBy?: string;
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 500;
export const FORMATS = ['csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];
export const ORDERS = ['asc', 'desc'] as const satisfies readonly Order[];
const LONGEST_SEARCH = 100;
const MAX_WORDS = 5;
/** Values that one filter may be given. */
const MAX_VALUES = 100;

/** Parameters that no filter is named like. */
const RESERVED = [
  'after',
  'asOf',
  'effectiveAt',
  'connectionId',
  'limit',
  'cursor',
  'order',
  'sort',
  'q',
  'groupBy',
  'format',
] as const;
type Reserved = (typeof RESERVED)[number];

/** Parameter of a controller behind `@Reads`. */
export const Reading = createParamDecorator((_: unknown, context: ExecutionContext): Reading => requestOf(context));

/** Parameter of a controller behind `@ListOf` or `@SummaryOf`. */
export const ListRequest = createParamDecorator((_: unknown, context: ExecutionContext): ListRequest =>
  requestOf(context),
);

function requestOf(context: ExecutionContext): ListRequest {
  const { query, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
  return readParameters(isObject(query) ? query : {}, queryDescription(context.getHandler()), routeOptions.url ?? '');
}

/** Reads all parameters of an address, or throws 422 that names every one that is not right. `address`: whose cursors are taken. */
function readParameters(
  query: Readonly<Record<string, unknown>>,
  { takes, filters, list }: QueryDescription,
  address: string,
): ListRequest {
  const errors = controlCharactersIn(query);
  if (errors.length > 0) throw invalid(errors);
  const take = <T>(name: Reserved, parse: (text: string) => T | null, message: string): T | undefined => {
    const value = query[name];
    if (value === undefined) return undefined;
    const parsed = typeof value === 'string' && takes.includes(name) ? parse(value) : null;
    if (parsed === null) {
      errors.push({ field: name, code: 'invalid', message: takes.includes(name) ? message : NOT_KNOWN });
    }
    return parsed ?? undefined;
  };
  const chosen = (names: readonly string[]) => (text: string) => names.find((name) => name === text) ?? null;
  const oneOf = (names: readonly string[]) => `must be one of ${names.join(', ')}`;
  const { sorts = [], groups = [] } = list ?? {};
  const parsed = {
    after: take('after', parsePosition, 'must be a position that a command answered'),
    asOf: take(
      'asOf',
      parseAsOf,
      'must be a position, a day such as 2026-03-31, or a time such as 2026-03-31T12:00:00Z',
    ),
    effectiveAt: take(
      'effectiveAt',
      parseMoment,
      'must be a day such as 2026-03-31, or a time such as 2026-03-31T12:00:00Z',
    ),
    connectionId: take('connectionId', parseId, 'must be the id of a connection'),
    cursor: take('cursor', (text) => decodeCursor(address, text), 'must be the nextCursor of a page of this list'),
    sort: take('sort', chosen(sorts), oneOf(sorts)),
    q: take('q', parseSearch, `must be 1 to ${MAX_WORDS} words of ${LONGEST_SEARCH} characters in all`),
    groupBy: take('groupBy', chosen(groups), oneOf(groups)),
    format: take('format', (text) => FORMATS.find((one) => one === text) ?? null, oneOf(FORMATS)),
  };
  const limit = take('limit', parseLimit, `must be a whole number from 1 to ${MAX_LIMIT}`) ?? DEFAULT_LIMIT;
  const order = take('order', (text) => ORDERS.find((one) => one === text) ?? null, oneOf(ORDERS)) ?? 'asc';
  const values = readFilters(query, filters, errors);
  if (errors.length === 0) errors.push(...(list?.faultsOf?.(values) ?? []));
  if (errors.length > 0) throw invalid(errors);
  return { ...present(parsed), limit, order, filters: values };
}

/** PostgreSQL can not even look for a text with a NUL, and nobody means one. */
function controlCharactersIn(query: Readonly<Record<string, unknown>>): FieldError[] {
  const isOdd = (value: unknown) => typeof value === 'string' && hasControlCharacter(value);
  return Object.entries(query)
    .filter(([name, value]) => isOdd(name) || [value].flat().some(isOdd))
    .map(([name]) => {
      const field = cleanText(name).slice(0, LONGEST_NAME);
      return { field, code: 'invalid', message: 'must have no control characters' };
    });
}

const LONGEST_NAME = 100;
const NOT_KNOWN = 'is not known here';

function readFilters(
  query: Readonly<Record<string, unknown>>,
  filters: Readonly<Record<string, FilterDescription>>,
  errors: FieldError[],
): FilterValues {
  const reserved: readonly string[] = RESERVED;
  const given = Object.entries(query).filter(([name]) => !reserved.includes(name));
  return Object.fromEntries(
    given.map(([name, value]) => {
      const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
      if (filter === undefined) {
        errors.push({ field: name, code: 'unknown_filter', message: 'is not a filter of this address' });
        return [name, []];
      }
      return [name, readFilter(name, filter, [value].flat(), errors)];
    }),
  );
}

function readFilter(
  name: string,
  { field, repeated }: FilterDescription,
  given: readonly unknown[],
  errors: FieldError[],
): readonly unknown[] {
  const maximum = repeated ? MAX_VALUES : 1;
  if (given.length > maximum) {
    errors.push({
      field: name,
      code: 'too_many',
      message: `can be given ${maximum === 1 ? 'once' : `${maximum} times`}`,
    });
    return [];
  }
  const values = given.map((value) => field.read(fromText(field, value)));
  if (values.includes(undefined)) errors.push({ field: name, code: field.code, message: field.message });
  return values;
}

/** An address has only text: numbers and booleans are read from it. What can not be read stays, and is refused by the field's check. */
function fromText({ kind }: Field, value: unknown): unknown {
  switch (kind) {
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
  if (text.includes('-')) return parseMoment(text);
  const position = parsePosition(text);
  return position === null ? null : { position };
}

function parseMoment(text: string): Moment | null {
  if (isDate(text)) return { day: text };
  const time = parseInstant(text);
  return time === null ? null : { time };
}

function parseLimit(text: string): number | null {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= MAX_LIMIT ? limit : null;
}

function parseId(text: string): string | null {
  return /^[\w-]{1,100}$/.test(text) ? text : null;
}

function parseSearch(text: string): string | null {
  const words = text.length > LONGEST_SEARCH ? [] : text.split(/\s+/).filter((word) => word !== '');
  return words.length >= 1 && words.length <= MAX_WORDS ? words.join(' ') : null;
}

type Present<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

function present<T extends object>(values: T): Present<T> {
  // Only entries with a value are left, which is what the type says.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
