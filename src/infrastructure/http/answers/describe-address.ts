import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiQuery, ApiResponse, getSchemaPath, ApiExtraModels } from '@nestjs/swagger';
import { type FieldsClass } from '../../../fields/field';
import { LIST_MEDIA_TYPES } from './list-as-table';
import { describeRead } from '../requests/read-description';
import { DEFAULT_LIMIT, MAX_LIMIT } from '../requests/query-parameters';

export interface ReadsOptions {
  /** A class whose fields are the filters (or the parameters that the address needs). */
  readonly filters?: FieldsClass;
  /** Whether the address also answers what was true at `effectiveAt`. */
  readonly effectiveAt?: boolean;
}

/** A query of one thing: what it answers, and which parameters it takes. Its controller takes `@Reading()`. */
export function Reads(answer: FieldsClass, options: ReadsOptions = {}): MethodDecorator {
  return applyDecorators(describes(answer, options), ApiResponse({ status: 200, type: answer }));
}

/** A query of a list of items, as JSON page by page, or as CSV or a workbook at once. Its controller takes `@ListQuery()` and returns `listed(…)`. */
export function ListOf(item: FieldsClass, options: ReadsOptions = {}): MethodDecorator {
  return applyDecorators(
    describes(item, options),
    ApiExtraModels(item),
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
    }),
    ApiQuery({ name: 'cursor', required: false, type: String, description: 'The nextCursor of the page before.' }),
    ApiProduces(...LIST_MEDIA_TYPES),
    ApiResponse({
      status: 200,
      schema: {
        type: 'object',
        required: ['items', 'nextCursor'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(item) } },
          nextCursor: { type: 'string', nullable: true },
        },
      },
    }),
  );
}

/** A command: its status and what it answers (`position` is added by itself). */
export function Answers(status: number, answer?: FieldsClass): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'POST only: the same key and body get the first answer.',
    }),
    ApiResponse({
      status,
      schema: {
        allOf: [
          ...(answer === undefined ? [] : [{ $ref: getSchemaPath(answer) }]),
          { type: 'object', required: ['position'], properties: { position: { type: 'string' } } },
        ],
      },
    }),
    ...(answer === undefined ? [] : [ApiExtraModels(answer)]),
  );
}

function describes(answer: FieldsClass, { filters, effectiveAt = false }: ReadsOptions): MethodDecorator {
  const time = 'A time such as 2026-03-31T12:00:00Z';
  return applyDecorators(
    describeMethod(answer, filters ?? null, effectiveAt),
    ApiQuery({ name: 'after', required: false, type: String, description: 'Wait for this position, 2 s at most.' }),
    ApiQuery({ name: 'asOf', required: false, type: String, description: `As recorded: ${time}, or a position.` }),
    ...(effectiveAt
      ? [ApiQuery({ name: 'effectiveAt', required: false, type: String, description: `As true then: ${time}.` })]
      : []),
    ApiQuery({ name: 'connectionId', required: false, type: String }),
    ...(filters === undefined
      ? []
      : Object.keys(filters.fields).map((name) => ApiQuery({ name, required: false, type: String }))),
  );
}

function describeMethod(answer: FieldsClass, filters: FieldsClass | null, effectiveAt: boolean): MethodDecorator {
  return (_target, _key, descriptor) => {
    if (typeof descriptor.value === 'function') describeRead(descriptor.value, { answer, filters, effectiveAt });
  };
}
