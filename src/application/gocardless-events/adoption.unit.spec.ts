import { type LogEventOf } from '../ports/log-event';
import { type CommandBus } from '@nestjs/cqrs';
import { gocardlessEvent } from '../../../test/support/gocardless-event';
import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { storeDyingAfter } from '../../../test/support/store-through';
import { runningOn } from '../../../test/support/running';
import { executor, writeBatch } from '../../../test/support/sealed-batch';
import { connectionDecider } from '../../domain/connections/connection-decider';
import { customerDecider } from '../../domain/customers/customer';
import { mandateDecider } from '../../domain/mandates/mandate';
import { paymentClaimDecider } from '../../domain/payment-claims/payment-claim';
import { rowPaymentId } from '../../domain/balance-exports/rows';
import { CUSTOMER_TAG, EXPORT_ROW_TAG, type GoCardlessEvent } from '../../domain/shared/gocardless-event';
import { streams } from '../../domain/shared/streams';
import { Aggregates } from '../aggregates';
import { BalanceExports } from '../balances/balance-exports';
import { ReceiveDelivery, ReceiveDeliveryHandler } from '../deliveries/receive-delivery';
import { Connections } from '../connections/connections';
import { Customers } from '../customers/customers';
import { FetchedEvents } from '../gocardless-reads/fetched-events';
import { BatchedReads } from '../gocardless-reads/batched-reads';
import { LinkedMandates } from '../mandates/linked-mandates';
import { MandateObstacles } from '../mandates/mandate-obstacles';
import { Mandates } from '../mandates/mandates';
import { PaymentBinding } from '../payments/payment-binding';
import { type EventStore, ordinalOf } from '../ports/event-store';
import {
  type GoCardless,
  type GoCardlessAccounts,
  type GoCardlessCreationTimes,
  GoCardlessNotFound,
} from '../ports/gocardless';
import { type ReadModels } from '../ports/queries';
import { Adoption } from './adoption';
import { Identification } from './identification';
import { MandateLinking } from './mandate-linking';
import { PlanAdoption } from './plan-adoption';
import { PaymentAdoption } from './payment-adoption';
import { PayoutAdoption } from './payout-adoption';
import { RefundAdoption } from './refund-adoption';
import { RowAdoption } from './row-adoption';
import { runPartitions } from '../running/run-partitions';

const CONNECTION = 'con_1';
const BATCH = `bex_${'a'.repeat(32)}`;
const AT = '2026-03-02T10:00:00.000Z';
const MADE = '2026-03-02T09:30:00.000Z';
const PAGE = 500;

let store: MemoryEventStore;
let execute: ReturnType<typeof executor>;
let there: AtGoCardless;

/** What the account has, newest first. */
interface AtGoCardless {
  payments: Awaited<ReturnType<GoCardless['payment']>>[];
  mandates: Awaited<ReturnType<GoCardless['mandate']>>[];
  events: GoCardlessEvent[];
}

beforeEach(async () => {
  store = new MemoryEventStore();
  execute = executor(store);
  there = { payments: [], mandates: [], events: [] };
  const opening = { name: 'Main', environment: 'sandbox', creditorId: 'CR1', creditorName: 'Harbour Trading' } as const;
  await execute(connectionDecider, CONNECTION, {
    type: 'OpenConnection',
    connectionId: CONNECTION,
    ...opening,
    receiptSeries: 'R-',
    access: 'read_write',
    at: MADE,
    causationId: 'open',
  });
});

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function paymentAtGoCardless(number: number, metadata: Readonly<Record<string, string>> = {}) {
  return {
    id: `PM${number}`,
    createdAt: MADE,
    status: 'pending_submission',
    amount: 100,
    amountRefunded: 0,
    currency: 'GBP',
    chargeDate: '2026-03-09',
    mandateId: `MD${number}`,
    creditorId: 'CR1',
    payoutId: null,
    metadata,
  };
}

