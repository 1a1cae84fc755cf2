import { questionsOfTheLog } from '../../../test/support/balance-questions';
import { PlayedWorld } from '../../../test/support/played-world';
import { customerDecider } from '../../domain/customers/customer';
import { Aggregates } from '../aggregates';
import { BalanceLines, type ReadBalances } from './balance-lines';
import { Connections } from '../connections/connections';
import { AS_IT_IS, type TableFiles, type TableLine } from '../ports/table-files';

const line = (
  number: number,
  cells: Readonly<Record<string, string>>,
  faults: TableLine['faults'] = [],
): TableLine => ({
  line: number,
  cells: { currency: 'GBP', amount: '45.50', asOf: '2026-02-28', ...cells },
  faults,
});

async function read(lines: readonly TableLine[], older = false): Promise<ReadBalances> {
  const world = new PlayedWorld();
  await world.openConnection('con_1');
  await world.registerCustomer('con_1', 'cus_1', 'Ada');
  await world.registerCustomer('con_1', 'cus_2', 'Bob');
  await world.execute(customerDecider, 'cus_2', {
    type: 'StateBalance',
    currency: 'EUR',
    amount: 100,
    asOf: '2026-02-20T00:00:00.000Z',
    balanceImportId: null,
    at: world.now,
    causationId: 'stated before',
  });
  const connections = new Connections(new Aggregates(world.store, { now: () => world.now }));
  const files: TableFiles = {
    // eslint-disable-next-line @typescript-eslint/require-await -- the port reads asynchronously, this file is at hand
    async *read() {
      yield lines;
    },
  };
  const questions = {
    ...questionsOfTheLog(world.store),
    customersByReferences: () =>
      Promise.resolve(
        new Map([
          ['A', ['cus_1']],
          ['twice', ['cus_1', 'cus_2']],
        ]),
      ),
  };
  const balances = [];
  const errors = [];
  const lineReader = new BalanceLines(connections, world.store, files, questions);
  for await (const page of lineReader.read(
    { mediaType: 'text/csv', fileName: null, content: Buffer.alloc(0) },
    AS_IT_IS,
    {
      connectionId: 'con_1',
      now: '2026-03-01T12:00:00.000Z',
      older,
    },
  )) {
    balances.push(...page.balances);
    errors.push(...page.errors);
  }
  return { balances, errors };
}

describe('lines of balances', () => {
  it('are read by customer id or reference, amounts in major units, days in the connection’s zone', async () => {
    const lines = [
      line(2, { customerId: 'cus_2', amount: '-3', asOf: '2026-02-28T10:00:00Z' }),
      line(3, { reference: 'A', currency: 'eur' }),
    ];
    expect(await read(lines)).toEqual({
      balances: [
        { customerId: 'cus_2', currency: 'GBP', amount: -300, asOf: '2026-02-28T10:00:00.000Z' },
        { customerId: 'cus_1', currency: 'EUR', amount: 4_550, asOf: '2026-02-28T00:00:00.000Z' },
      ],
      errors: [],
    });
  });

  it.each([
    ['customerId', 'unknown_customer', { customerId: 'cus_9' }],
    ['customerId', 'missing', {}],
    ['reference', 'unknown_customer', { reference: 'Z' }],
    ['reference', 'ambiguous', { reference: 'twice' }],
    ['currency', 'unknown_currency', { customerId: 'cus_1', currency: 'pounds' }],
    ['asOf', 'validation_failed', { customerId: 'cus_1', asOf: '28/02/2026' }],
    ['asOf', 'as_of_in_future', { customerId: 'cus_1', asOf: '2026-03-02' }],
    ...['12,50', '£12.50', '1e3', '12.345', '--3', ''].map(
      (amount) => ['amount', 'unreadable_amount', { customerId: 'cus_1', amount }] as const,
    ),
  ] as const)('with a wrong %s say %s: %j', async (field, code, cells) => {
    const { balances, errors } = await read([line(7, cells)]);
    expect(balances).toEqual([]);
    expect(errors).toMatchObject([{ line: 7, field, code }]);
  });

  it('say everything that is wrong with a line, and of a cell that can not be used only that', async () => {
    const formula = { column: 'amount', message: 'is a formula: write its value' };
    const { errors } = await read([line(2, { amount: '', asOf: 'soon' }, [formula])]);
    expect(errors).toMatchObject([
      { field: 'amount', code: 'unusable_cell', message: 'is a formula: write its value' },
      { field: 'customerId', code: 'missing' },
      { field: 'asOf', code: 'validation_failed' },
    ]);
  });

  it('state one balance a customer and currency, and name the line that did so before', async () => {
    const { balances, errors } = await read([
      line(2, { customerId: 'cus_1' }),
      line(3, { reference: 'A', amount: '1.00' }),
      line(4, { customerId: 'cus_1', currency: 'EUR' }),
    ]);
    expect(balances).toHaveLength(2);
    expect(errors).toMatchObject([
      { line: 3, code: 'duplicate_line', message: expect.stringContaining('Line 2') as string },
    ]);
  });

  it('are no older than what stands, unless that is said', async () => {
    const lines = ['2026-02-19', '2026-02-20', '2026-02-21'].map((asOf, index) =>
      line(index + 2, { customerId: 'cus_2', currency: 'EUR', asOf }),
    );
    for (const [one, older, codes] of [
      [lines[0], false, ['older_balance']],
      [lines[0], true, []],
      [lines[1], false, []],
      [lines[2], false, []],
    ] as const) {
      const { balances, errors } = await read(one === undefined ? [] : [one], older);
      expect([balances.length, errors.map(({ code }) => code)]).toEqual([1 - codes.length, codes]);
    }
  });
});
