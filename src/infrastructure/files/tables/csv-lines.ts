import { isUtf8 } from 'node:buffer';
import { UnreadableTable } from '../../../application/ports/table-files';
import { type RawCell, textCell } from './cells';
import { type RawLine } from './columns';
import { BrokenCsv, csvRecords } from './csv-records';

const SEPARATORS = [',', ';', '\t'] as const;
/** Of the text, in bytes: what stands between cells shows in the first line. */
const BEGINNING = 256 * 1024;
/** As many lines as a sheet of Excel has, blank ones included. */
const MAX_LINES = 1_048_576;

/**
 * The lines of a CSV file that have something in them (RFC 4180; UTF-8, or UTF-16 with its mark), with commas, semicolons, tabs or what its first line says between the
 * cells.
 */
export function* csvLines(content: Buffer): Generator<RawLine> {
  const text = inUtf8(content);
  refuseEndless(text);
  const { separator, begin } = beginningOf(text);
  try {
    let line = 0;
    for (const { cells } of csvRecords(text.subarray(begin), separator)) {
      line += 1;
      const found = cellsOf(cells);
      if (found !== null) yield { line, cells: found };
    }
  } catch (error) {
    throw error instanceof BrokenCsv ? unreadable(error) : error;
  }
}

/** Null for a blank line. */
function cellsOf(texts: readonly string[]): RawLine['cells'] | null {
  let cells: Map<number, RawCell> | null = null;
  for (let index = 0; index < texts.length; index += 1) {
    const cell = textCell(texts[index] ?? '');
    if (cell !== null) (cells ??= new Map()).set(index, cell);
  }
  return cells;
}

/** Without its byte order mark. */
function inUtf8(content: Buffer): Buffer {
  const mark = content.subarray(0, 3).toString('hex');
  if (mark.startsWith('fffe')) return fromUtf16(content, 'utf-16le');
  if (mark.startsWith('feff')) return fromUtf16(content, 'utf-16be');
  if (content.includes(0)) {
    throw new UnreadableTable('not_a_table', 'The file is neither CSV nor an Excel workbook (.xlsx).');
  }
  if (!isUtf8(content)) throw wrongEncoding('The file is not in UTF-8.');
  return mark === 'efbbbf' ? content.subarray(3) : content;
}

function fromUtf16(content: Buffer, encoding: 'utf-16le' | 'utf-16be'): Buffer {
  try {
    const text = Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(content), 'utf8');
    if (!text.includes(0)) return text;
  } catch {
    // It only began like UTF-16.
  }
  throw wrongEncoding('The file begins like UTF-16 and is not.');
}

function wrongEncoding(what: string): UnreadableTable {
  return new UnreadableTable('not_utf8', `${what} Save it as "CSV UTF-8", or as an Excel workbook (.xlsx).`);
}

/** Counted before anything is read: ten million blank lines are ten million lines. */
function refuseEndless(text: Buffer): void {
  let lines = 0;
  for (const breakOf of [0x0a, 0x0d]) {
    let count = 0;
    for (let at = text.indexOf(breakOf); at !== -1 && count <= MAX_LINES; at = text.indexOf(breakOf, at + 1))
      count += 1;
    lines = Math.max(lines, count);
  }
  if (lines <= MAX_LINES) return;
  throw new UnreadableTable('too_many_lines', `The file has more than ${MAX_LINES} lines, blank ones included.`);
}

/** What stands between the cells, and where the table begins: behind a first line such as `sep=;`, which Excel does not show either. */
function beginningOf(text: Buffer): { readonly separator: string; readonly begin: number } {
  const [said, separator] = /^sep=([,;|\t])(?:\r\n|\n|\r|$)/i.exec(text.toString('latin1', 0, 16)) ?? [];
  if (said !== undefined && separator !== undefined) return { separator, begin: said.length };
  return { separator: separatorOf(text.toString('utf8', 0, BEGINNING)), begin: 0 };
}

/** The one that the first line with something in it has most of, outside of quotation marks. */
function separatorOf(beginning: string): string {
  const counts = new Map<string, number>();
  let isQuoted = false;
  let isBlank = true;
  for (const character of beginning) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) isBlank = false;
    else if (character === '\n' || character === '\r') {
      if (!isBlank) break;
      counts.clear();
    } else if ((SEPARATORS as readonly string[]).includes(character)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    } else if (character.trim() !== '') isBlank = false;
  }
  const count = (separator: string) => counts.get(separator) ?? 0;
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function unreadable({ message, textLine }: BrokenCsv): UnreadableTable {
  return new UnreadableTable('broken_line', `${message} (line ${textLine} of the text).`, textLine);
}
