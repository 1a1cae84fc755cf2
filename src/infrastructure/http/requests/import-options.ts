import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiQuery } from '@nestjs/swagger';
import { type FieldError } from '../../../fields/check';
import { invalid } from '../errors/problem';
import { TakesTable } from './upload';
import { isObject } from '../../../fields/is-object';

/** How a table that was sent is to be read. */
export interface ImportOptions {
  /** Only say what would happen. */
  readonly dryRun: boolean;
  /** How the file calls its columns, by the names here. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Null = the only connection there is. */
  readonly connectionId: string | null;
}

/** The method takes a table, with `dryRun`, `mapping` and `connectionId` in its address: its `@Query()` goes through `readImportOptions`. */
export function ImportsTable(): MethodDecorator {
  const file = { type: 'string', format: 'binary' };
  return applyDecorators(
    TakesTable(),
    ApiConsumes('text/csv', 'multipart/form-data'),
    ApiBody({ schema: { type: 'object', properties: { file } } }),
    ApiQuery({ name: 'dryRun', required: false, type: Boolean, description: 'Only say what would happen.' }),
    ApiQuery({
      name: 'mapping',
      required: false,
      type: String,
      description: 'JSON: how the file calls its columns, by their names here, for example {"amount": "Outstanding"}.',
    }),
    ApiQuery({ name: 'connectionId', required: false, type: String, description: 'Where there are several.' }),
  );
}

/** Throws 422 that names every parameter that is not right. */
export function readImportOptions(query: unknown): ImportOptions {
  const { dryRun, mapping, connectionId } = isObject(query) ? query : {};
  const errors: FieldError[] = [];
  const isDryRun = dryRun === 'true';
  if (dryRun !== undefined && !isDryRun && dryRun !== 'false') {
    errors.push({ field: 'dryRun', code: 'not_true_or_false', message: 'must be true or false' });
  }
  const columns = mapping === undefined ? {} : readMapping(mapping);
  if (columns === null) {
    errors.push({ field: 'mapping', code: 'not_a_mapping', message: 'must be a JSON object of column names' });
  }
  if (connectionId !== undefined && (typeof connectionId !== 'string' || !/^[\w-]{1,100}$/.test(connectionId))) {
    errors.push({ field: 'connectionId', code: 'invalid', message: 'must be the id of a connection' });
  }
  if (errors.length > 0 || columns === null) throw invalid(errors);
  return { dryRun: isDryRun, mapping: columns, connectionId: typeof connectionId === 'string' ? connectionId : null };
}

function readMapping(text: unknown): Readonly<Record<string, string>> | null {
  if (typeof text !== 'string') return null;
  try {
    const mapping: unknown = JSON.parse(text);
    return isObject(mapping) && Object.values(mapping).every((name) => typeof name === 'string')
      ? (mapping as Readonly<Record<string, string>>) // every value was just seen to be text
      : null;
  } catch {
    return null;
  }
}
