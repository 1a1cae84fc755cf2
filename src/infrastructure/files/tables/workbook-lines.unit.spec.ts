import ExcelJS from 'exceljs';
import {
  numberCell,
  type PackedPart,
  textCell,
  textRow,
  workbookByHand,
  workbookParts,
  zipped,
} from '../../../../test/support/hand-made-workbook';
import { cellsAndFaults, readLines, refusalOf } from '../../../../test/support/tables';
import { type TableLine } from '../../../application/ports/table-files';

const HEADER = ['customerId', 'currency', 'amount', 'asOf'];
const HEADER_ROW = textRow(HEADER);

/** A workbook as Excel's own library makes it, from rows of cells. */
async function workbook(
  rows: readonly (readonly ExcelJS.CellValue[])[],
  more: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Balances');
  for (const row of rows) sheet.addRow([...row]);
  more(sheet, book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A workbook of one line: its cells, in the styles of these formats (from 1). */
function lineOf(cells: string, formats: readonly string[] = []): Buffer {
  return workbookByHand({ formats, data: `${HEADER_ROW}<row>${cells}</row>` });
}

async function onlyLine(content: Buffer): Promise<TableLine> {
  const [line, ...others] = await readLines(content);
  if (line === undefined || others.length > 0) throw new Error('there is not one line');
  return line;
}

async function readLine(content: Buffer) {
  return cellsAndFaults(await onlyLine(content));
}

/** What a column of the only line reads; of a fault, the fault. */
async function readCell(column: string, cells: string, format: string): Promise<string | undefined> {
  const line = await onlyLine(lineOf(cells, [format]));
  return line.faults.find((fault) => fault.column === column)?.message ?? line.cells[column];
}

function asText(number: string | number, format: string) {
  return readCell('customerId', `${numberCell(number, 1)}${textCell('GBP')}${numberCell(1)}`, format);
}

/** On a line of pounds. */
function asAmount(number: string | number, format: string) {
  return readCell('amount', `${textCell('c')}${textCell('GBP')}${numberCell(number, 1)}`, format);
}

function asDay(number: string | number, format: string) {
  return readCell('asOf', `${textCell('c')}${textCell('GBP')}${numberCell(1)}${numberCell(number, 1)}`, format);
}

const OTHER_AMOUNT = 'is shown as another amount than it holds: show all its places, or write what is meant';
const LOST_DIGITS = 'is shown without all its digits: write it as text';
const NO_WHOLE_DAY = 'does not show day, month and year: choose a format that does';
const READERS_OWN = 'is shown otherwise on every computer: write it as text';
const NO_FORMAT = 'has a number format that can not be read: choose another, or write it as text';

describe('A number in a column of text', () => {
  it.each([
    [123, '00000', '00123'],
    [123, 'General', '123'],
    [12345678901, 'General', '12345678901'],
    [123456789012, 'General', LOST_DIGITS],
    [123456789012, '0', '123456789012'],
    [1234567, '000\\-0000', '123-4567'],
    [7, '"C-"0000', 'C-0007'],
    [4000.1, '0.00', '4000.10'],
    [0.1 + 0.2, 'General', '0.3'],
    [12.5, '0.00E+00', LOST_DIGITS],
    [46112, 'yyyy-mm-dd', '2026-03-31'],
    [46112, 'dd/mm/yyyy', '31/03/2026'],
    [46112, 'd mmmm yyyy', READERS_OWN],
    [46112, '[$-809]d mmmm yyyy', '31 March 2026'],
    [46112, '[$-F800]dddd, mmmm dd, yyyy', READERS_OWN],
    [12, '"not closed', NO_FORMAT],
    [12, `0${'0'.repeat(70)}`, NO_FORMAT],
    [12, `0"${'x'.repeat(260)}"`, NO_FORMAT],
    ['1'.repeat(65), 'General', 'is longer than 64 digits'],
    ['12 3', 'General', 'can not be read: write it as text'],
  ])('%s in the format %j is read as %j', async (number, format, expected) => {
    expect(await asText(number, format)).toBe(expected);
  });

  it('is no day where every computer shows days otherwise', async () => {
    const styles = {
      name: 'xl/styles.xml',
      content: '<s><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></s>',
    };
    const row = `<row>${numberCell(46112, 1)}${textCell('GBP')}${numberCell(1)}${numberCell(46112, 1)}</row>`;

    expect(await readLine(workbookByHand({ data: HEADER_ROW + row, parts: [styles] }))).toMatchObject({
      asOf: '2026-03-31',
      faults: [`customerId ${READERS_OWN}`],
    });
  });
});

describe('A number in a column of amounts', () => {
  it.each([
    ['0.30000000000000004', 'General', '0.3'],
    ['1.1000000000000001', '0.00', '1.1'],
    [45.5, 'General', '45.5'],
    [1234.5, '#,##0.00', '1234.5'],
    [1200, '#,##0', '1200'],
    [-12.5, '#,##0.00;(#,##0.00)', '-12.5'],
    [-12.5, '0.00;[Red]-0.00', '-12.5'],
    [-12.5, '0.00-', '-12.5'],
    [-12.5, '[$£-809]#,##0.00;-[$£-809]#,##0.00', '-12.5'],
    [12.5, '#,##0.00\\ "GBP"', '12.5'],
    [-1234.5, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', '-1234.5'],
    [0, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', '0'],
    ['1E-7', 'General', '0.0000001'],
    ['1.5E-7', 'General', '0.00000015'],
    [12.5, '0', OTHER_AMOUNT],
    [12.345, '0.00', OTHER_AMOUNT],
    [1200, '0,', OTHER_AMOUNT],
    [12500, '0.0,"k"', OTHER_AMOUNT],
    [12.5, '0.00" k"', OTHER_AMOUNT],
    [0.5, '0%', OTHER_AMOUNT],
    [0.5, '0.00"%"', OTHER_AMOUNT],
    [12.5, '# ?/?', OTHER_AMOUNT],
    [12.5, '0.00E+00', OTHER_AMOUNT],
    [12.5, '"1"0.00', OTHER_AMOUNT],
    [-12.5, '0.00;[Red]0.00', OTHER_AMOUNT],
    [-12.5, '0.00" CR";0.00" DR"', OTHER_AMOUNT],
    [1234567890.12, 'General', OTHER_AMOUNT],
    [5, ';;;', 'is not shown: choose a number format that shows it'],
    [46112, 'dd/mm/yyyy', 'is shown as a day or a time: write a number such as 12.50'],
    ['1e15', '0', 'is too large'],
    ['1e400', '0', 'can not be read: write it as text'],
    [12.5, '[$€-2] #,##0.00', 'is shown in another currency than its line says'],
    [12.5, '[$$-409]#,##0.00', 'is shown in another currency than its line says'],
    [12.5, '@', '12.5'],
  ])('%s in the format %j is read as %j', async (number, format, expected) => {
    expect(await asAmount(number, format)).toBe(expected);
  });
});

describe('A number in a column of days', () => {
  it.each([
    [46112, 'yyyy-mm-dd', '2026-03-31'],
    [46112, 'd/m/yy', '2026-03-31'],
    [46112, '[$-F800]dddd, mmmm dd, yyyy', '2026-03-31'],
    [46112, 'dd/mm/yyyy hh:mm', '2026-03-31'],
    [46112, 'mmm-yy', NO_WHOLE_DAY],
    [46112, 'd-mmm', NO_WHOLE_DAY],
    [46112, 'dddd mmmm yyyy', NO_WHOLE_DAY],
    [46112, 'h:mm', NO_WHOLE_DAY],
    [46112.5, 'dd/mm/yyyy', 'holds a time without a zone: write it as text, such as 2026-03-31T12:00:00Z'],
    [46112, 'General', 'is a number, not a day: write a day such as 2026-03-31'],
    [60, 'dd/mm/yyyy', 'is not a day: write it as text, such as 2026-03-31'],
    [-1, 'dd/mm/yyyy', 'is not a day: write it as text, such as 2026-03-31'],
    [2958466, 'dd/mm/yyyy', 'is not a day: write it as text, such as 2026-03-31'],
  ])('%s in the format %j is read as %j', async (number, format, expected) => {
    expect(await asDay(number, format)).toBe(expected);
  });
});

describe('A cell of a workbook', () => {
  it('is read with what its type says', async () => {
    const cells =
      '<c t="b"><v>1</v></c><c t="str"><v> GBP </v></c><c t="n"><v>12.5</v></c><c t="d"><v>2026-03-31T00:00:00</v></c>';
    const content = workbookByHand({
      formats: ['yyyy-mm-dd'],
      data: `${HEADER_ROW}<row>${cells.replace('t="d"', 't="d" s="1"')}</row>`,
    });

    expect(await readLine(content)).toEqual({
      customerId: 'TRUE',
      currency: 'GBP',
      amount: '12.5',
      asOf: '2026-03-31',
    });
  });

  it('has its text in runs, in CDATA, with escapes and without what is only spoken', async () => {
    const text =
      '<is><r><t>c&amp;1</t></r><r><rPr><b/></rPr><t xml:space="preserve"> _x0041_</t></r><rPh><t>no</t></rPh></is>';
    const content = lineOf(`<c t="inlineStr">${text}</c><c t="str"><v><![CDATA[GBP]]></v></c>${numberCell(1)}`);

    expect(await readLine(content)).toEqual({ customerId: 'c&1 A', currency: 'GBP', amount: '1', asOf: '' });
  });

  it('shows its text as its format does', async () => {
    const cells = (style: number) => textCell('17').replace('<c ', `<c s="${style}" `);
    const content = lineOf(`${cells(1)}${cells(2)}${numberCell(1)}${cells(3)}`, ['"C-"@', ';;;', '@']);

    expect(await readLine(content)).toEqual({ customerId: 'C-17', currency: '', amount: '1', asOf: '17' });
  });

  it('of a formula is read by its value, if it has one', async () => {
    const content = workbookByHand({
      data: `${HEADER_ROW}<row><c t="str"><f>A1</f><v>c1</v></c><c t="str"><f>B1</f><v></v></c><c><f t="shared" ref="C2:C3" si="0">1+1</f><v>2</v></c></row>\
<row><c t="str"><f>A1</f></c>${textCell('GBP')}<c><f t="shared" si="0"/><v>3</v></c></row>`,
    });

    expect((await readLines(content)).map(cellsAndFaults)).toEqual([
      { customerId: 'c1', currency: '', amount: '2', asOf: '' },
      {
        customerId: '',
        currency: 'GBP',
        amount: '3',
        asOf: '',
        faults: [
          'customerId is a formula without its value: open the file in a spreadsheet program, save it, and send that',
        ],
      },
    ]);
  });

  it.each([
    ['an error value', '<c t="e"><v>#N/A</v></c>', 'holds an error value: correct it'],
    ['a shared text that is not there', '<c t="s"><v>7</v></c>', 'can not be read: write it as text'],
    ['a type that nobody knows', '<c t="x"><v>7</v></c>', 'can not be read: write it as text'],
    ['a style that is not there', '<c s="9"><v>7</v></c>', NO_FORMAT],
    ['a day that does not exist', '<c t="d"><v>2026-02-30</v></c>', 'can not be read: write it as text'],
    ['more than Excel takes', textCell('x'.repeat(32_768)), 'is longer than 32767 characters'],
  ])('with %s has a fault', async (_, cell, fault) => {
    expect(await readLine(lineOf(`${cell}${textCell('GBP')}${numberCell(1)}`))).toMatchObject({
      faults: [`customerId ${fault}`],
    });
  });

  it('that is merged, hidden with its line, or in a hidden column is no guess', async () => {
    const row = (id: string, attributes = '') =>
      `<row ${attributes}>${textCell(id)}${textCell('GBP')}${numberCell(1)}${textCell('2026-03-31')}</row>`;
    const merge = '<mergeCells><mergeCell ref="A3:B3"/><mergeCell ref="A9:D9"/></mergeCells>';
    const data = `${HEADER_ROW}${row('c2')}${row('c3')}${row('c4', 'hidden="1"')}<row hidden="1"/>`;
    const hide = (column: number) => `<cols><col min="${column}" max="${column}" hidden="1"/></cols>`;

    expect((await readLines(workbookByHand({ data, after: merge }))).map(({ line, faults }) => [line, faults])).toEqual(
      [
        [2, []],
        [
          3,
          ['customerId', 'currency'].map((column) => {
            return { column, message: 'is merged with others: unmerge them and fill each by itself' };
          }),
        ],
        [4, [{ column: 'customerId', message: 'stands in a hidden line: show it or delete it' }]],
      ],
    );
    const hidden = await refusalOf(readLines(workbookByHand({ data, columns: hide(3) })));
    expect([hidden.code, hidden.column]).toEqual(['hidden_column', 'amount']);
    const reading = { ignored: ['asOf'], given: { asOf: '2026-01-01' } };
    expect(await readLines(workbookByHand({ data, columns: hide(4) }), reading)).toHaveLength(3);
  });

  it('counts days from 1904 where its workbook does', async () => {
    const cells = `${numberCell(44650, 1)}${textCell('GBP')}${numberCell(44650)}${numberCell(44650, 1)}`;
    const data = `${HEADER_ROW}<row>${cells}</row>`;

    expect(await readLine(workbookByHand({ data, formats: ['dd/mm/yyyy'], properties: 'date1904="1"' }))).toEqual({
      customerId: '31/03/2026',
      currency: 'GBP',
      amount: '44650',
      asOf: '2026-03-31',
    });
  });
});

/** The plain workbook with some parts under other names. */
function renamed(
  names: Readonly<Record<string, string>>,
  change: (part: PackedPart) => PackedPart = (part) => part,
): Buffer {
  const data = `${HEADER_ROW}<row>${textCell('c')}${textCell('GBP')}${numberCell(1)}</row>`;
  const parts = workbookParts({ data, formats: ['0.00'], sharedTexts: '<si><t>x</t></si>' });
  return zipped(parts.map((part) => change({ name: names[part.name] ?? part.name, content: part.content })));
}

describe('A workbook', () => {
  const replaced = (from: string, to: string) => (part: PackedPart) => {
    return { ...part, content: String(part.content).replaceAll(from, to) };
  };

  it.each([
    ['as it is', renamed({})],
    [
      'with a part of another name',
      renamed(
        { 'xl/workbook.xml': 'xl/workbook22.xml', 'xl/_rels/workbook.xml.rels': 'xl/_rels/workbook22.xml.rels' },
        replaced('xl/workbook.xml', 'xl/workbook22.xml'),
      ),
    ],
    ['with backslashes', renamed({}, ({ name, content }) => ({ name: name.replaceAll('/', '\\'), content }))],
    ['with backslashes in its relations', renamed({}, replaced('worksheets/sheet1.xml"', 'worksheets\\sheet1.xml"'))],
    ['with names from the root', renamed({}, ({ name, content }) => ({ name: `/${name}`, content }))],
    ['with targets from the root', renamed({}, replaced('Target="worksheets', 'Target="/xl/worksheets'))],
    ['with targets by way of the root', renamed({}, replaced('Target="worksheets', 'Target="../xl/worksheets'))],
    ['with letters of other case', renamed({ 'xl/worksheets/sheet1.xml': 'XL/WorkSheets/Sheet1.XML' })],
    [
      'in another folder',
      renamed(
        { 'xl/worksheets/sheet1.xml': 'sheets/my sheet.xml' },
        replaced('"worksheets/sheet1.xml"', '"../sheets/my%20sheet.xml"'),
      ),
    ],
    [
      'of the strict standard',
      renamed({}, ({ name, content }) => {
        const strict = String(content)
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006',
            'http://purl.oclc.org/ooxml/officeDocument',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006',
            'http://purl.oclc.org/ooxml/spreadsheetml',
          );
        return { name, content: strict };
      }),
    ],
    [
      'with prefixes of its own',
      renamed({}, ({ name, content }) => {
        const prefixed = String(content)
          .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
          .replace(' xmlns="', ' xmlns:x="');
        return { name, content: name.includes('sheet1') ? prefixed : content };
      }),
    ],
    [
      'in UTF-16',
      renamed({}, ({ name, content }) => {
        return {
          name,
          content: name.includes('sheet1') ? Buffer.from(`\ufeff${String(content)}`, 'utf16le') : content,
        };
      }),
    ],
    [
      'for large archives',
      zipped(workbookParts({ data: `${HEADER_ROW}${textRow(['c', 'GBP', '1'])}` }), { zip64: true }),
    ],
  ])('%s is read', async (_, content) => {
    expect((await readLines(content)).map(cellsAndFaults)).toEqual([
      { customerId: 'c', currency: 'GBP', amount: '1', asOf: '' },
    ]);
  });

  it('is read from its first sheet that people see and that has cells', async () => {
    const content = await workbook([], (sheet, book) => {
      sheet.state = 'hidden';
      book.addWorksheet('Shown').addRows([HEADER, ['cus_9', 'GBP', 1, '']]);
      book.addWorksheet('Other').addRow(['nothing']);
    });
    expect(await readLines(content)).toMatchObject([{ cells: { customerId: 'cus_9' } }]);

    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const chart = renamed({}, ({ name, content: part }) => {
      const withChart = String(part)
        .replace('<sheets>', '<sheets><sheet name="Chart" sheetId="9" r:id="r9"/>')
        .replace(
          '</Relationships>',
          `<Relationship Id="r9" Type="${relations}/chartsheet" Target="chart.xml"/></Relationships>`,
        );
      return { name, content: withChart };
    });
    expect(await readLines(chart)).toHaveLength(1);
  });

  it('may begin below empty lines and beside empty columns', async () => {
    const cell = (place: string, text: string) => textCell(text).replace('<c ', `<c r="${place}" `);
    const data = `<row r="4">${HEADER.map((name, index) => cell(`${'CDEF'[index] ?? ''}4`, name)).join('')}</row>\
<row r="7">${cell('C7', 'c')}${cell('D7', 'GBP')}<c r="E7"><v>1</v></c></row>`;

    expect(await readLines(workbookByHand({ data }))).toMatchObject([
      { line: 7, cells: { customerId: 'c', amount: '1' } },
    ]);
  });

  it('with macros is refused, by what is in it, by its type and by its name', async () => {
    const type = replaced('spreadsheetml.sheet.main+xml', 'ms-excel.sheet.macroEnabled.main+xml');
    const inside = workbookByHand({ parts: [{ name: 'xl/vbaProject.bin', content: 'macros' }] });

    expect((await refusalOf(readLines(inside))).code).toBe('macros');
    expect((await refusalOf(readLines(renamed({}, type)))).code).toBe('macros');
    expect((await refusalOf(readLines(workbookByHand({}), {}, 'Balances.XLSM'))).code).toBe('macros');
  });

  it('with a password, in an old or binary format, or another kind of document is refused', async () => {
    const container = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const encrypted = Buffer.concat([container, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
    const other = (type: string) =>
      renamed({}, replaced('openxmlformats-officedocument.spreadsheetml.sheet.main+xml', type));

    expect((await refusalOf(readLines(encrypted))).code).toBe('password_protected');
    expect((await refusalOf(readLines(Buffer.concat([container, Buffer.alloc(600)])))).message).toContain('old format');
    for (const flags of [0x01, 0x41]) {
      expect((await refusalOf(readLines(zipped(workbookParts({}), { flags })))).code).toBe('password_protected');
    }
    for (const content of [
      zipped([{ name: 'content.xml', content: '<x/>' }]),
      other('openxmlformats-officedocument.wordprocessingml.document.main+xml'),
      other('ms-excel.sheet.binary.macroEnabled.main'),
    ]) {
      expect((await refusalOf(readLines(content))).message).toContain('neither CSV nor');
    }
  });

  it('that was cut off or changed is refused', async () => {
    const whole = await workbook([HEADER, ['cus_1', 'GBP', 1, '2026-03-31']]);
    const changed = Buffer.from(whole);
    // Somewhere in the packed sheets.
    for (let at = 1000; at < 3000; at += 1) changed[at] = (changed[at] ?? 0) ^ 0x55;
    for (const damaged of [whole.subarray(0, whole.length - 30), whole.subarray(0, 200), changed]) {
      expect((await refusalOf(readLines(damaged))).message).toContain('damaged or was cut off');
    }
  });

  const part = (name: string, content: string) => workbookByHand({ parts: [{ name, content }] });
  const tagged = (tags: string) => workbookByHand({ data: tags });
  it.each<readonly [string, Buffer]>([
    ['broken XML', part('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row r="1"><c><v>1</sheetData>')],
    ['entities of its own', part('xl/worksheets/sheet1.xml', '<!DOCTYPE x [<!ENTITY a "b">]><sheetData/>')],
    [
      'text that is not in UTF-8',
      workbookByHand({ parts: [{ name: 'xl/styles.xml', content: Buffer.from('<a>\xff</a>', 'latin1') }] }),
    ],
    ['tags within tags without end', tagged('<a>'.repeat(200))],
    ['a text without end', tagged(`<row><c t="str"><v>${'x'.repeat(3_000_000)}</v></c></row>`)],
    ['a tag without end', tagged(`<row ${'x="1" '.repeat(300_000)}/>`)],
    ['a line that was before', tagged('<row r="2"/><row r="2"/>')],
    ['a cell that was before', tagged('<row><c r="B1"/><c r="A1"/></row>')],
    ['a line beyond the sheet', tagged('<row r="1048577"/>')],
    ['a cell beyond the sheet', tagged('<row><c r="XFE1"/></row>')],
    ['cells that are merged twice', workbookByHand({ after: '<mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/>' })],
    ['a sheet that is not there', part('xl/_rels/workbook.xml.rels', '<Relationships/>')],
    ['a workbook that is not there', renamed({ 'xl/workbook.xml': 'xl/other.xml' })],
    ['two files of one name', zipped([...workbookParts({}), { name: 'XL\\workbook.xml', content: '<x/>' }])],
    ['files that overlap', zipped(workbookParts({}), { overlap: true })],
    ['another size than it says', zipped(workbookParts({}), { size: 5 })],
    ['another checksum', zipped(workbookParts({}), { crc: 5 })],
    ['a compression that nobody uses', zipped(workbookParts({}), { method: 12 })],
    ['thousands of files', zipped(Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}`, content: '' })))],
  ])('with %s is refused', async (_, content) => {
    expect((await refusalOf(readLines(content))).message).toContain('damaged or was cut off');
  });

  it('is refused before it is unpacked when it says that it is larger than 100 MB', async () => {
    const bomb = workbookByHand({ data: '<row><c><v>1</v></c></row>'.repeat(4_200_000) });
    const began = performance.now();

    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await refusalOf(readLines(bomb))).code).toBe('table_too_large');
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('may have many shared texts, but not without end', async () => {
    expect((await refusalOf(readLines(workbookByHand({ sharedTexts: '<si/>'.repeat(2_100_000) })))).code).toBe(
      'table_too_large',
    );
  });

  it('has 100,000 lines at most, and a thousand merged cells', async () => {
    const row = '<row><c t="str"><v>c</v></c><c t="str"><v>GBP</v></c><c><v>1</v></c></row>';
    expect((await refusalOf(readLines(tagged(`${HEADER_ROW}${row.repeat(100_001)}`)))).code).toBe('too_many_lines');

    const merges = Array.from({ length: 1_001 }, (_, index) => `<mergeCell ref="A${index + 2}:B${index + 2}"/>`);
    expect((await refusalOf(readLines(workbookByHand({ data: HEADER_ROW, after: merges.join('') })))).code).toBe(
      'merged_cells',
    );
  });
});
