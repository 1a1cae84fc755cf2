import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { cellsAndFaults, readLines, refusalOf } from '../../../../test/support/tables';
import { csvRecords } from './csv-records';

const HEADER = 'customerId,currency,amount,asOf';
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('A CSV file', () => {
  it.each<readonly [string, string | Buffer]>([
    ['with commas', `${HEADER}\ncus_1,GBP,12.50,2026-03-31\n`],
    ['with CRLF and a mark', `\ufeff${HEADER}\r\ncus_1,GBP,12.50,2026-03-31`],
    ['with semicolons', `${HEADER.replaceAll(',', ';')}\r\ncus_1;GBP;12.50;2026-03-31\r\n`],
    ['with tabs', `${HEADER.replaceAll(',', '\t')}\ncus_1\tGBP\t12.50\t2026-03-31\n`],
    ['with quotation marks', `"customerId","currency","amount","asOf"\n"cus_1","GBP","12.50","2026-03-31"\n`],
    ['with other case and spaces', ` CustomerID ,CURRENCY,Amount, asof\n cus_1 , GBP ,12.50, 2026-03-31 \n`],
    ['with words for its columns', `Customer id,currency,amount,As of\ncus_1,GBP,12.50,2026-03-31\n`],
    ['from old Macs', `${HEADER}\rcus_1,GBP,12.50,2026-03-31\r`],
    [
      'that says what is between its cells',
      `sep=;\r\n${HEADER.replaceAll(',', ';')}\r\ncus_1;GBP;12.50;2026-03-31\r\n`,
    ],
    ['that says so behind a mark', `\ufeffsep=|\r${HEADER.replaceAll(',', '|')}\rcus_1|GBP|12.50|2026-03-31\r`],
    ['that Excel calls Unicode text', utf16(`${HEADER.replaceAll(',', '\t')}\r\ncus_1\tGBP\t12.50\t2026-03-31\r\n`)],
    ['in the other UTF-16', utf16(`${HEADER}\ncus_1,GBP,12.50,2026-03-31\n`).swap16()],
    [
      'with commas within semicolons',
      `customerId;currency;amount;asOf;note\ncus_1;GBP;12.50;2026-03-31;"a, b, c, d"\n`,
    ],
  ])('%s is read', async (_, content) => {
    const [line, ...others] = await readLines(content);

    expect(others).toEqual([]);
    expect(line).toMatchObject({
      line: 2,
      cells: { customerId: 'cus_1', currency: 'GBP', amount: '12.50', asOf: '2026-03-31' },
      faults: [],
    });
  });

  it('counts lines as a spreadsheet shows them, and leaves blank ones out', async () => {
    const lines = await readLines(`${HEADER}\n\ncus_1,GBP,1,\n,, ,\n"cus\n2",GBP,2,\n\n\ncus_3,GBP,3\n`);

    expect(lines.map(({ line, cells: { customerId } }) => [line, customerId])).toEqual([
      [3, 'cus_1'],
      [5, 'cus 2'],
      [8, 'cus_3'],
    ]);
  });

  it('may begin with lines that have nothing in them', async () => {
    expect(await readLines(`;;;\n\n${HEADER.replaceAll(',', ';')}\nc;GBP;1;\n`)).toMatchObject([
      { line: 4, cells: { customerId: 'c', amount: '1' } },
    ]);
  });

  it('keeps names of any script in one form, and cleans what can not be a name', async () => {
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

    expect((await readLines(content)).map((line) => line.cells['note'])).toEqual(names);
    const odd = `${HEADER},note\nc,GBP,'-3.00,,"a\u0007b\u0085c"\nc,GBP,1,,'=1+1\nc,GBP,1,,' =1+1\nc,GBP,1,,Zoe\u0308\n`;
    expect((await readLines(odd)).map(({ cells: { amount, note } }) => [amount, note])).toEqual([
      ['-3.00', 'a b c'],
      ['1', '=1+1'],
      ['1', '=1+1'],
      ['1', 'Zo\u00eb'],
    ]);
  });

  it('has the faults of cells that are too long told, and reads the rest', async () => {
    const content = `${HEADER},note\n${'c'.repeat(321)},GBP,${'9'.repeat(250_000)},,\ncus_2,GBP,1,,${'n'.repeat(33_000)}\n`;

    expect((await readLines(content)).map(cellsAndFaults)).toEqual([
      {
        customerId: '',
        currency: 'GBP',
        amount: '',
        asOf: '',
        note: '',
        faults: ['customerId is longer than 320 characters', 'amount is longer than 32767 characters'],
      },
      {
        customerId: 'cus_2',
        currency: 'GBP',
        amount: '1',
        asOf: '',
        note: '',
        faults: ['note is longer than 32767 characters'],
      },
    ]);
  });

  it.each<readonly [string, string | Buffer, string, string | undefined]>([
    ['a column that is not known', `${HEADER},iban\n`, 'unknown_column', 'iban'],
    ['a column that is missing', 'customerId,currency,asOf\n', 'missing_column', 'amount'],
    ['neither of two columns', 'currency,amount,asOf\n', 'missing_column', 'customerId'],
    ['a column twice', `${HEADER},Amount\n`, 'duplicate_column', 'amount'],
    ['a column twice in other words', `${HEADER},As of\n`, 'duplicate_column', 'asOf'],
    ['a cell under no name', `${HEADER}\nc,GBP,1,,x\n`, 'unknown_column', undefined],
    ['no line at all', ' \n\n', 'not_a_table', undefined],
    ['nothing', '', 'not_a_table', undefined],
    ['nothing but what is between its cells', 'sep=;', 'not_a_table', undefined],
    ['a quotation mark that is never closed', `${HEADER}\nc,"GBP,1,\nc,GBP,1,\n`, 'broken_line', undefined],
    ['a quotation mark within a cell', `${HEADER}\nc,G"B"P,1,\n`, 'broken_line', undefined],
    ['something behind a quotation mark', `${HEADER}\nc,"GBP" x,1,\n`, 'broken_line', undefined],
    ['an endless line', `${HEADER}\n"${'x'.repeat(300_000)}`, 'broken_line', undefined],
    ['UTF-16 without a mark', Buffer.from(HEADER, 'utf16le'), 'not_a_table', undefined],
    ['half a character of UTF-16', utf16(HEADER).subarray(0, -1), 'not_utf8', undefined],
    ['Latin-1', Buffer.from(`${HEADER}\nJosé,GBP,1,\n`, 'latin1'), 'not_utf8', undefined],
    ['a PDF', Buffer.from('255044462d312e370a25e2e3cfd3', 'hex'), 'not_utf8', undefined],
    ['noise', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)), 'not_a_table', undefined],
    ['a million blank lines', `${HEADER}\n${'\n'.repeat(1_048_577)}`, 'too_many_lines', undefined],
  ])('with %s is refused', async (_, content, code, column) => {
    const error = await refusalOf(readLines(content));

    expect([error.code, error.column]).toEqual([code, column]);
    expect(error.message).toMatch(/\.$/);
  });

  it('has 100,000 lines at most', async () => {
    const most = `${HEADER}\n${'c,GBP,1,\n'.repeat(100_000)}`;

    expect(await readLines(most)).toHaveLength(100_000);
    expect((await refusalOf(readLines(`${most}c,GBP,1,\n`))).code).toBe('too_many_lines');
  });
});

