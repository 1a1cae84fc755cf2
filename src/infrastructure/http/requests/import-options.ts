import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiQuery } from '@nestjs/swagger';
import { type ListFile, type TableReading } from '../../../application/ports/table-files';
import { type FieldError } from '../../../fields/check';
import { type RefusalCode } from '../../../domain/shared/refusal-code';
import { Refuses } from '../answers/operation';
import { invalid } from '../errors/problem';
import { readFlag } from './flag-parameter';
import { TakesTable } from './upload';
import { isObject } from '../../../fields/is-object';

/** How a table that was sent is to be read. */
export interface ImportOptions {
  /** Only say what would happen. */
  readonly dryRun: boolean;
  readonly reading: TableReading;
  /** Null = the only connection there is. */
  readonly connectionId: string | null;
}

/** A column of which the address may say once what stands in it for the whole file. */
export interface GivenColumn {
  readonly name: string;
  readonly description: string;
  /** What is wrong with a value, or null. */
  readonly check: (value: string) => Omit<FieldError, 'field'> | null;
}

/** What can be wrong with a table, whatever is to be read from it. */
const OF_A_TABLE = [
  'broken_line',
  'duplicate_column',
  'hidden_column',
  'macros',
  'merged_cells',
  'missing_column',
  'no_lines',
  'not_a_table',
  'not_utf8',
  'password_protected',
  'table_too_large',
  'table_too_slow',
  'unknown_column',
  'upload_broken_off',
  'wrong_lines',
] as const satisfies readonly RefusalCode[];

const LONGEST_NAME = 320;
const MAX_NAMES = 100;

/** What is said of an import beside the table itself. */
export interface ImportForm {
  readonly given?: readonly GivenColumn[];
  /** Lists of this service that it takes as they are. */
  readonly lists?: readonly ListFile[];
}

/** The method takes a table, with all of `readImportOptions` in its address: its `@Query()` goes through that. */
export function ImportsTable({ given = [] }: ImportForm = {}): MethodDecorator {
  const file = { type: 'string', format: 'binary' };
  return applyDecorators(
    TakesTable(),
    Refuses(...OF_A_TABLE),
    ApiConsumes('text/csv', 'multipart/form-data'),
    ApiBody({ schema: { type: 'object', properties: { file } } }),
    ApiQuery({ name: 'dryRun', required: false, type: Boolean, description: 'Only say what would happen.' }),
    ApiQuery({
      name: 'mapping',
      required: false,
      type: String,
      description:
        'JSON: how the file calls its columns, by their names here, for example {"amount": "Outstanding"}; null for a column of the file that is not to be read: {"Phone": null}.',
    }),
    ApiQuery({
      name: 'ignore',
      required: false,
      type: String,
      isArray: true,
      description: 'Columns of the file that are not to be read, one or with commas between them.',
    }),
    ApiQuery({ name: 'connectionId', required: false, type: String, description: 'Where there are several.' }),
    ...given.map(({ name, description }) => ApiQuery({ name, required: false, type: String, description })),
  );
}

/** Throws 422 that names every parameter that is not right. */
export function readImportOptions(query: unknown, { given = [], lists = [] }: ImportForm = {}): ImportOptions {
  const parameters = isObject(query) ? query : {};
  const { mapping, ignore, connectionId } = parameters;
  const errors: FieldError[] = [];
  const dryRun = readFlag(parameters, 'dryRun', errors);
  const columns = mapping === undefined ? { mapping: {}, ignored: [] } : readMapping(mapping);
  if (columns === null) {
    errors.push({ field: 'mapping', code: 'not_a_mapping', message: 'must be a JSON object of column names' });
  }
  const ignored = readNames(ignore);
  if (ignored === null) errors.push({ field: 'ignore', code: 'invalid', message: 'must be names of columns' });
  if (connectionId !== undefined && (typeof connectionId !== 'string' || !/^[\w-]{1,100}$/.test(connectionId))) {
    errors.push({ field: 'connectionId', code: 'invalid', message: 'must be the id of a connection' });
  }
  const values = readGiven(parameters, given, errors);
  if (errors.length > 0 || columns === null || ignored === null) throw invalid(errors);
  return {
    dryRun,
    reading: { mapping: columns.mapping, ignored: [...columns.ignored, ...ignored], given: values, lists },
    connectionId: typeof connectionId === 'string' ? connectionId : null,
  };
}

function readMapping(text: unknown): Pick<TableReading, 'mapping' | 'ignored'> | null {
  const mapping = typeof text === 'string' ? parsed(text) : null;
  if (!isObject(mapping)) return null;
  const entries = Object.entries(mapping);
  const called = entries.filter((entry): entry is [string, string] => isName(entry[1]));
  const ignored = entries.filter(([name, value]) => value === null && isName(name)).map(([name]) => name);
  const isWhole = called.length + ignored.length === entries.length && entries.length <= MAX_NAMES;
  return isWhole ? { mapping: Object.fromEntries(called), ignored } : null;
}

/** Repeated, or with commas between them; a name that has a comma itself is meant too. */
function readNames(value: unknown): readonly string[] | null {
  if (value === undefined) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = values.flatMap((one) => (typeof one === 'string' ? [one, ...one.split(',')] : [null]));
  const asked = names.filter((name) => name === null || name.trim() !== '');
  return asked.every(isName) && asked.length <= MAX_NAMES ? asked.map((name) => name.trim()) : null;
}

function readGiven(
  query: Readonly<Record<string, unknown>>,
  given: readonly GivenColumn[],
  errors: FieldError[],
): TableReading['given'] {
  const values: Record<string, string> = {};
  for (const { name, check } of given) {
    const value = query[name];
    if (value === undefined) continue;
    const wrong = typeof value === 'string' ? check(value) : { code: 'invalid', message: 'must be given once' };
    if (wrong !== null) errors.push({ field: name, ...wrong });
    else if (typeof value === 'string') values[name] = value;
  }
  return values;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_NAME;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
