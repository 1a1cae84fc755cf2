import { DamagedArchive } from '../archive/read-archive';

/** As many as Excel has. */
const MAX_COLUMNS = 16_384;
const MAX_LINES = 1_048_576;

const PLACE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** `B7` → column 1, line 7. */
export function placeOf(reference: string): { readonly column: number; readonly line: number } {
  const [, letters, line] = PLACE.exec(reference) ?? [];
  if (letters === undefined || line === undefined) throw new DamagedArchive('no such cell');
  const column = Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column: inSheet(column, 0, MAX_COLUMNS - 1), line: lineOf(line) };
}

/** `7` → column 6. */
export function columnNumber(text: string): number {
  return inSheet(/^\d{1,5}$/.test(text) ? Number(text) - 1 : NaN, 0, MAX_COLUMNS - 1);
}

export function lineOf(text: string): number {
  return inSheet(/^\d{1,7}$/.test(text) ? Number(text) : NaN, 1, MAX_LINES);
}

function inSheet(number: number, from: number, to: number): number {
  if (!(number >= from && number <= to)) throw new DamagedArchive('no such cell');
  return number;
}
