import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { UnreadableTable } from '../../../application/ports/table-files';
import { type RawLine } from './columns';

const SEPARATORS = [',', ';', '\t'] as const;
/** Characters of one line, so that a quotation mark that is never closed does not swallow the file. */
const LONGEST_LINE = 256 * 1024;
const PIECE = 64 * 1024;

/** The lines of a CSV file (RFC 4180, UTF-8), with commas, semicolons or tabs between the cells. */
export async function* csvLines(content: Buffer): AsyncGenerator<RawLine> {
  requireText(content);
  const parser = Readable.from(pieces(content)).pipe(
    parse({
      bom: true,
      delimiter: separatorOf(content.toString('utf8', 0, LONGEST_LINE)),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: LONGEST_LINE,
    }),
  );
  try {
    let line = 0;
    // Without options that make objects of them, records are lists of texts.
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      line += 1;
      yield { line, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error;
  }
}

function requireText(content: Buffer): void {
  const mark = content.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') throw wrongEncoding('The file is in UTF-16.');
  if (content.includes(0)) {
    throw new UnreadableTable('not_a_table', 'The file is neither CSV nor an Excel workbook (.xlsx).');
  }
  if (!isUtf8(content)) throw wrongEncoding('The file is not in UTF-8.');
}

function wrongEncoding(what: string): UnreadableTable {
  return new UnreadableTable('not_utf8', `${what} Save it as "CSV UTF-8", or as an Excel workbook (.xlsx).`);
}

/** The one that the header has most of, outside of quotation marks. */
function separatorOf(beginning: string): string {
  const header = /^\s*((?:"[^"]*"|[^"\r\n])*)/.exec(beginning)?.[1] ?? '';
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function unreadable(error: CsvError): UnreadableTable {
  const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
  const where = line === undefined ? '' : ` (line ${line} of the text)`;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new UnreadableTable('broken_line', `A quotation mark is opened and never closed${where}.`, line);
    case 'CSV_MAX_RECORD_SIZE':
      return new UnreadableTable('broken_line', `A line is too long; is a quotation mark not closed${where}?`, line);
    default:
      return new UnreadableTable('broken_line', `A quotation mark within a cell must be doubled${where}.`, line);
  }
}

function* pieces(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += PIECE) yield content.subarray(at, at + PIECE);
}
