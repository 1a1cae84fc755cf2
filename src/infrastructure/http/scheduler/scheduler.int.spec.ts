import { Aggregates } from '../../../application/aggregates';
import { connectionDecider } from '../../../domain/connections/connection-decider';
import { Bookkeeping, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
});

afterAll(() => product.stop());

/** One instalment, due on a day. */
async function due(customerId: string, dueDate: string, amount = 36_000): Promise<string> {
  const order = await books.order(customerId, {
    lines: [{ item: 'Membership', quantity: 1, unitAmount: amount }],
    plan: { instalments: [{ dueDate, amount }] },
  });
  return order.scheduledPayments[0] ?? '';
}

const run = (body: object, key?: string) =>
  product.api('POST', '/api/scheduler/runs', body, key === undefined ? {} : { key });

describe('a run of the scheduler', () => {
  it('sends what is due within ten days, and says what became of each', async () => {
    const { customerId } = await books.linkedCustomer();
    const moved = await due(customerId, '2026-02-09');
    const sent = await due(customerId, '2026-02-16');
    const refused = await due(customerId, '2026-02-16', 99);
    const blocked = await due(await books.customer(), '2026-02-16');
    const later = await due(customerId, '2026-02-17');
    const creditorId = text(await books.read(`/api/connections/${books.connection.connectionId}`), 'creditorId');
    await product.control(`/creditors/${creditorId}`, { enforceLimits: true });
    // The bank needs its days: from this Friday on, the coming Monday is too early.
    await product.control('/clock', { advanceTo: '2026-02-06T10:00:00.000Z' });
    const first = await run({});
    expect([first.status, first.json]).toEqual([
      200,
      {
        sent: 2,
        moved: 1,
        refused: 1,
        blocked: 1,
        items: [
          { scheduledPaymentId: moved, outcome: 'moved', chargeDate: '2026-02-11' },
          { scheduledPaymentId: sent, outcome: 'sent', chargeDate: '2026-02-16' },
          { scheduledPaymentId: refused, outcome: 'refused', reason: 'validation_failed' },
          { scheduledPaymentId: blocked, outcome: 'blocked', reason: 'no_mandate' },
        ],
        position: expect.any(String) as unknown,
      },
    ]);
    // What was refused waits for a person; what is blocked is tried each time.
    const again = await run({});
    expect(again.json).toMatchObject({ sent: 0, moved: 0, refused: 0, blocked: 1 });
    const ahead = await run({ today: '2026-02-07' });
    expect(ahead.json).toMatchObject({
      sent: 1,
      items: [
        { scheduledPaymentId: blocked, outcome: 'blocked' },
        { scheduledPaymentId: later, outcome: 'sent', chargeDate: '2026-02-17' },
      ],
    });
  });

  it('of a key that is limited to connections looks at these alone', async () => {
    const accessToken = await product.addOrganisation('Branch');
    const branch = await Bookkeeping.begin(product, { name: 'Branch', accessToken });
    const own = await branch.order(await branch.customer());
    const key = await product.makeKey('accountant', { connectionIds: [branch.connection.connectionId] });
    const { json } = await run({ today: '2026-02-08' }, key);
    expect(json).toMatchObject({
      sent: 0,
      blocked: 1,
      items: [{ scheduledPaymentId: own.scheduledPayments[0], outcome: 'blocked', reason: 'no_mandate' }],
    });
  });

  it('is for accountants, on a day that exists', async () => {
    for (const role of ['collector', 'auditor'] as const) {
      expect(problemOf(await run({}, await product.makeKey(role)))).toEqual([403, 'forbidden']);
    }
    expect(problemOf(await run({ today: 'tomorrow' }))).toEqual([422, 'validation_failed', 'today']);
  });

  it('can not play with the day while a connection of the caller is live', async () => {
    const at = product.runtime.clock.now();
    const live = {
      type: 'OpenConnection',
      connectionId: 'con_live',
      name: 'Live',
      environment: 'live',
      creditorId: 'CRLIVE',
      creditorName: 'Live',
      receiptSeries: 'RL-',
      at,
      commandId: 'live',
    } as const;
    const context = { commandId: 'live', correlationId: 'live', actor: 'system', at } as const;
    await product.app.get(Aggregates).execute(connectionDecider, 'con_live', live, context);
    expect(problemOf(await run({ today: '2026-02-08' }))).toEqual([422, 'validation_failed', 'today']);
    expect((await run({})).status).toBe(200);
    const key = await product.makeKey('accountant', { connectionIds: [books.connection.connectionId] });
    expect((await run({ today: '2026-02-08' }, key)).status).toBe(200);
  });

  it.each([
    ['betalingsservice', 'DKK', '2026-04-01', ['2026-03-17', '2026-03-18']],
    ['autogiro', 'SEK', '2026-04-15', ['2026-04-01', '2026-04-02']],
  ] as const)('sends early enough for %s', async (scheme, currency, dueDate, [dayBefore, day]) => {
    const { customerId } = await books.linkedCustomer({}, { scheme });
    const order = await books.order(customerId, {
      currency,
      lines: [{ item: 'Membership', quantity: 1, unitAmount: 36_000 }],
      plan: { instalments: [{ dueDate, amount: 36_000 }] },
    });
    await product.control('/clock', { advanceTo: `${dayBefore}T10:00:00.000Z` });
    expect((await run({})).json).toMatchObject({ sent: 0 });
    // After the banks' deadline: the day itself does not count any more.
    await product.control('/clock', { advanceTo: `${day}T18:00:00.000Z` });
    expect((await run({})).json).toMatchObject({
      moved: 0,
      items: expect.arrayContaining([
        { scheduledPaymentId: order.scheduledPayments[0], outcome: 'sent', chargeDate: dueDate },
      ]) as unknown,
    });
  });
});
