import { type FieldDescription, fieldsOf } from '../fields/field';
import { type FieldsClass, isObject } from '../requests/validation';

/** A column of a table: its name is the path of the field, with dots. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
}

/** The columns of a class of items: a nested object's fields are columns of their own, a list is one column. */
export function columnsOf(item: FieldsClass): readonly Column[] {
  return fieldsOf(item).flatMap((field) => columnsOfField(field, []));
}

function columnsOfField({ name, kind, nested }: FieldDescription, parents: readonly string[]): readonly Column[] {
  const path = [...parents, name];
  if (kind === 'object' && nested !== undefined)
    return fieldsOf(nested()).flatMap((field) => columnsOfField(field, path));
  return [{ name: path.join('.'), path }];
}

/** The cells of an item. Amounts stay whole numbers of minor units; absent and null are empty. */
export function cellsOf(item: unknown, columns: readonly Column[]): readonly string[] {
  return columns.map(({ path }) =>
    cell(path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), item)),
  );
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return withoutFormula(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return withoutFormula(value.join(' '));
  return withoutFormula(JSON.stringify(value));
}

/** Spreadsheets run what begins with one of these as a formula, wherever the text came from. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
