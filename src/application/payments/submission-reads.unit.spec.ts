import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { PlayedWorld } from '../../../test/support/played-world';
import { isRefusal } from '../../domain/shared/decider';
import { streams } from '../../domain/shared/streams';
import { Aggregates } from '../aggregates';
import { Connections } from '../connections/connections';
import { BatchedReads } from '../gocardless-reads/batched-reads';
import { MandateObstacles } from '../mandates/mandate-obstacles';
import { Mandates } from '../mandates/mandates';
import { type GoCardless, type GoCardlessAccounts, type PaymentCreation } from '../ports/gocardless';
import { type LogEventOf } from '../ports/log-event';
import { type ProcessCheckpoints } from '../ports/process-checkpoints';
import { type ReadModels } from '../ports/queries';
import { ReleaseInstalment, ReleaseInstalmentHandler } from '../sales-orders/release-instalment';
import { SalesOrders } from '../sales-orders/sales-orders';
import { GoCardlessWrites } from './gocardless-writes';
import { PaymentBinding } from './payment-binding';
import { Submission } from './submission';

const CONNECTION = 'con_1';

/** The store, with how often each stream was read since it was last asked. */
function counting(store: MemoryEventStore) {
  let reads: Record<string, number> = {};
  const read: MemoryEventStore['read'] = (stream, ...rest) => {
    reads[stream] = (reads[stream] ?? 0) + 1;
    return store.read(stream, ...rest);
  };
  const counted = new Proxy(store, {
    get: (target, name) => {
      const member: unknown = name === 'read' ? read : Reflect.get(target, name);
      return typeof member === 'function' && name !== 'read' ? (member.bind(target) as unknown) : member;
    },
  });
  const since = () => {
    const before = reads;
    reads = {};
    return before;
  };
  return { counted, since };
}

/** GoCardless makes what it is asked to make. */
function account(created: PaymentCreation[]): GoCardlessAccounts {
  const gocardless: Partial<GoCardless> = {
    mandate: (id) =>
      Promise.resolve({ id, creditorId: 'CRCON_1', nextPossibleChargeDate: null } as Awaited<
        ReturnType<GoCardless['mandate']>
      >),
    createPayment: (creation) => {
      created.push(creation);
      const { mandateId, amount, currency, chargeDate, metadata } = creation;
      const made = { createdAt: '2026-03-01T09:00:00.000Z', status: 'pending_submission', creditorId: 'CRCON_1' };
      const money = { amount, amountRefunded: 0, currency, chargeDate, mandateId, payoutId: null };
      return Promise.resolve({ outcome: 'created', payment: { id: 'PM1', ...made, ...money, metadata } });
    },
  };
  return { of: () => Promise.resolve(gocardless) } as Partial<GoCardlessAccounts> as GoCardlessAccounts;
}

it.each([
  ['the mandate of the instalment', 'MD1'],
  ['the usable mandate of the customer', null],
])('a submission with %s reads the order once, and each mandate of its chain once', async (_, mandateId) => {
  const world = new PlayedWorld();
  await world.openConnection(CONNECTION);
  await world.registerCustomer(CONNECTION, 'cus_1', 'Ann Archer');
  await world.linkMandate(CONNECTION, 'MD1', 'cus_1');
  const lines = [{ item: 'Windows', quantity: 1, unitAmount: 6_000 }];
  const plan = { instalments: [{ dueDate: '2026-03-20', amount: 6_000 }] };
  await world.placeOrder(CONNECTION, 'so_1', 'cus_1', lines, plan, mandateId);
  const [scheduledPaymentId = ''] = await world.instalments('so_1');

  const { counted, since } = counting(world.store);
  const clock = { now: () => world.now };
  const readModels = {
    orderOf: () => Promise.resolve('so_1'),
    caughtUp: () => Promise.resolve(),
    mandatesOf: () => Promise.resolve([{ connectionId: CONNECTION, mandateId: 'MD1', scheme: 'bacs' }]),
  } as Partial<ReadModels> as ReadModels;
  const swept = { position: world.store.start(), state: JSON.stringify({ through: world.now }) };
  const checkpoints = {
    load: (name) => Promise.resolve(name.startsWith('backfill') ? swept : null),
  } as Partial<ProcessCheckpoints> as ProcessCheckpoints;
  const aggregates = new Aggregates(counted, clock);
  const connections = new Connections(aggregates);
  const mandates = new Mandates(aggregates, counted, readModels);
  const created: PaymentCreation[] = [];
  const accounts = account(created);
  const orders = new SalesOrders(aggregates, counted, readModels);
  const handler = new ReleaseInstalmentHandler(aggregates, mandates, orders, connections, accounts);
  const binding = new PaymentBinding(aggregates, mandates);
  const reads = new BatchedReads(accounts, () => Promise.resolve());
  const obstacles = new MandateObstacles(connections, mandates, reads);
  const writes = new GoCardlessWrites(
    aggregates,
    mandates,
    connections,
    obstacles,
    binding,
    accounts,
    checkpoints,
    clock,
  );
  const submission = new Submission(aggregates, writes, clock);

  const context = { commandId: 'submit', correlationId: 'submit', actor: 'user:key_1', at: world.now } as const;
  const released = await handler.execute(new ReleaseInstalment(scheduledPaymentId, 'all', context));
  if (isRefusal(released)) throw new Error(released.detail);
  expect(since()).toEqual({
    [streams.salesOrder('so_1')]: 1,
    [streams.mandate(CONNECTION, 'MD1')]: 1,
    [streams.connection(CONNECTION)]: 1,
    ...(mandateId === null ? { [streams.customer('cus_1')]: 1 } : {}),
  });

  for (const type of ['InstalmentReleased', 'PaymentRequested'] as const) {
    const event = (await world.log()).findLast((one) => one.type === type);
    await submission.handle(event as LogEventOf<typeof type>, false);
  }
  // Neither the order nor a mandate again; the connection says whose creditor the payment must be.
  expect(since()).toEqual({
    [streams.payment(released.paymentId)]: 1,
    [streams.connection(CONNECTION)]: 1,
    [streams.paymentClaim(CONNECTION, 'PM1')]: 1,
  });
  expect(created).toMatchObject([{ mandateId: 'MD1', amount: 6_000, description: 'Windows' }]);
  expect((await world.log()).slice(-3).map(({ type }) => type)).toEqual([
    'PaymentSubmitted',
    'PaymentChargeDateRead',
    'PaymentClaimed',
  ]);
});
