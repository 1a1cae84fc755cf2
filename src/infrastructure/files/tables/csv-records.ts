/** A record of a CSV file, and the line of its text that it begins on, from 1. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly textLine: number;
}

/** The text is not CSV. */
export class BrokenCsv extends Error {
  constructor(
    message: string,
    readonly textLine: number,
  ) {
    super(message);
    this.name = 'BrokenCsv';
  }
}

/** Of one record, in bytes, so that a quotation mark that is never closed does not swallow the file. */
const LONGEST_RECORD = 256 * 1024;
const [QUOTE, CR, LF] = [0x22, 0x0d, 0x0a];

/** The records of a CSV text in UTF-8 (RFC 4180, with line breaks of any kind), one at a time; blank lines are records with one blank cell. */
export function* csvRecords(text: Buffer, separator: string): Generator<CsvRecord> {
  let textLine = 1;
  for (let begin = 0; begin < text.length;) {
    const { end, breaks, isOpen } = recordEnd(text, begin, textLine);
    const record = text.toString('utf8', begin, end);
    yield { cells: cellsOf(record, separator, textLine, isOpen), textLine };
    textLine += breaks;
    begin = end + breakLength(text, end);
  }
}

/** A record goes on over line breaks while a quotation mark is open. */
function recordEnd(text: Buffer, begin: number, textLine: number) {
  let isOpen = false;
  let breaks = 1;
  for (let at = begin; at < text.length; at += 1) {
    if (at - begin > LONGEST_RECORD)
      throw new BrokenCsv('A line is too long; is a quotation mark not closed?', textLine);
    const byte = text[at];
    if (byte === QUOTE) isOpen = !isOpen;
    else if (byte === LF || byte === CR) {
      if (!isOpen) return { end: at, breaks, isOpen };
      if (byte === LF || text[at + 1] !== LF) breaks += 1;
    }
  }
  return { end: text.length, breaks, isOpen };
}

function breakLength(text: Buffer, at: number): number {
  return text[at] === CR && text[at + 1] === LF ? 2 : 1;
}

function cellsOf(record: string, separator: string, textLine: number, isOpen: boolean): readonly string[] {
  if (!record.includes('"')) return record.split(separator);
  const cells: string[] = [];
  for (let at = 0; at <= record.length;) {
    const { cell, end } = record[at] === '"' ? quotedCell(record, at) : bareCell(record, at, separator);
    if (isOpen && end >= record.length) throw new BrokenCsv('A quotation mark is opened and never closed', textLine);
    if (cell === null || (end < record.length && record[end] !== separator)) {
      throw new BrokenCsv('A quotation mark within a cell must be doubled', textLine);
    }
    cells.push(cell);
    at = end + 1;
  }
  return cells;
}

/** Null for one that has a quotation mark in it. */
function bareCell(record: string, begin: number, separator: string) {
  const found = record.indexOf(separator, begin);
  const end = found === -1 ? record.length : found;
  const cell = record.slice(begin, end);
  return { cell: cell.includes('"') ? null : cell, end };
}

function quotedCell(record: string, begin: number) {
  let end = record.indexOf('"', begin + 1);
  while (end !== -1 && record[end + 1] === '"') end = record.indexOf('"', end + 2);
  if (end === -1) return { cell: '', end: record.length };
  return { cell: record.slice(begin + 1, end).replaceAll('""', '"'), end: end + 1 };
}
