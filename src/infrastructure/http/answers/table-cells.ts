import { withoutFormula } from '../../files/formula-safe';
import { type CellValue, type ColumnKind, type WorkbookColumn } from '../../files/workbooks/write-workbook';
import { type Field, type FieldsClass } from '../../../fields/field';
import { isObject } from '../../../fields/is-object';

/** A column of a table: its name is the path of the field, with dots. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: ColumnKind;
}

/** The columns of a class of items: a nested object's fields are columns of their own, a list is one column. */
export function columnsOf(item: FieldsClass): readonly Column[] {
  return columnsWithin(item, []);
}

function columnsWithin({ fields }: FieldsClass, parents: readonly string[]): readonly Column[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = [...parents, name];
    if (field.kind === 'object' && field.of !== undefined) return columnsWithin(field.of, path);
    return [{ name: path.join('.'), path, kind: kindOf(field) }];
  });
}

function kindOf({ kind }: Field): ColumnKind {
  switch (kind) {
    case 'number':
    case 'amount':
      return 'number';
    case 'boolean':
      return kind;
    case 'day':
      return 'date';
    default:
      return 'text';
  }
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = { text: 24, amount: 14, number: 14, date: 12, boolean: 10 };

export function workbookColumnsOf(columns: readonly Column[]): readonly WorkbookColumn[] {
  return columns.map(({ name, kind }) => ({ name, kind, width: Math.max(WIDTHS[kind], name.length + 2) }));
}

/** The values of an item. Amounts stay whole numbers of minor units; absent is null. */
export function valuesOf(item: unknown, columns: readonly Column[]): readonly CellValue[] {
  return columns.map(({ path }) =>
    valueOf(path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), item)),
  );
}

function valueOf(value: unknown): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(' ');
  return JSON.stringify(value);
}

/** The same values for CSV, which has nothing but text: one that a spreadsheet would run is made harmless. */
export function textsOf(item: unknown, columns: readonly Column[]): readonly string[] {
  return valuesOf(item, columns).map((value) =>
    typeof value === 'string' ? withoutFormula(value) : String(value ?? ''),
  );
}
