import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Body, Controller, Post } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { fields } from '../../src/fields/field';
import { createDocument } from '../../src/infrastructure/http/docs/documentation';
import { isObject } from '../../src/fields/is-object';
import { openApiDocument } from '../support/openapi';

interface Operation {
  readonly name: string;
  readonly path: string;
  readonly method: string;
  readonly operationId?: string;
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: object }[];
  readonly responses: Readonly<Record<string, Response>>;
}

interface Response {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
}

type Document = Awaited<ReturnType<typeof openApiDocument>>;

let document: Document;
let operations: readonly Operation[];

beforeAll(async () => {
  document = await openApiDocument();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Omit<Operation, 'name' | 'path' | 'method'>>>).map(
      ([method, operation]) => ({ ...operation, name: `${method.toUpperCase()} ${path}`, path, method }),
    ),
  );
});

/** The names of the operations of which something does not hold; empty when all is well. */
const withoutRule = (holds: (operation: Operation) => boolean) =>
  operations.filter((operation) => !holds(operation)).map(({ name }) => name);

const responsesOf = ({ responses }: Operation) =>
  Object.entries(responses).map(([status, response]) => ({ status: Number(status), ...found(response) }));

/** The response itself, where it is described once for several operations. */
function found(response: Response & { readonly $ref?: string }): Response {
  const name = response.$ref?.split('/').at(-1);
  return name === undefined ? response : (document.components?.responses?.[name] as Response);
}

it('passes the linter, its advice included', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lintFromString({ source: JSON.stringify(document), config });
  expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

it('names every operation: @Operation on its method', () => {
  expect(operations.length).toBeGreaterThan(90);
  expect(withoutRule(({ operationId, summary }) => /^[a-z][A-Za-z]+$/.test(operationId ?? '') && !!summary)).toEqual(
    [],
  );
  const ids = operations.map(({ operationId }) => operationId);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

it('describes every error as problem+json with its codes', () => {
  const isDescribed = ({ content = {} }: Response) => {
    const { 'application/problem+json': problem, ...others } = content;
    return Object.keys(others).length === 0 && codesIn(problem?.schema).length > 0;
  };
  expect(
    withoutRule((operation) =>
      responsesOf(operation)
        .filter(({ status }) => status >= 400)
        .every(isDescribed),
    ),
  ).toEqual([]);
  expect(withoutRule(({ responses }) => '503' in responses && '500' in responses)).toEqual([]);
});

it('describes every answer as it is served', () => {
  const isServed = ({ status, content = {} }: Response & { readonly status: number }) => {
    const types = Object.entries(content);
    if (status === 204) return types.length === 0;
    return types.length > 0 && types.every(([type, { schema }]) => isObject(schema) && isShapeOf(type, schema));
  };
  expect(
    withoutRule((operation) =>
      responsesOf(operation)
        .filter(({ status }) => status < 300)
        .every(isServed),
    ),
  ).toEqual([]);
  const files = operations.flatMap(({ path, responses }) =>
    path.includes('.') ? [[path.split('.').at(-1), Object.keys(responses['200']?.content ?? {})]] : [],
  );
  expect(files).toEqual(
    expect.arrayContaining([
      ['csv', ['text/csv']],
      ['xlsx', ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']],
      ['pdf', ['application/pdf']],
    ]),
  );
});

it('names the headers of positions', () => {
  const named = ({ headers = {} }: Response, name: string) => name in headers;
  const all = operations.filter(({ path }) => path.startsWith('/api/'));
  const successes = all.flatMap((operation) =>
    responsesOf(operation)
      .filter(({ status }) => status < 300)
      .map((response) => ({ operation, response })),
  );
  expect(
    successes.filter(({ response }) => !named(response, 'x-position')).map(({ operation }) => operation.name),
  ).toEqual([]);
  const waits = ({ parameters = [] }: Operation) => parameters.some(({ name }) => name === 'after');
  expect(
    successes
      .filter(({ operation, response }) => waits(operation) !== named(response, 'x-after-reached'))
      .map(({ operation }) => operation.name),
  ).toEqual([]);
});

it('types every parameter, and enumerates what is chosen from a list', () => {
  const chosen = ['sort', 'order', 'format', 'groupBy', 'status'];
  const isTyped = ({ name, schema = {} }: { readonly name: string; readonly schema?: object }) =>
    'type' in schema && (!chosen.includes(name) || /"enum":\["/.test(JSON.stringify(schema)));
  expect(withoutRule(({ parameters = [] }) => parameters.every(isTyped))).toEqual([]);
});

it('enumerates every status and every message', () => {
  const open = Object.entries(document.components?.schemas ?? {}).flatMap(([schema, shape]) =>
    Object.entries('properties' in shape ? (shape.properties ?? {}) : {})
      .filter(([name, property]) => ['status', 'message'].includes(name) && !('enum' in property))
      .map(([name]) => `${schema}.${name}`),
  );
  expect(open.sort()).toEqual([
    // Sentences for people.
    'FieldError.message',
    // GoCardless's own, to which it may add.
    'FoundMandateFields.status',
    'LinkedLine.message',
    // A code, and behind it what the bank wrote.
    'PaymentItem.message',
    'Problem.status',
    'RefusedField.message',
    'ScheduledPaymentItem.message',
    'WorkErrorFields.message',
  ]);
});

it('has the version of the package, and none of the marks that it was made from', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  expect(document.info.version).toBe(version);
  expect(JSON.stringify(document)).not.toMatch(/"x-(problems|open|door|not-kept|asks-gocardless)"/);
});

it('takes a field that is a choice and has no type', async () => {
  class ChoiceBody extends fields({
    choice: {
      kind: 'text',
      schema: { oneOf: [{ type: 'integer' }, { type: 'string' }] },
      code: 'not_a_choice',
      message: 'must be a number or a text',
      read: (value: unknown) => value,
    },
  }) {}
  @Controller('api/choices')
  class ChoicesController {
    @Post()
    choose(@Body() body: ChoiceBody): ChoiceBody {
      return body;
    }
  }
  const module = await Test.createTestingModule({ controllers: [ChoicesController] }).compile();
  const { components } = createDocument(module.createNestApplication(new FastifyAdapter(), { logger: false }));
  expect(components?.schemas?.['ChoiceBody']).toEqual({
    type: 'object',
    properties: { choice: { oneOf: [{ type: 'integer' }, { type: 'string' }] } },
    required: ['choice'],
  });
});

function codesIn(schema: unknown): readonly string[] {
  const parts = isObject(schema) && Array.isArray(schema['allOf']) ? (schema['allOf'] as readonly unknown[]) : [];
  return parts.flatMap((part) => {
    const { properties } = part as { readonly properties?: { readonly code?: { readonly enum?: readonly string[] } } };
    return properties?.code?.enum ?? [];
  });
}

function isShapeOf(mediaType: string, schema: object): boolean {
  const isText = 'type' in schema && schema.type === 'string';
  return (mediaType === 'application/json') !== isText;
}
