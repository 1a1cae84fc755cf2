import { majorUnits } from '../../../domain/shared/decimal-amount';
import { isObject } from '../../../fields/is-object';
import { withoutFormula } from '../../files/formula-safe';
import { type CellValue } from '../../files/workbooks/write-workbook';
import { type Column, type TableColumns } from './table-columns';

/**
 * The rows of an item: one, or one for each of its parts. What is said of the item stands in each of them, but its amounts in the first only,
 * so that a column adds up to what it says.
 */
export function rowsOf(item: unknown, { parts, columns }: TableColumns): readonly (readonly CellValue[])[] {
  const listed = parts === null ? [] : valueAt(item, [parts]);
  const all = Array.isArray(listed) && listed.length > 0 ? (listed as readonly unknown[]) : [undefined];
  return all.map((part, index) =>
    columns.map((column) => {
      const isShown = column.isOfPart || column.kind !== 'amount' || index === 0;
      return isShown ? cellOf(valueAt(column.isOfPart ? part : item, column.path), column) : null;
    }),
  );
}

/** The same for CSV, which has nothing but text: one that a spreadsheet would run is made harmless. */
export function textsOf(item: unknown, table: TableColumns): readonly (readonly string[])[] {
  return rowsOf(item, table).map((row) =>
    row.map((value, index) => {
      return table.columns[index]?.kind === 'text' ? withoutFormula(String(value ?? '')) : String(value ?? '');
    }),
  );
}

function valueAt(within: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), within);
}

function cellOf(value: unknown, { kind, heading }: Column): CellValue {
  if (value === undefined || value === null) return null;
  if (kind === 'amount' && typeof value === 'number') return majorUnits(value);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.join(', ');
  throw new Error(`There is no cell for what stands under ${heading}.`);
}
