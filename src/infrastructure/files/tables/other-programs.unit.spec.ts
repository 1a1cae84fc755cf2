import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  numberCell,
  textCell,
  textRow,
  workbookByHand,
  workbookParts,
  zipped,
} from '../../../../test/support/hand-made-workbook';
import { cellsAndFaults, readLines } from '../../../../test/support/tables';

const fixture = (name: string) => readFileSync(join(process.cwd(), 'test/fixtures/tables', name));

const HEADER = ['reference', 'currency', 'amount', 'asOf'];
const ZEROS = { reference: '00123', currency: 'GBP', amount: '45.5', asOf: '2026-10-31' };
const NEGATIVE = { reference: 'Zoë-7', currency: 'EUR', amount: '-1234.5', asOf: '2026-10-31' };
const FORMULA = { reference: 'C-3', currency: 'GBP', amount: '0.3', asOf: '2026-10-31' };
const NO_DAY = { asOf: '', faults: ['asOf does not show day, month and year: choose a format that does'] };
const NO_VALUE = {
  amount: '',
  faults: ['amount is a formula without its value: open the file in a spreadsheet program, save it, and send that'],
};
const OTHER_CURRENCY = { faults: ['amount is shown in another currency than its line says'] };
/** A CSV file has nothing but what its program displayed: a day in another order, or separators, are for the line to complain of. */
const DISPLAYED = [
  { ...ZEROS, amount: '45.50' },
  { ...NEGATIVE, amount: '-1,234.50' },
  { ...FORMULA, amount: '0.30' },
];
const IN_ENGLISH_DAYS = DISPLAYED.map((line, index) => ({ ...line, asOf: index === 2 ? 'Oct-26' : '31/10/2026' }));

/** A workbook by hand of one line. */
function handMade(line: string, book: Parameters<typeof workbookByHand>[0] = {}): Buffer {
  return workbookByHand({ data: `${textRow(HEADER)}<row>${line}</row>`, ...book });
}

const PLAIN = `${textCell('C-1')}${textCell('GBP')}${numberCell(45.5)}${textCell('2026-10-31')}`;
const READ_PLAIN = { reference: 'C-1', currency: 'GBP', amount: '45.5', asOf: '2026-10-31' };

describe('What is read from files by other programs', () => {
  it.each<readonly [string, Buffer, readonly object[]]>([
    ['libreoffice.xlsx', fixture('libreoffice.xlsx'), [ZEROS, NEGATIVE, { ...FORMULA, ...NO_DAY }]],
    ['libreoffice-semicolons.csv', fixture('libreoffice-semicolons.csv'), IN_ENGLISH_DAYS],
    ['libreoffice-utf16.csv', fixture('libreoffice-utf16.csv'), IN_ENGLISH_DAYS],
    ['sheetjs.xlsx', fixture('sheetjs.xlsx'), [ZEROS, NEGATIVE, FORMULA]],
    ['sheetjs-shared.xlsx', fixture('sheetjs-shared.xlsx'), [ZEROS, NEGATIVE, FORMULA]],
    ['sheetjs-1904.xlsx', fixture('sheetjs-1904.xlsx'), [ZEROS, NEGATIVE, FORMULA]],
    ['sheetjs-semicolons.csv', fixture('sheetjs-semicolons.csv'), DISPLAYED],
    ['sheetjs-unicode.txt', fixture('sheetjs-unicode.txt'), DISPLAYED],
    ['exceljs.xlsx', fixture('exceljs.xlsx'), [ZEROS, NEGATIVE, FORMULA]],
    ['exceljs-stream.xlsx', fixture('exceljs-stream.xlsx'), [ZEROS, NEGATIVE, { ...FORMULA, ...NO_DAY }]],
    ['exceljs.csv', fixture('exceljs.csv'), [ZEROS, NEGATIVE, { ...FORMULA, reference: 'C "3", Ltd' }]],
    ['openpyxl.xlsx', fixture('openpyxl.xlsx'), [ZEROS, NEGATIVE, { ...FORMULA, ...NO_VALUE }]],
    ['xlsxwriter.xlsx', fixture('xlsxwriter.xlsx'), [ZEROS, NEGATIVE, FORMULA]],
    ['hucre.xlsx', fixture('hucre.xlsx'), [ZEROS, { ...NEGATIVE, ...OTHER_CURRENCY }, FORMULA]],
    [
      'leading zeros by format',
      handMade(`${numberCell(123, 1)}${textCell('GBP')}${numberCell(250)}${textCell('2026-10-31')}`, {
        formats: ['00000'],
      }),
      [{ ...READ_PLAIN, reference: '00123', amount: '250' }],
    ],
    [
      'the noise of fractions',
      handMade(`${textCell('C-1')}${textCell('GBP')}${numberCell('0.30000000000000004')}${textCell('2026-10-31')}`),
      [{ ...READ_PLAIN, amount: '0.3' }],
    ],
    [
      'backslashes between folders',
      zipped(
        workbookParts({ data: `${textRow(HEADER)}<row>${PLAIN}</row>` }).map(({ name, content }) => {
          return { name: name === '[Content_Types].xml' ? name : name.replaceAll('/', '\\'), content };
        }),
      ),
      [READ_PLAIN],
    ],
    [
      'folders as entries, and a workbook of another name',
      zipped([
        { name: 'xl/', content: '' },
        { name: '_rels/', content: '' },
        ...workbookParts({ data: `${textRow(HEADER)}<row>${PLAIN}</row>` }).map(({ name, content }) => ({
          name: name.replace('workbook.xml', 'workbook22.xml'),
          content: String(content).replaceAll('xl/workbook.xml', 'xl/workbook22.xml'),
        })),
      ]),
      [READ_PLAIN],
    ],
    [
      'a first line for Excel',
      Buffer.from(`sep=;\r\n${HEADER.join(';')}\r\nC-1;GBP;45.50;2026-10-31\r\n`),
      [{ ...READ_PLAIN, amount: '45.50' }],
    ],
    [
      'lines as old Macs end them',
      Buffer.from(`${HEADER.join('\t')}\rC-1\tGBP\t45.50\t2026-10-31`),
      [{ ...READ_PLAIN, amount: '45.50' }],
    ],
    [
      'a line break in a cell',
      Buffer.from(`${HEADER.join()}\n"C\r\n1",GBP,45.50,2026-10-31\n`),
      [{ ...READ_PLAIN, reference: 'C  1', amount: '45.50' }],
    ],
  ])('%s', async (_, content, expected) => {
    expect((await readLines(content)).map(cellsAndFaults)).toEqual(expected);
  });
});