function mandateAtGoCardless(number: number) {
  return {
    id: `MD${number}`,
    createdAt: MADE,
    status: 'active',
    scheme: 'bacs',
    reference: null,
    nextPossibleChargeDate: '2026-03-09',
    gocardlessCustomerId: `CU${number}`,
    customerBankAccountId: `BA${number}`,
    creditorId: 'CR1',
    fundsSettlement: 'managed',
    newMandateId: null,
    metadata: { [CUSTOMER_TAG]: `cus_${number}` },
  };
}

const mandateEvent = (number: number, action: string, createdAt = MADE) =>
  gocardlessEvent('mandates', action, { id: `EV${number}${action}`, createdAt, links: { mandate: `MD${number}` } });

/** The account over requests that are counted, one for each page. */
function counted(requests: string[]): GoCardless {
  const asked = async (what: string) => {
    requests.push(what);
    await new Promise((resolve) => setImmediate(resolve)); // so that others ask meanwhile, as they do over a network
  };
  async function* listed<T extends { readonly createdAt: string }>(
    name: string,
    all: readonly T[],
    { createdAtGte = '', createdAtLte = '~' }: GoCardlessCreationTimes = {},
  ) {
    const fitting = all.filter(({ createdAt }) => createdAt >= createdAtGte && createdAt <= createdAtLte);
    for (let from = 0; from === 0 || from < fitting.length; from += PAGE) {
      await asked(`list ${name}`);
      yield fitting.slice(from, from + PAGE);
    }
  }
  const one = async <T extends { readonly id: string }>(name: string, all: readonly T[], id: string) => {
    await asked(name);
    const found = all.find((thing) => thing.id === id);
    if (found === undefined) throw new GoCardlessNotFound(false, 'resource_not_found', null);
    return found;
  };
  const accounts = () =>
    there.mandates.map(({ customerBankAccountId: id, gocardlessCustomerId, createdAt }) => ({
      ...{ id, gocardlessCustomerId, createdAt },
      ...{ bankName: 'Barclays', accountNumberEnding: '11' },
    }));
  // Adoption asks for nothing else here.
  return {
    payment: (id) => one('payment', there.payments, id),
    payments: (times) => listed('payments', there.payments, times),
    mandate: (id) => one('mandate', there.mandates, id),
    mandates: (times) => listed('mandates', there.mandates, times),
    customerBankAccount: (id) => one('bank account', accounts(), id),
    customerBankAccounts: (times) => listed('bank accounts', accounts(), times),
    plans: (mandate) => listed(mandate === undefined ? 'plans' : 'plans of a mandate', []),
    events: ({ mandate, resourceType, ...times }) =>
      mandate === undefined
        ? listed(`events of ${resourceType}`, there.events, times)
        : listed(
            'events of a mandate',
            there.events.filter(({ links }) => links['mandate'] === mandate),
          ),
  } as Partial<GoCardless> as GoCardless;
}

