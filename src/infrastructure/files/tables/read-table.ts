import {
  MAX_TABLE_LINES,
  type TableForm,
  type TableLine,
  type TableReading,
  type UploadedTable,
  UnreadableTable,
} from '../../../application/ports/table-files';
import { Columns, type RawLine } from './columns';
import { csvLines } from './csv-lines';
import { workbookLines } from './workbook-lines';

/** Reads a table line by line and keeps none of them. What is wrong with it as a whole may be known only at its end. */
export async function* readTable(
  table: UploadedTable,
  form: TableForm,
  reading: TableReading,
): AsyncGenerator<TableLine> {
  let columns: Columns | null = null;
  let count = 0;
  for await (const raw of linesOf(table)) {
    if (columns === null) {
      columns = Columns.of(raw, form, reading);
      continue;
    }
    if (count === MAX_TABLE_LINES) throw tooMany();
    count += 1;
    const line = columns.read(raw);
    if (line !== null) yield line;
  }
  if (columns === null) throw new UnreadableTable('not_a_table', 'The file is empty: it has no header.');
}

function linesOf({ content, fileName }: UploadedTable): AsyncIterable<RawLine> | Iterable<RawLine> {
  if (/\.(xlsm|xltm|xlam)$/i.test(fileName ?? '')) {
    throw new UnreadableTable('macros', 'The workbook may hold macros. Save it as an Excel workbook (.xlsx).');
  }
  const begin = content.subarray(0, 8).toString('hex');
  if (begin.startsWith('504b0304')) return workbookLines(content);
  if (begin === 'd0cf11e0a1b11ae1') throw oldOrProtected(content);
  return csvLines(content);
}

/** Excel keeps a workbook with a password in the container of its old format. */
function oldOrProtected(content: Buffer): UnreadableTable {
  return content.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new UnreadableTable('password_protected', 'The workbook is protected by a password. Save it without one.')
    : new UnreadableTable(
        'not_a_table',
        'The file is in the old format of Excel. Save it as an Excel workbook (.xlsx).',
      );
}

function tooMany(): UnreadableTable {
  return new UnreadableTable(
    'too_many_lines',
    `The file has more than ${MAX_TABLE_LINES} lines. Split it into several files.`,
  );
}
