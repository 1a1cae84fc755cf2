import * as fc from 'fast-check';
import { statementOf } from '../../../domain/customers/balances';
import { readAmount } from '../../../domain/shared/decimal-amount';
import { CURRENCIES } from '../../../domain/shared/money';
import { BalanceItem } from '../../../read-models/balances/list';
import { readLines } from '../../../../test/support/tables';
import { tableOf } from '../answers/list-as-table';
import { columnsOf } from '../answers/table-columns';
import { FORMATS } from '../requests/query-parameters';
import { BALANCES_FORM } from './balance-import-form';

const anyAmount = fc.oneof(fc.integer({ min: -5_000, max: 5_000 }), fc.maxSafeInteger());
const positive = fc.nat(1_000_000);
const times = fc.date({
  min: new Date('1900-03-01T00:00:00Z'),
  max: new Date('2026-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const stated = fc.oneof(
  fc.record({ stated: anyAmount, asOf: times.map((time) => time.toISOString()) }),
  fc.constant({ stated: null, asOf: null }),
);
const name = fc.option(fc.string({ unit: fc.constantFrom('=', '-', ';', '"', ',', ' ', '\n', 'Ł', 'a') }));
const items: fc.Arbitrary<BalanceItem> = fc
  .record({
    customerId: fc.uuid().map((id) => `cus_${id}`),
    currency: fc.constantFrom(...CURRENCIES),
    inFlight: positive,
    paidSince: positive,
    reversedSince: positive,
    collectable: positive,
    customerName: name,
    connectionId: fc.constant('con_1'),
    balance: stated,
  })
  .map(({ balance, ...item }) => ({ ...item, ...balance }));

async function fileOf(format: (typeof FORMATS)[number], all: readonly BalanceItem[]): Promise<Buffer> {
  async function* pages() {
    for (let begin = 0; begin < all.length; begin += 3) yield await Promise.resolve(all.slice(begin, begin + 3));
  }
  const parts: Buffer[] = [];
  for await (const part of tableOf('', format)?.write('balances', columnsOf(BalanceItem), pages()) ?? []) {
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts);
}

describe('The list of balances', () => {
  it.each(FORMATS)('as %s is imported again without a figure changed', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(items, { maxLength: 8 }), async (all) => {
        const lines = await readLines(await fileOf(format, all), { lists: BALANCES_FORM.lists ?? [] });
        const read = lines.map(({ cells, faults }) => {
          const { customerId, currency = '', amount = '', asOf = '' } = cells;
          const known = { timeZone: 'Pacific/Auckland', now: '2027-01-01T00:00:00.000Z' };
          return { customerId, ...statementOf({ amount: Number(readAmount(amount)), currency, asOf }, known), faults };
        });
        expect(read).toEqual(
          all.flatMap(({ customerId, currency, stated, asOf }) =>
            stated === null ? [] : [{ customerId, currency, amount: stated === 0 ? 0 : stated, asOf, faults: [] }],
          ),
        );
      }),
      { numRuns: format === 'csv' ? 300 : 60 },
    );
  });

  it('for programs is none for people: its minor units are not taken for major ones', async () => {
    const content = 'customerId,currency,stated,asOf\ncus_1,GBP,4550,2027-01-31T00:00:00.000Z\n';
    await expect(readLines(content, { lists: BALANCES_FORM.lists ?? [] })).rejects.toMatchObject({
      code: 'unknown_column',
      column: 'stated',
    });
  });
});
