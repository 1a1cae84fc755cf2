import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { type TableForm, type TableLine, UnreadableTable } from '../../../application/ports/table-files';
import { WorkerTableFiles } from './worker-table-files';

const form: TableForm = {
  oneOf: [['customerId', 'reference'], ['currency'], ['amount'], ['asOf']],
  optional: ['note'],
  mapping: {},
};
const HEADER = 'customerId,currency,amount,asOf';
const files = new WorkerTableFiles();

function upload(content: Buffer | string, fileName: string | null = null) {
  return { mediaType: 'text/csv', fileName, content: Buffer.from(content) };
}

async function read(content: Buffer | string, asked = form, reader = files): Promise<readonly TableLine[]> {
  const lines: TableLine[] = [];
  for await (const batch of reader.read(upload(content), asked)) lines.push(...batch);
  return lines;
}

async function refused(content: Buffer | string, asked = form, reader = files): Promise<UnreadableTable> {
  const error: unknown = await read(content, asked, reader).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UnreadableTable)) throw new Error(`was not refused as unreadable: ${String(error)}`);
  return error;
}

function cells(lines: readonly TableLine[]): readonly (readonly string[])[] {
  return lines.map((line) => Object.values(line.cells));
}

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

/** A ZIP archive of parts as they are given, whatever they tell of themselves. */
function archive(parts: Readonly<Record<string, Buffer | string>>, flags = 0): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const content = Buffer.from(part);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    // A lie: it says that nothing is in it.
    fields.writeUInt32LE(0, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A workbook by hand, with this in its sheet. */
function sheetOf(sheet: string, more: Readonly<Record<string, Buffer | string>> = {}): Buffer {
  return archive({
    'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1" xmlns:r="r"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    ...more,
  });
}

function headerRow(): string {
  return `<row r="1">${HEADER.split(',')
    .map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`)
    .join('')}</row>`;
}

describe('A CSV file', () => {
  it.each([
    ['with commas', `${HEADER}\ncus_1,GBP,12.50,2026-03-31\n`],
    ['with CRLF and BOM', `\ufeff${HEADER}\r\ncus_1,GBP,12.50,2026-03-31`],
    ['with semicolons', `${HEADER.replaceAll(',', ';')}\r\ncus_1;GBP;12.50;2026-03-31\r\n`],
    ['with tabs', `${HEADER.replaceAll(',', '\t')}\ncus_1\tGBP\t12.50\t2026-03-31\n`],
    ['with quotation marks', `"customerId","currency","amount","asOf"\n"cus_1","GBP","12.50","2026-03-31"\n`],
    ['with other case and spaces', ` CustomerID ,CURRENCY,Amount, asof\n cus_1 , GBP ,12.50, 2026-03-31 \n`],
    ['from old Macs', `${HEADER}\rcus_1,GBP,12.50,2026-03-31\r`],
  ])('%s is read', async (_, content) => {
    expect(await read(content)).toEqual([
      {
        line: 2,
        cells: { customerId: 'cus_1', currency: 'GBP', amount: '12.50', asOf: '2026-03-31' },
        faults: [],
      },
    ]);
  });

  it('counts lines as a spreadsheet shows them, and leaves blank ones out', async () => {
    const lines = await read(`${HEADER}\n\ncus_1,GBP,1,\n,, ,\n"cus\n2",GBP,2,\n\n\ncus_3,GBP,3\n`);

    expect(lines.map(({ line, cells: { customerId } }) => [line, customerId])).toEqual([
      [3, 'cus_1'],
      [5, 'cus 2'],
      [8, 'cus_3'],
    ]);
  });

  it('keeps names of any script, and cleans what can not be a name', async () => {
    const names = [
      'Łukasz Żółć',
      '山田 太郎',
      'محمد علي',
      '👩‍👩‍👧 Family',
      'O"Brien; & Sons, <b>',
      'नमस्ते',
      "'s-Gravenhage",
    ];
    const content = [`${HEADER},note`, ...names.map((name) => `c,GBP,1,,"${name.replaceAll('"', '""')}"`)].join('\n');

    expect((await read(content)).map((line) => line.cells['note'])).toEqual(names);
    const odd = await read(`${HEADER},note\nc,GBP,'-3.00,,"a\u0007b\u0085c"\nc,GBP,1,,'=1+1\nc,GBP,1,,'@x\n`);
    expect(odd.map(({ cells: { amount, note } }) => [amount, note])).toEqual([
      ['-3.00', 'a b c'],
      ['1', '=1+1'],
      ['1', '@x'],
    ]);
  });

  it('may call its columns otherwise', async () => {
    const mapping = { reference: 'Account Code', amount: 'Balance' };

    expect(cells(await read('account code,currency,balance,asOf\nA1,GBP,5,\n', { ...form, mapping }))).toEqual([
      ['A1', 'GBP', '5', ''],
    ]);
    const error = await refused('reference,currency,amount,asOf\nA1,GBP,5,\n', { ...form, mapping });
    expect([error.code, error.column]).toEqual(['unknown_column', 'reference']);
    const strange = await refused(HEADER, { ...form, mapping: { constructor: 'x' } });
    expect(strange.message).toContain('constructor');
  });

  it.each([
    ['a column that is not known', `${HEADER},iban\n`, 'unknown_column', 'iban'],
    ['a column that is missing', 'customerId,currency,asOf\n', 'missing_column', 'amount'],
    ['neither of two columns', 'currency,amount,asOf\n', 'missing_column', 'customerId'],
    ['a column twice', `${HEADER},Amount\n`, 'duplicate_column', 'amount'],
    ['a cell under no name', `${HEADER}\nc,GBP,1,,x\n`, 'unknown_column', undefined],
    ['no line at all', ' \n\n', 'not_a_table', undefined],
    ['nothing', '', 'not_a_table', undefined],
    ['a quotation mark that is never closed', `${HEADER}\nc,"GBP,1,\nc,GBP,1,\n`, 'broken_line', undefined],
    ['a quotation mark within a cell', `${HEADER}\nc,G"B"P,1,\n`, 'broken_line', undefined],
    ['an endless line', `${HEADER}\n"${'x'.repeat(300_000)}`, 'broken_line', undefined],
    ['UTF-16', Buffer.from(`\ufeff${HEADER}`, 'utf16le'), 'not_utf8', undefined],
    ['UTF-16 without a mark', Buffer.from(HEADER, 'utf16le'), 'not_a_table', undefined],
    ['Latin-1', Buffer.from(`${HEADER}\nJosé,GBP,1,\n`, 'latin1'), 'not_utf8', undefined],
    ['a PDF', Buffer.from('255044462d312e370a25e2e3cfd3', 'hex'), 'not_utf8', undefined],
    ['noise', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)), 'not_a_table', undefined],
  ])('with %s is refused', async (_, content, code, column) => {
    const error = await refused(content);

    expect([error.code, error.column]).toEqual([code, column]);
    expect(error.message).toMatch(/\.$|\?$/);
  });

  it('has 100,000 lines at most', async () => {
    const most = `${HEADER}\n${'c,GBP,1,\n'.repeat(100_000)}`;

    expect(await read(most)).toHaveLength(100_000);
    expect((await refused(`${most}c,GBP,1,\n`)).code).toBe('too_many_lines');
  });

  it('has 20 MB at most', async () => {
    expect((await refused(Buffer.alloc(20_000_001, 'a'))).code).toBe('table_too_large');
  });

  it('is handed over in batches, and its thread ends when they are no longer taken', async () => {
    const one = new WorkerTableFiles({ atOnce: 1 });
    const content = `${HEADER}\n${'c,GBP,1,\n'.repeat(1200)}`;
    const sizes: number[] = [];
    for await (const batch of one.read(upload(content), form)) sizes.push(batch.length);
    expect(sizes).toEqual([500, 500, 200]);
    for await (const batch of one.read(upload(content), form)) {
      expect(batch).toHaveLength(500);
      break;
    }
    // The only place is free again.
    expect(await Promise.all([read(content, form, one), read(HEADER, form, one)])).toMatchObject([
      { length: 1200 },
      [],
    ]);
  });
});