/** Lets adoption run through the log until it has done everything, or until it dies. Answers what it asked of GoCardless, with counts. */
async function adopt(on: EventStore = store): Promise<Readonly<Record<string, number>>> {
  const requests: string[] = [];
  const accounts = {
    of: () => Promise.resolve(counted(requests)),
  } as Partial<GoCardlessAccounts> as GoCardlessAccounts;
  const clock = { now: () => AT };
  const delay = () => Promise.resolve();
  const aggregates = new Aggregates(on, clock);
  const received = async () =>
    (await on.readAll(on.start(), { types: ['DeliveryReceived'], limit: 10_000 }))
      .events as LogEventOf<'DeliveryReceived'>[];
  // Of the questions only these are asked here.
  const readModels = {
    caughtUp: () => Promise.resolve(),
    receivedEvents: async () => new Set((await received()).flatMap(({ data }) => data.events.map(({ id }) => id))),
    unidentifiedPayments: () => Promise.resolve([]),
    unidentifiedRefunds: () => Promise.resolve([]),
    mandatesOfPayer: () => Promise.resolve([]),
  } as Partial<ReadModels> as ReadModels;
  const receive = new ReceiveDeliveryHandler(aggregates, { idsOf: () => Promise.resolve(new Map()) }, clock);
  const bus = { execute: (command: ReceiveDelivery) => receive.execute(command) } as unknown as CommandBus;

  const connections = new Connections(aggregates);
  const mandates = new Mandates(aggregates, on, readModels);
  const reads = new BatchedReads(accounts, delay);
  const linked = new LinkedMandates(aggregates, reads, connections, accounts);
  const fetched = new FetchedEvents(bus, on, readModels, accounts, delay);
  const binding = new PaymentBinding(aggregates, mandates);
  const identification = new Identification(aggregates, connections, mandates, linked, fetched, reads, readModels);
  const rows = new RowAdoption(aggregates, new BalanceExports(aggregates, on), binding);
  const obstacles = new MandateObstacles(connections, mandates, reads);
  const payments = new PaymentAdoption(
    aggregates,
    connections,
    mandates,
    obstacles,
    binding,
    identification,
    rows,
    reads,
  );
  const payouts = new PayoutAdoption(aggregates, connections, accounts);
  const refunds = new RefundAdoption(aggregates, connections, payments, identification, mandates, reads, accounts);
  const plans = new PlanAdoption(aggregates, reads, accounts);
  const linking = new MandateLinking(mandates, new Customers(aggregates), connections, linked, reads, readModels);
  const adoption = new Adoption(binding, payments, payouts, refunds, plans, identification, linking, accounts, clock);
  const end = new AbortController();
  const running = runningOn(on, async (position) => {
    if (position === (await on.head())) end.abort();
  });
  await runPartitions(adoption, running, end.signal);
  const counts: Record<string, number> = {};
  for (const request of requests) counts[request] = (counts[request] ?? 0) + 1;
  return counts;
}

/** Somebody uploads a batch of so many rows, and its events are parked. */
async function uploaded(count: number): Promise<readonly string[]> {
  const wishes = upTo(count).map((number) => ({ customerId: `cus_${number}`, mandateId: `MD${number}`, amount: 100 }));
  await register(count);
  const rows = await writeBatch(store, { balanceExportId: BATCH, connectionId: CONNECTION, rows: wishes });
  there.mandates = upTo(count).map(mandateAtGoCardless).reverse();
  there.payments = rows.map(({ number, rowId }) => paymentAtGoCardless(number, { [EXPORT_ROW_TAG]: rowId })).reverse();
  for (const { number } of rows) await park(number);
  return rows.map(({ rowId }) => rowPaymentId(rowId));
}

async function park(number: number): Promise<void> {
  const links = { payment: `PM${number}` };
  const event = gocardlessEvent('payments', 'created', { id: `EV${number}`, createdAt: MADE, links });
  const parked = {
    connectionId: CONNECTION,
    webhookId: null,
    deliveryStream: 'gocardlessWebhook-1',
    deliveryIndex: 0,
    event,
  };
  await execute(
    paymentClaimDecider,
    { connectionId: CONNECTION, gocardlessPaymentId: `PM${number}` },
    {
      type: 'ParkEvents',
      parked: [{ ...parked, reason: 'unknown_payment' }],
    },
  );
}

async function register(count: number): Promise<void> {
  const details = { name: 'Ada', company: null, email: null, reference: null, round: null };
  for (const number of upTo(count)) {
    const customerId = `cus_${number}`;
    const command = { type: 'RegisterCustomer', customerId, connectionId: CONNECTION, details } as const;
    await execute(customerDecider, customerId, { ...command, causationId: customerId, at: MADE });
  }
}

async function linkAll(count: number): Promise<void> {
  for (const number of upTo(count)) {
    const { id, gocardlessCustomerId, scheme, createdAt, nextPossibleChargeDate } = mandateAtGoCardless(number);
    const account = { reference: null, bankName: null, accountNumberEnding: null };
    await execute(
      mandateDecider,
      { connectionId: CONNECTION, mandateId: id },
      {
        type: 'LinkMandate',
        causationId: `link-${number}`,
        at: AT,
        link: {
          connectionId: CONNECTION,
          mandateId: id,
          customerId: `cus_${number}`,
          ...{ gocardlessCustomerId, scheme, createdAt, nextPossibleChargeDate, ...account },
          status: 'active',
          foundBy: 'email',
        },
      },
    );
  }
}

