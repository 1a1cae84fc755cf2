import { isDate } from '../../../domain/shared/calendar';
import { cleanText } from '../../../domain/shared/clean-text';
import { type ColumnKind } from '../../../application/ports/table-files';
import { asBeforeFormulaSafety } from '../formula-safe';
import { type NumberFormat } from './number-formats';
import { amountOf, dayOf, type Fault, textOfNumber, timeOf } from './shown-values';

/** Of any cell, as Excel has it. */
export const LONGEST_CELL = 32_767;
/** Of a number as a workbook keeps it. */
export const LONGEST_NUMBER = 64;

/** A cell as its file has it: a text that is clean and not blank, a number with the format that it is shown in, or what is wrong with it. */
export type RawCell = string | { readonly number: string; readonly format: NumberFormat | null } | Fault;

/** What a cell says: its text (of an amount the decimal number, of a day `YYYY-MM-DD`), and the currency that it is shown in, if any. */
export interface CellText {
  readonly text: string;
  readonly currencies?: readonly string[];
}

/** An e-mail address is the longest thing that a column here is made for. */
const LONGEST: Readonly<Record<ColumnKind, number>> = { text: 320, currency: 64, amount: 64, day: 64, time: 64 };

/** Reads a cell as what its column holds. Text stands for itself; of a number, its format decides what a person sees. */
export function readCell(cell: RawCell, kind: ColumnKind): CellText | Fault {
  if (typeof cell === 'string') {
    return cell.length > LONGEST[kind]
      ? { fault: `is longer than ${LONGEST[kind]} characters` }
      : { text: kind === 'time' && isDate(cell) ? `${cell}T00:00:00.000Z` : cell.normalize('NFC') };
  }
  if ('fault' in cell) return cell;
  switch (kind) {
    case 'amount':
      return amountOf(cell.number, cell.format);
    case 'day':
      return dayOf(cell.number, cell.format);
    case 'time':
      return timeOf(cell.number, cell.format);
    case 'text':
    case 'currency':
      return textOfNumber(cell.number, cell.format);
  }
}

/** A text of a file as a cell; null for a blank one. */
export function textCell(text: string): RawCell | null {
  if (text === '') return null;
  if (text.length > LONGEST_CELL) return { fault: `is longer than ${LONGEST_CELL} characters` };
  const clean = cleanText(asBeforeFormulaSafety(text)).trim();
  return clean === '' ? null : clean;
}
