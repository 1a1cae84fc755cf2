import * as fc from 'fast-check';
import { readImportFile } from '../../simulator/imports/import-file';
import { type ExportRow } from '../../src/domain/balance-exports/events';
import { csvHeader, csvRows } from '../../src/infrastructure/files/balances/balance-csv';

const batch = { balanceExportId: 'bex_1', currency: 'GBP', chargeDate: '2026-12-01' };

/** Names as they have been seen, and as attackers write them. */
const hostile = fc.oneof(
  fc.constantFrom(
    '=HYPERLINK("http://x","y")',
    '+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    "'=1",
    '"',
    '""quoted""',
    'a,b;c\td',
    'two\nlines\r\nor three',
    'محمد علي',
    '\u202eevil\u202c',
    '👩‍👩‍👧‍👦'.repeat(40),
    '😀'.repeat(120),
    `a${'😀'.repeat(120)}`,
    'x'.repeat(200),
    '\u0000\u0007\u0085',
    '\ud800',
    ' ',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

const row = fc.record<ExportRow>({
  rowId: fc.nat().map((number) => `blr_0123456789abcdef0123456789abcdef_${number}`),
  number: fc.integer({ min: 1, max: 100_000 }),
  customerId: fc.constant('cus_1'),
  mandateId: fc.constantFrom('MD000123', 'MD000456'),
  gocardlessCustomerId: fc.constant('CU000123'),
  name: fc.option(hostile),
  company: fc.option(hostile),
  email: fc.option(hostile),
  amount: fc.integer({ min: 1, max: 99_999_999_999 }),
  description: fc.option(hostile),
});

/** What an independent reader of the rules expects of a text in the file. */
function shown(text: string | null): string {
  const clean = (text ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
  const safe = /^[=+\-@]/.test(clean) ? `'${clean}` : clean;
  return safe.length <= 100 ? safe : safe.slice(0, 100).replace(/[\ud800-\udbff]$/, '');
}

describe('The import file of a balance export', () => {
  it('has the header that GoCardless asks for, without a byte order mark', () => {
    expect(csvHeader().toString()).toBe(
      'mandate.id,customer.id,customer.given_name,customer.family_name,customer.company_name,customer.email,' +
        'payment.amount,payment.currency,payment.description,payment.charge_date,payment.metadata.export_row\r\n',
    );
  });

  it('is taken by the importer as the rows that went into it', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const read = readImportFile(Buffer.concat([csvHeader(), csvRows(batch, rows)]).toString('utf8'));

        expect(read.errors).toEqual([]);
        expect(read.rows).toEqual(
          rows.map((one, index) => ({
            row: index + 2,
            mandate: one.mandateId,
            customer: one.gocardlessCustomerId,
            amount: one.amount,
            currency: 'GBP',
            description: shown(one.description) || null,
            chargeDate: '2026-12-01',
            metadata: { export_row: one.rowId },
          })),
        );
      }),
    );
  });

  it('is the same however its rows are divided', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), fc.nat(10), (rows, at) => {
        const divided = Buffer.concat([csvRows(batch, rows.slice(0, at)), csvRows(batch, rows.slice(at))]);

        expect(divided).toEqual(csvRows(batch, rows));
      }),
    );
  });

  it.each([
    ['Ada Lovelace', 'Ada', 'Lovelace'],
    ['  Ada  King   Lovelace ', 'Ada  King', 'Lovelace'],
    ['Madonna', '', 'Madonna'],
    ['=1 +1', "'=1", "'+1"],
    [null, '', ''],
  ])('writes the name %j as %j and %j', (name, given, family) => {
    const [one] = fc.sample(row, 1);
    if (one === undefined) throw new Error('no row');
    const text = csvRows({ ...batch, chargeDate: null }, [
      {
        ...one,
        name,
        company: null,
        email: null,
        description: null,
        amount: 12_000,
        rowId: 'blr_1_1',
        mandateId: 'MD1',
      },
    ]).toString();

    expect(text).toBe(`MD1,CU000123,${given},${family},,,120.00,GBP,,,blr_1_1\r\n`);
  });
});
