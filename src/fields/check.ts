import { type Field, type Fields, type FieldsClass } from './field';
import { isObject } from './is-object';

/** One field that is not right. `field` is a path such as `lines.0.amount`; the message never repeats the value. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface Checked<T> {
  /** Of use only when there are no errors. */
  readonly value: T;
  readonly errors: readonly FieldError[];
}

/** An answer names no more than these: whoever sends a thousand mistakes learns nothing from the last nine hundred. */
const MAX_ERRORS = 100;
const MAX_UNKNOWN = 20;
const LONGEST_NAME = 100;

/** Reads an object by the fields of a class: what was left out is absent, every other name is an error. */
export function checkFields<T extends object>(of: FieldsClass<T>, value: Record<string, unknown>): Checked<T> {
  const errors: FieldError[] = [];
  // What is read has the fields of the class, unless there are errors.
  const read = readObject(of, value, '', errors) as T;
  return { value: read, errors: errors.slice(0, MAX_ERRORS) };
}

function readObject(
  { fields }: FieldsClass,
  value: Record<string, unknown>,
  path: string,
  errors: FieldError[],
): Record<string, unknown> {
  errors.push(...unknownFields(fields, value, path, errors));
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (errors.length >= MAX_ERRORS) break;
    const one = readField(field, value[name], path + name, errors);
    if (one !== undefined) read[name] = one;
  }
  return read;
}

function unknownFields(
  fields: Fields,
  value: Record<string, unknown>,
  path: string,
  known: readonly FieldError[],
): readonly FieldError[] {
  const room = MAX_UNKNOWN - known.filter(({ code }) => code === 'unknown_field').length;
  const names = room > 0 ? Object.keys(value).filter((name) => !Object.hasOwn(fields, name)) : [];
  return names.slice(0, room).map((name) => {
    return { field: path + name.slice(0, LONGEST_NAME), code: 'unknown_field', message: 'is not known here' };
  });
}

function readField(field: Field, value: unknown, path: string, errors: FieldError[]): unknown {
  if (value === null && field.nullable === true) return null;
  if (value === undefined || value === null) {
    if (field.optional !== true) errors.push({ field: path, code: 'required', message: 'is missing' });
    return undefined;
  }
  const read = field.read(value);
  if (read === undefined) errors.push({ field: path, code: field.code, message: field.message });
  return field.of === undefined ? read : readNested(field.of, read, path, errors);
}

function readNested(of: FieldsClass, value: unknown, path: string, errors: FieldError[]): unknown {
  if (errors.length >= MAX_ERRORS) return undefined;
  if (Array.isArray(value)) return value.map((one, index) => readNested(of, one, `${path}.${index}`, errors));
  return isObject(value) ? readObject(of, value, `${path}.`, errors) : value;
}
