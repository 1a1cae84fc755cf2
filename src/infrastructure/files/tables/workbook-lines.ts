import { UnreadableTable } from '../../../application/ports/table-files';
import { DamagedArchive, UnpackedTooLarge } from '../archive/read-archive';
import { type RawCell, type RawLine } from './columns';
import { dayOf, decimalText } from './number-formats';
import { readParts, TextRuns, type WorkbookParts } from './workbook-parts';
import { readXml } from './xml-events';

/** With more of them a table is laid out for the eye, and each would have to be looked at for each cell. */
const MAX_MERGED = 1000;

/** Cells that are shown as one; columns from 0, lines from 1, both ends included. */
interface Merged {
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly fromLine: number;
  readonly toLine: number;
}

/** The lines of the first sheet of an Excel workbook (.xlsx). */
export async function* workbookLines(content: Buffer): AsyncGenerator<RawLine> {
  try {
    const parts = await readParts(content);
    const merged = await readMerged(parts.sheet());
    for await (const line of sheetLines(parts)) yield withMergedFaults(line, merged);
  } catch (error) {
    if (error instanceof DamagedArchive) {
      throw new UnreadableTable('not_a_table', 'The workbook is damaged or was cut off. Save it again and send that.');
    }
    if (error instanceof UnpackedTooLarge) {
      throw new UnreadableTable('table_too_large', 'The workbook is larger than 100 MB when it is unpacked.');
    }
    throw error;
  }
}

/** They are told after the lines, so the sheet is looked through for them before. */
async function readMerged(sheet: AsyncIterable<Buffer>): Promise<readonly Merged[]> {
  const merged: Merged[] = [];
  let rest = '';
  for await (const piece of sheet) {
    const text = rest + piece.toString('latin1');
    for (const [, reference = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]*)"[^>]*>/g)) {
      merged.push(rangeOf(reference));
      if (merged.length > MAX_MERGED) {
        throw new UnreadableTable('merged_cells', `The sheet has more than ${MAX_MERGED} merged cells. Unmerge them.`);
      }
    }
    const open = text.lastIndexOf('<');
    rest = open === -1 ? '' : text.slice(Math.max(open, text.length - 1000));
    if (text.indexOf('>', open) !== -1) rest = '';
  }
  return merged;
}

function rangeOf(reference: string): Merged {
  const [from = '', to = from] = reference.split(':');
  const [first, last] = [placeOf(from), placeOf(to)];
  return { fromColumn: first.column, fromLine: first.line, toColumn: last.column, toLine: last.line };
}

function withMergedFaults(raw: RawLine, merged: readonly Merged[]): RawLine {
  const touching = merged.filter(({ fromLine, toLine }) => raw.line >= fromLine && raw.line <= toLine);
  if (touching.length === 0) return raw;
  const width = Math.min(1000, Math.max(raw.cells.length, ...touching.map(({ toColumn }) => toColumn + 1)));
  const cells = Array.from({ length: width }, (_, column): RawCell | undefined => {
    const isMerged = touching.some(({ fromColumn, toColumn }) => column >= fromColumn && column <= toColumn);
    return isMerged ? { fault: 'is merged with others: unmerge them and fill each by itself' } : raw.cells[column];
  });
  return { line: raw.line, cells };
}

async function* sheetLines(parts: WorkbookParts): AsyncGenerator<RawLine> {
  const lines: RawLine[] = [];
  const runs = new TextRuns();
  let line = 0;
  let cells: (RawCell | undefined)[] = [];
  let cell = { type: '', style: 0, value: '', isFormula: false };
  let inValue = false;
  let column = -1;
  yield* readXml(parts.sheet(), lines, {
    open(name, attributes) {
      runs.open(name);
      if (name === 'row') {
        line = attributes['r'] === undefined ? line + 1 : lineOf(attributes['r']);
        cells = [];
        column = -1;
      }
      if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : placeOf(attributes['r']).column;
        cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', isFormula: false };
      }
      if (name === 'f') cell.isFormula = true;
      if (name === 'v') inValue = true;
    },
    text(text) {
      if (inValue) cell.value += text;
      runs.text(text);
    },
    close(name) {
      runs.close(name);
      if (name === 'v') inValue = false;
      if (name === 'is') cell.value = runs.take();
      if (name === 'c') cells[column] = cellOf(cell, parts);
      if (name === 'row' && cells.length > 0) lines.push({ line, cells });
    },
  });
}

interface KeptCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly isFormula: boolean;
}

function cellOf({ type, style, value, isFormula }: KeptCell, parts: WorkbookParts): RawCell {
  if (isFormula) return { fault: 'is a formula: put its value there instead' };
  if (type === 'e') return { fault: 'holds an error value: correct it' };
  if (value === '') return '';
  switch (type) {
    case 's':
      return parts.sharedTexts[Number(value)] ?? { fault: 'can not be read' };
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'n':
      if (parts.isDateStyle(style)) return dayOf(value, parts.counts);
      return decimalText(value) ?? { fault: 'can not be read' };
    case 'd':
      return value.replace(/T00:00:00(\.0+)?$/, '');
    default:
      return value;
  }
}

const PLACE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** `B7` → column 1, line 7. */
function placeOf(reference: string): { readonly column: number; readonly line: number } {
  const [, letters, line] = PLACE.exec(reference) ?? [];
  if (letters === undefined || line === undefined) throw new DamagedArchive('no such cell');
  const column = Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, line: Number(line) };
}

function lineOf(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new DamagedArchive('no such line');
  return Number(text);
}
