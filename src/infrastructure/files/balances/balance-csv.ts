import { type ExportedBatch } from '../../../application/ports/balance-files';
import { type ExportRow } from '../../../domain/balance-exports/events';
import { csvText } from '../csv-text';
import { withoutLeadingFormula } from '../formula-safe';
import { IMPORT_COLUMNS, importCells } from './import-columns';

/** GoCardless takes no more characters in a cell. */
const LONGEST_CELL = 100;

/** The file's first line, in UTF-8 without a byte order mark. */
export function csvHeader(): Buffer {
  return Buffer.from(csvText([IMPORT_COLUMNS.map(({ name }) => name)]), 'utf8');
}

/** The same rows give the same bytes, however they are divided. */
export function csvRows(batch: ExportedBatch, rows: readonly ExportRow[]): Buffer {
  return Buffer.from(csvText(rows.map((row) => importCells(batch, row).map(cellOf))), 'utf8');
}

function cellOf(text: string): string {
  return cut(withoutLeadingFormula(text));
}

/**
 * Nobody says how GoCardless counts characters: so neither code points nor UTF-16 units are more than it takes, and no character is cut in
 * half.
 */
function cut(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(LONGEST_CELL - 1)) ? LONGEST_CELL - 1 : LONGEST_CELL;
  return text.slice(0, end);
}
