import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiExtraModels, ApiProduces, ApiQuery, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { fields, type FieldsClass, nullable } from '../../../fields/field';
import { amount, currency, listOf, text, wholeNumber } from '../../../fields/kinds';
import { type FilterDescription } from '../../../read-models/lists/list';
import { type AnyList, describeQuery, type QueryDescription } from '../requests/query-description';
import { DEFAULT_LIMIT, FORMATS, MAX_LIMIT, ORDERS } from '../requests/query-parameters';
import { TABLE_MEDIA_TYPES } from './list-as-table';
import { columnsOf } from './table-columns';

export interface ReadsOptions {
  /** A class whose fields are what else the address takes. */
  readonly filters?: FieldsClass;
  /** Whether the address also answers what was true at `effectiveAt`. */
  readonly effectiveAt?: boolean;
  /** Whether it is asked with words, as `q`. */
  readonly searched?: boolean;
  /** Whether it can be had as a table; its controller then says so to `answered`. */
  readonly table?: boolean;
}

const READING = ['after', 'asOf', 'connectionId'] as const;

/** A query of one thing: what it answers, and which parameters it takes. Its controller takes `@Reading()`. */
export function Reads(
  answer: FieldsClass,
  { filters, effectiveAt = false, searched = false, table = false }: ReadsOptions = {},
): MethodDecorator {
  const described = Object.entries(filters?.fields ?? {}).map(([name, field]) => [name, { field, repeated: false }]);
  return applyDecorators(
    takes({
      takes: [
        ...READING,
        ...(effectiveAt ? ['effectiveAt'] : []),
        ...(searched ? ['q'] : []),
        ...(table ? ['format'] : []),
      ],
      filters: Object.fromEntries(described) as Readonly<Record<string, FilterDescription>>,
      list: null,
    }),
    ...(table ? [ApiProduces(...TABLE_MEDIA_TYPES)] : []),
    ApiResponse({ status: 200, type: answer }),
  );
}

/**
 * A query of a list, as JSON page by page, or as CSV or a workbook at once. Its controller takes `@ListRequest()` and returns
 * `this.views.list(…)`.
 */
export function ListOf(list: AnyList): MethodDecorator {
  // A list that can not be a table is a mistake that is better met at start than by whoever asks for it.
  columnsOf(list.item);
  return applyDecorators(
    takes({
      takes: [...parametersOf(list), 'limit', 'cursor', 'order', 'format', ...(list.sorts.length > 0 ? ['sort'] : [])],
      filters: list.filters,
      list,
    }),
    ApiExtraModels(list.item),
    ApiProduces(...TABLE_MEDIA_TYPES),
    ApiResponse({
      status: 200,
      schema: {
        type: 'object',
        required: ['items', 'nextCursor', 'prevCursor'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(list.item) } },
          nextCursor: { type: 'string', nullable: true },
          prevCursor: { type: 'string', nullable: true },
        },
      },
    }),
  );
}

/** A file made of all items that a filter of a list wants, in its order. Its controller takes `@ListRequest()`. */
export function FileOf(list: AnyList, mediaType: string): MethodDecorator {
  return applyDecorators(
    takes({
      takes: [...parametersOf(list), 'order', ...(list.sorts.length > 0 ? ['sort'] : [])],
      filters: list.filters,
      list,
    }),
    ApiProduces(mediaType),
    ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } }),
  );
}

export class CurrencySum extends fields({
  currency: currency(),
  amount: amount({ min: Number.MIN_SAFE_INTEGER }),
}) {}

export class SummaryGroup extends fields({
  key: nullable(text({ description: 'The value that is grouped by; null where there is none.' })),
  count: wholeNumber({ min: 0 }),
  currency: nullable(currency()),
  amount: nullable(amount({ min: Number.MIN_SAFE_INTEGER })),
}) {}