describe('The columns of a file', () => {
  it('may be called otherwise, in words that are then accepted', async () => {
    const mapping = { reference: 'Account Code', amount: 'Balance' };

    expect(await readLines('account code,currency,balance,asOf\nA1,GBP,5,\n', { mapping })).toMatchObject([
      { cells: { reference: 'A1', currency: 'GBP', amount: '5', asOf: '' } },
    ]);
    const error = await refusalOf(readLines('reference,currency,amount,asOf\nA1,GBP,5,\n', { mapping }));
    expect([error.code, error.column]).toEqual(['unknown_column', 'reference']);
    expect(error.message).toBe(
      'The header has columns that are not known here: reference, amount. There can be: customerId, currency, asOf, note, Account Code, Balance. Name others in "ignore".',
    );
    const advised = /There can be: (.*)\. Name/.exec(error.message)?.[1] ?? '';
    expect(await readLines(`${advised}\nc1,GBP,,,A1,5\n`, { mapping })).toMatchObject([
      { cells: { customerId: 'c1', reference: 'A1', amount: '5' } },
    ]);
  });

  it('may have the name that another one has here', async () => {
    const mapping = { reference: 'customerId' };
    expect(await readLines(`${HEADER}\nA1,GBP,5,\n`, { mapping })).toMatchObject([{ cells: { reference: 'A1' } }]);
  });

  it.each([
    ['names no column that there is', { constructor: 'x' }, 'unknown_column'],
    ['gives one name to two', { amount: 'x', asOf: 'X' }, 'duplicate_column'],
  ])('can not be read with a mapping that %s', async (_, mapping, code) => {
    expect((await refusalOf(readLines(HEADER, { mapping }))).code).toBe(code);
  });

  it('that nobody asked for are ignored by name, and all others told at once', async () => {
    const content = `${HEADER},Phone,Fax no.\nc,GBP,1,,1,2\n`;

    expect(await readLines(content, { ignored: ['phone', 'Fax no.'] })).toMatchObject([{ cells: { amount: '1' } }]);
    const many = Array.from({ length: 30 }, (_, index) => `x${index}`);
    const { message } = await refusalOf(readLines(`${content.split('\n')[0]},${many.join(',')}\n`));
    expect(message).toContain(`: Phone, Fax no., ${many.slice(0, 18).join(', ')} and 12 more. There can be`);
  });

  it('may be given once for the file: a blank cell says nothing else, another value does', async () => {
    const given = { currency: 'GBP', asOf: '2026-03-31' };

    expect((await readLines('customerId,amount\nc,5\n', { given })).map(cellsAndFaults)).toEqual([
      { customerId: 'c', amount: '5', currency: 'GBP', asOf: '2026-03-31' },
    ]);
    const said = await readLines('customerId,amount,currency\nc,5,gbp\nc,5,\nc,5,EUR\n', { given });
    expect(said.map(({ cells, faults }) => [cells['currency'], faults])).toEqual([
      ['gbp', []],
      ['GBP', []],
      ['GBP', [{ column: 'currency', message: 'says something else than what was given for the whole file' }]],
    ]);
    expect(await readLines('customerId,amount,currency\nc,5,EUR\n', { given, ignored: ['currency'] })).toMatchObject([
      { cells: { currency: 'GBP' }, faults: [] },
    ]);
  });

  it('are those of a list when there are no others', async () => {
    const headings = {
      'Customer id': 'customerId',
      Currency: 'currency',
      Stated: 'amount',
      'As of (UTC)': 'asOf',
      Paid: null,
    };
    const lists = [
      { headings: { Id: 'reference' }, needed: [] },
      { headings, needed: ['Stated', 'Paid'] },
    ];
    const list =
      'Customer id,Currency,Stated,As of (UTC),Paid\nc,GBP,45.50,2026-01-31,true\nd,GBP,,,true\ne,GBP,1,2026-01-31,FALSE\n';

    expect((await readLines(list, { lists })).map(({ cells }) => cells)).toEqual([
      { customerId: 'c', currency: 'GBP', amount: '45.50', asOf: '2026-01-31T00:00:00.000Z' },
    ]);
    // A column that is not read may be gone.
    expect(await readLines('Customer id,Currency,Stated,As of (UTC)\nd,GBP,,\n', { lists })).toEqual([]);
    // What programs read has minor units: its names are not those of the list for people.
    expect((await refusalOf(readLines('customerId,currency,stated,asOf\nc,GBP,4550,\n', { lists }))).column).toBe(
      'stated',
    );
    expect((await refusalOf(readLines(list.replace('Paid', 'Other'), { lists }))).code).toBe('unknown_column');
  });
});

describe('Records of CSV', () => {
  it('are those that the library reads, for any text that it takes', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r\n', '\r', 'a', ' ', 'é', '""') });
    fc.assert(
      fc.property(text, (csv) => {
        const read = () => [...csvRecords(Buffer.from(csv), ',')].map(({ cells }) => cells);
        let expected: string[][];
        try {
          expected = parse(csv, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
        } catch {
          expect(read).toThrow();
          return;
        }
        expect(read()).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