describe('An Excel workbook', () => {
  it('is read with its numbers, days and truths as text', async () => {
    const content = await workbook(
      [
        HEADER.split(','),
        ['cus_1', 'GBP', 12.5, new Date('2026-03-31T00:00:00Z')],
        [],
        [{ richText: [{ text: 'cus' }, { font: { bold: true }, text: '_2' }] }, 'EUR', 0.1 + 0.2, '2026-04-01'],
        [12345, true, 1e21, null],
        [1.1, 'a\u0009b', 1e-7, ''],
      ],
      (sheet) => {
        sheet.getColumn(4).numFmt = 'dd/mm/yyyy';
      },
    );

    const lines = await read(content);

    expect(lines.map(({ line }) => line)).toEqual([2, 4, 5, 6]);
    expect(cells(lines)).toEqual([
      ['cus_1', 'GBP', '12.5', '2026-03-31'],
      ['cus_2', 'EUR', '0.30000000000000004', '2026-04-01'],
      ['12345', 'true', '1000000000000000000000', ''],
      ['1.1', 'a b', '0.0000001', ''],
    ]);
  });

  it('is read whatever program wrote it', async () => {
    const sheet = `<sheetData>${headerRow()}<row><c t="inlineStr"><is><t>c&amp;1 _x0041_</t><rPh><t>no</t></rPh></is></c>\
<c t="str"><v>GBP</v></c><c><v>1.1000000000000001</v></c><c t="d"><v>2026-03-31T00:00:00</v></c></row></sheetData>`;

    expect(await read(sheetOf(sheet))).toEqual([
      { line: 2, cells: { customerId: 'c&1 A', currency: 'GBP', amount: '1.1', asOf: '2026-03-31' }, faults: [] },
    ]);
  });

  it('has its faults told by cell', async () => {
    const content = await workbook(
      [
        HEADER.split(','),
        ['cus_1', 'GBP', { formula: 'B1*2', result: 24 }, new Date('2026-03-31T12:00:00Z')],
        ['cus_2', 'GBP', { error: '#N/A' }, '2026-03-31'],
        ['cus_3', 'GBP', 1, '2026-03-31'],
        ['cus_4', 'GBP', 1, '2026-03-31'],
      ],
      (sheet) => {
        sheet.getColumn(4).numFmt = 'yyyy-mm-dd hh:mm';
        sheet.mergeCells('A4:B4');
      },
    );

    const faults = (await read(content)).map((line) =>
      line.faults.map(({ column, message }) => `${column} ${message}`),
    );

    expect(faults).toEqual([
      [
        'amount is a formula: put its value there instead',
        'asOf holds a time without a zone: write it as text, such as 2026-03-31T12:00:00Z',
      ],
      ['amount holds an error value: correct it'],
      [
        'customerId is merged with others: unmerge them and fill each by itself',
        'currency is merged with others: unmerge them and fill each by itself',
      ],
      [],
    ]);
  });

  it('is read from its first sheet that is visible', async () => {
    const content = await workbook([], (sheet, book) => {
      sheet.state = 'hidden';
      book.addWorksheet('Shown').addRows([HEADER.split(','), ['cus_9', 'GBP', 1, '']]);
      book.addWorksheet('Other').addRow(['nothing']);
    });

    expect(cells(await read(content))).toEqual([['cus_9', 'GBP', '1', '']]);
  });

  it('with macros is refused, by what is in it and by its name', async () => {
    const book = sheetOf(`<sheetData>${headerRow()}</sheetData>`, { 'xl/vbaProject.bin': 'macros' });
    const named = files.read(upload(sheetOf(''), 'Balances.XLSM'), form);

    expect((await refused(book)).code).toBe('macros');
    await expect(named.next()).rejects.toMatchObject({ code: 'macros' });
  });

  it('with a password, in the old format, or another kind of archive is refused', async () => {
    const container = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const encrypted = Buffer.concat([container, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);

    expect((await refused(encrypted)).code).toBe('password_protected');
    expect((await refused(Buffer.concat([container, Buffer.alloc(600)]))).message).toContain('old format');
    expect((await refused(archive({ 'xl/workbook.xml': '<x/>' }, 1))).code).toBe('password_protected');
    expect((await refused(archive({ 'content.xml': '<x/>' }))).message).toContain('neither CSV nor');
  });

  it('that was cut off or changed is refused', async () => {
    const whole = await workbook([HEADER.split(','), ['cus_1', 'GBP', 1, '2026-03-31']]);
    const changed = Buffer.from(whole);
    // Somewhere in the packed sheets.
    for (let at = 1000; at < 3000; at += 1) changed[at] = (changed[at] ?? 0) ^ 0x55;

    for (const damaged of [whole.subarray(0, whole.length - 30), whole.subarray(0, 200), changed]) {
      expect((await refused(damaged)).message).toContain('damaged or was cut off');
    }
    expect((await refused(sheetOf('<sheetData><row r="1"><c><v>1</sheetData>'))).message).toContain('damaged');
    expect((await refused(sheetOf('<!DOCTYPE x [<!ENTITY a "b">]><sheetData/>'))).message).toContain('damaged');
  });

  it('is a bomb when it unpacks to more than 100 MB, whatever it says of itself', async () => {
    const bomb = sheetOf(`<sheetData>${'<row><c><v>1</v></c></row>'.repeat(4_200_000)}</sheetData>`);
    const texts = sheetOf(`<sheetData>${headerRow()}</sheetData>`, {
      'xl/sharedStrings.xml': `<sst>${`<si><t>${'a text '.repeat(100)}</t></si>`.repeat(141_000)}</sst>`,
    });

    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await refused(bomb)).code).toBe('table_too_large');
    expect((await refused(texts)).code).toBe('table_too_large');
  });

  it('that takes too much memory ends its reader and nothing else', async () => {
    const small = new WorkerTableFiles({ atOnce: 1, megabytes: 24 });
    const texts = Array.from({ length: 600_000 }, (_, index) => `<si><t>text ${index}</t></si>`);
    const greedy = sheetOf(`<sheetData>${headerRow()}</sheetData>`, {
      'xl/sharedStrings.xml': `<sst>${texts.join('')}</sst>`,
    });

    expect((await refused(greedy, form, small)).code).toBe('table_too_large');
    expect(await read(`${HEADER}\nc,GBP,1,\n`, form, small)).toHaveLength(1);
  });

  it('has 100,000 lines at most, and no cell is endless', async () => {
    const row = '<row><c t="str"><v>c</v></c><c t="str"><v>GBP</v></c><c><v>1</v></c></row>';

    expect((await refused(sheetOf(`<sheetData>${headerRow()}${row.repeat(100_001)}</sheetData>`))).code).toBe(
      'too_many_lines',
    );
    const endless = `<sheetData><row><c t="str"><v>${'x'.repeat(3_000_000)}</v></c></row></sheetData>`;
    expect((await refused(sheetOf(endless))).code).toBe('not_a_table');
  });
});