const typesOf = async (stream: string) => (await store.read(stream)).map(({ type }) => type);

/** How often each of these streams' histories came out. */
async function histories(names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) {
    const history = (await typesOf(name)).join(', ');
    counts.set(history, (counts.get(history) ?? 0) + 1);
  }
  return counts;
}

const BOUND = 'PaymentAwaited, PaymentSubmitted, PaymentChargeDateRead, PaymentCreated';

/** Nobody has linked the mandates of these files: how each settles is asked of GoCardless, for all together. */
const MANDATES_READ = { 'list mandates': 1 };

describe('an upload of 500 payments', () => {
  it('is adopted with a page of payments and one of their mandates', async () => {
    const paymentIds = await uploaded(500);
    expect(await adopt()).toStrictEqual({ 'list payments': 1, ...MANDATES_READ });
    expect(await histories(paymentIds.map(streams.payment))).toStrictEqual(new Map([[BOUND, 500]]));
  });

  it('asks singly only for what the pages do not have, and says that it is foreign', async () => {
    const paymentIds = await uploaded(20);
    there.payments = there.payments.filter(({ id }) => id !== 'PM7' && id !== 'PM8');
    expect(await adopt()).toStrictEqual({ payment: 2, 'list payments': 1, ...MANDATES_READ });
    const bound = paymentIds.filter((_, index) => index !== 6 && index !== 7);
    expect(await histories(bound.map(streams.payment))).toStrictEqual(new Map([[BOUND, 18]]));
    for (const id of ['PM7', 'PM8']) {
      expect(await typesOf(streams.paymentClaim(CONNECTION, id))).toStrictEqual([
        'GoCardlessEventParked',
        'GoCardlessEventForeign',
      ]);
    }
  });

  it('ends the same when the process dies in its midst and begins anew', async () => {
    const paymentIds = await uploaded(30);
    for (const appends of [1, 20, 47]) await expect(adopt(storeDyingAfter(store, appends))).rejects.toThrow('killed');
    await adopt();
    const length = ordinalOf(await store.head());
    await adopt();
    expect(ordinalOf(await store.head())).toBe(length);
    expect(await histories(paymentIds.map(streams.payment))).toStrictEqual(new Map([[BOUND, 30]]));
  });
});

/** What collects by these mandates without our asking. */
const PLANS_READ = { 'list plans': 1 };

describe('500 links at once', () => {
  it('fetch the histories of all mandates with a page for each 500 events', async () => {
    await linkAll(500);
    there.events = ['active', 'submitted', 'created'].flatMap((action) =>
      upTo(600).map((number) => mandateEvent(number, action)),
    );
    expect(await adopt()).toStrictEqual({ 'list events of mandates': 4, ...PLANS_READ });
    // Those of 100 mandates that nobody linked are left where they are.
    const { events } = await store.readAll(store.start(), { types: ['DeliveryReceived'], limit: 10_000 });
    const ids = (events as LogEventOf<'DeliveryReceived'>[]).flatMap(({ data }) => data.events.map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([1_500, 1_500]);
  });
});

describe('500 mandates that come to be at GoCardless', () => {
  it('link themselves with a page of mandates, one of bank accounts and one of events', async () => {
    await register(500);
    there.mandates = upTo(500).map(mandateAtGoCardless).reverse();
    for (const number of upTo(500)) {
      await execute(
        mandateDecider,
        { connectionId: CONNECTION, mandateId: `MD${number}` },
        {
          type: 'ObserveGoCardlessEvents',
          connectionId: CONNECTION,
          mandateId: `MD${number}`,
          events: [mandateEvent(number, 'created')],
        },
      );
    }
    expect(await adopt()).toStrictEqual({
      'list mandates': 1,
      'list bank accounts': 1,
      'list events of mandates': 1,
      ...PLANS_READ,
    });
    const mandates = upTo(500).map((number) => streams.mandate(CONNECTION, `MD${number}`));
    expect(await histories(mandates)).toStrictEqual(new Map([['MandateStatusChanged, MandateLinked', 500]]));
  });
});