export class ListSummary extends fields({
  count: wholeNumber({ min: 0 }),
  sums: listOf(CurrencySum, { description: 'One for each currency; none for a list without amounts.' }),
  groups: listOf(SummaryGroup, { description: 'One for each value and currency of what is grouped by.' }),
}) {}

/** How many items of a list a filter wants, and their sums. Its controller takes `@ListRequest()` and returns `this.views.summary(…)`. */
export function SummaryOf(list: AnyList): MethodDecorator {
  return applyDecorators(
    takes({
      takes: [...parametersOf(list), ...(list.groups.length > 0 ? ['groupBy'] : [])],
      filters: list.filters,
      list,
    }),
    ApiResponse({ status: 200, type: ListSummary }),
  );
}

function parametersOf({ effective, searchable }: AnyList): readonly string[] {
  return [...READING, ...(effective ? ['effectiveAt'] : []), ...(searchable ? ['q'] : [])];
}

/** A command: its status and what it answers, and what instead with another status (`position` is added by itself). */
export function Answers(
  status: number,
  answer?: FieldsClass,
  { or = {} }: { readonly or?: Readonly<Record<number, FieldsClass>> } = {},
): MethodDecorator {
  const position = { type: 'object', required: ['position'], properties: { position: { type: 'string' } } };
  const withPosition = (of: FieldsClass | undefined) =>
    of === undefined ? position : { allOf: [{ $ref: getSchemaPath(of) }, position] };
  const others = Object.entries(or);
  return applyDecorators(
    HttpCode(status),
    status === 204 ? ApiResponse({ status }) : ApiResponse({ status, schema: withPosition(answer) }),
    ...others.map(([other, of]) => ApiResponse({ status: Number(other), schema: withPosition(of) })),
    ApiExtraModels(...others.map(([, of]) => of), ...(answer === undefined ? [] : [answer])),
  );
}

function takes(description: QueryDescription): MethodDecorator {
  const { takes: names, filters } = description;
  return applyDecorators(
    (_target, _key, descriptor) => {
      if (typeof descriptor.value === 'function') describeQuery(descriptor.value, description);
    },
    ...names.map((name) => ApiQuery({ name, required: false, ...documentationOf(name, description) })),
    ...Object.entries(filters).map(([name, filter]) => ApiQuery({ name, required: false, ...filterSchema(filter) })),
  );
}

function filterSchema({ field, repeated }: FilterDescription) {
  const { schema, description } = field;
  const explained = description === undefined ? {} : { description };
  return repeated ? { ...explained, schema: { type: 'array', items: schema } } : { ...explained, schema };
}

const TIME = 'a time such as 2026-03-31T12:00:00Z';
const DAY =
  'A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names.';

function documentationOf(name: string, { list }: QueryDescription) {
  const { sorts = [], groups = [] } = list ?? {};
  switch (name) {
    case 'after':
      return { schema: { type: 'string' }, description: 'Wait for this position, 2 s at most.' };
    case 'asOf':
      return { schema: { type: 'string' }, description: `As recorded: ${TIME}, or a position. ${DAY}` };
    case 'effectiveAt':
      return { schema: { type: 'string' }, description: `As true then: ${TIME}. ${DAY}` };
    case 'q':
      return { schema: { type: 'string' }, description: 'Words, each a part of a name or reference, or an id.' };
    case 'limit':
      return { schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT } };
    case 'cursor':
      return { schema: { type: 'string' }, description: 'The nextCursor or prevCursor of another page.' };
    case 'order':
      return {
        schema: { type: 'string', enum: [...ORDERS], default: 'asc' },
        description: 'Oldest or lowest first, or last.',
      };
    case 'sort':
      return { schema: { type: 'string', enum: [...sorts] }, description: 'By the order of the log when left out.' };
    case 'format':
      return {
        schema: { type: 'string', enum: [...FORMATS] },
        description: 'All of it as a file, whatever Accept says.',
      };
    case 'groupBy':
      return { schema: { type: 'string', enum: [...groups] } };
    default:
      return { schema: { type: 'string' } };
  }
}
