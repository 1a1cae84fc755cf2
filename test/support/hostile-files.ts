import { numberCell, textCell, textRow, workbookByHand, workbookParts, zipped } from './hand-made-workbook';

/** A file that was made to stop or stall whoever reads it. */
export interface HostileFile {
  readonly name: string;
  readonly content: Buffer;
  /** Of the refusal. */
  readonly code: string;
}

const COLUMNS = ['customerId', 'currency', 'amount', 'asOf'];
const HEADER = `${COLUMNS.join(',')}\n`;
const HEADER_ROW = textRow(COLUMNS);
const LINE = `<row>${textCell('c')}${textCell('GBP')}${numberCell('1.25', 1)}</row>`;

const csv = (text: string) => Buffer.from(HEADER + text);
const sheet = (data: string, after = '') => workbookByHand({ data: HEADER_ROW + data, after });
const formats = (code: string) => workbookByHand({ formats: [code], data: HEADER_ROW + LINE.repeat(500) });

/** Each of them small, or as large as a file may be. */
export function hostileFiles(): readonly HostileFile[] {
  const named = '<c t="s"><v>0</v></c>'.repeat(4);
  return [
    {
      name: 'one long text named from many cells',
      content: workbookByHand({
        data: HEADER_ROW + `<row>${named}</row>`.repeat(20_000),
        sharedTexts: `<si><t>${'x'.repeat(400_000)}</t></si>`,
      }),
      code: 'wrong_lines',
    },
    {
      name: 'one text of the longest kind named from many cells',
      content: workbookByHand({
        data: HEADER_ROW + `<row>${named}</row>`.repeat(20_000),
        sharedTexts: `<si><t>${'x'.repeat(32_767)}</t></si>`,
      }),
      code: 'wrong_lines',
    },
    { name: 'a number format without end', content: formats('x'.repeat(300_000)), code: 'wrong_lines' },
    { name: 'a number format of brackets', content: formats('[$'.repeat(127)), code: 'wrong_lines' },
    { name: 'a number format of many places', content: formats('0'.repeat(255)), code: 'wrong_lines' },
    { name: 'beginnings of merged cells', content: sheet('', '<mergeCell a'.repeat(20_000)), code: 'not_a_table' },
    {
      name: 'a merged cell without end',
      content: sheet('', `<mergeCell ${'a="1" '.repeat(1_000_000)}`),
      code: 'not_a_table',
    },
    {
      name: 'merged cells over everything',
      content: sheet('', '<mergeCell ref="A1:XFD1048576"/>'.repeat(900)),
      code: 'not_a_table',
    },
    {
      name: 'a number without end',
      content: sheet(`<row><c><v>${'1'.repeat(5_000_000)}</v></c></row>`),
      code: 'not_a_table',
    },
    {
      name: 'long numbers',
      content: sheet(`<row><c><v>${'1'.repeat(200_000)}e</v></c></row>`.repeat(20)),
      code: 'wrong_lines',
    },
    {
      name: 'cells at the far end of lines',
      content: sheet('<row><c r="XFD1"><v>1</v></c></row>'.repeat(99_000)),
      code: 'unknown_column',
    },
    { name: 'tags within tags', content: sheet('<a>'.repeat(1_000_000)), code: 'not_a_table' },
    { name: 'more than is unpacked', content: sheet(' '.repeat(101_000_000)), code: 'table_too_large' },
    { name: 'files that overlap', content: zipped(workbookParts({}), { overlap: true }), code: 'not_a_table' },
    {
      name: 'another size than it says',
      content: zipped(workbookParts({ data: ' '.repeat(90_000_000) }), { size: 100 }),
      code: 'not_a_table',
    },
    { name: 'ten megabytes of blank lines', content: csv('\n'.repeat(10_000_000)), code: 'too_many_lines' },
    { name: 'a million blank lines', content: csv('\n'.repeat(1_000_000)), code: 'no_lines' },
    { name: 'ragged lines', content: csv('a\n'.repeat(1_000_000)), code: 'wrong_lines' },
    { name: 'numbers of many digits', content: csv(`c,GBP,${'9'.repeat(250_000)},\n`.repeat(40)), code: 'wrong_lines' },
    { name: 'lines of nothing but commas', content: csv(`${','.repeat(250_000)}\n`.repeat(40)), code: 'no_lines' },
    {
      name: 'a header of thousands of columns',
      content: Buffer.from(`${'x,'.repeat(100_000)}\n`),
      code: 'not_a_table',
    },
    { name: 'a quotation mark that is never closed', content: csv(`"${'x'.repeat(10_000_000)}`), code: 'broken_line' },
  ];
}
