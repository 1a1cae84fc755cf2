import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { storeDyingAfter, storeThrough } from '../../../test/support/store-through';
import { runningOn } from '../../../test/support/running';
import { executor, writeBatch } from '../../../test/support/sealed-batch';
import { balanceExportDecider } from '../../domain/balance-exports/balance-export';
import { type ExportRow } from '../../domain/balance-exports/events';
import { rowPaymentId } from '../../domain/balance-exports/rows';
import { balanceImportDecider } from '../../domain/balance-imports/balance-import';
import { balanceIn, NO_BALANCES } from '../../domain/customers/balances';
import { customerDecider } from '../../domain/customers/customer';
import { paymentDecider } from '../../domain/payments/payment';
import { derivedId } from '../../domain/shared/identity';
import { streams } from '../../domain/shared/streams';
import { Aggregates } from '../aggregates';
import { BalanceExports } from './balance-exports';
import { BalanceReservations } from './balance-reservations';
import { type BalanceFiles } from '../ports/balance-files';
import { type BalanceQuestions, type ReservedRow } from '../ports/balance-questions';
import { type EventStore, ordinalOf, StoreUnavailable } from '../ports/event-store';
import { BalanceBatches } from './balance-batches';
import { CarryOutExport } from './carry-out-export';
import { CarryOutImport } from './carry-out-import';
import { runPartitions } from '../running/run-partitions';

const CONNECTION = 'con_1';
const BATCH = `bex_${'a'.repeat(32)}`;
const IMPORT = 'bim_1';
const AT = '2026-03-02T10:00:00.000Z';
const cause = (causationId: string) => ({ causationId, at: AT });

let store: MemoryEventStore;
let execute: ReturnType<typeof executor>;
let removedFiles: string[];

beforeEach(() => {
  store = new MemoryEventStore();
  execute = executor(store);
  removedFiles = [];
});

const customers = (count: number) => Array.from({ length: count }, (_, index) => `cus_${index + 1}`);

async function register(ids: readonly string[]): Promise<void> {
  const details = { name: 'Ada', company: null, email: null, reference: null, round: null };
  for (const customerId of ids) {
    const command = { type: 'RegisterCustomer', customerId, connectionId: CONNECTION, details } as const;
    await execute(customerDecider, customerId, { ...command, causationId: customerId, at: AT });
  }
}

async function batchOf(count: number, numberOf = (index: number) => index + 1): Promise<readonly ExportRow[]> {
  await register(customers(count));
  const rows = customers(count).map((customerId, index) => ({
    number: numberOf(index),
    customerId,
    mandateId: `MD${index}`,
    amount: 100 + index,
  }));
  return writeBatch(store, { balanceExportId: BATCH, connectionId: CONNECTION, rows });
}

const tell = (command: Parameters<typeof balanceExportDecider.decide>[0]) =>
  execute(balanceExportDecider, BATCH, command);

const asked = {
  add: { type: 'AddBalancesAsPayments', ...cause('add') },
  collect: { type: 'CollectBalances', ...cause('collect') },
  release: (...numbers: (readonly [number, number])[]) =>
    ({ type: 'ReleaseRows', numbers, ...cause('release') }) as const,
} as const;

/** Runs the process from the beginning of the log until it has been through it, or until it is stopped. Throws what it died of. */
async function run(on: EventStore = store, end = new AbortController()): Promise<void> {
  const aggregates = new Aggregates(on, { now: () => AT });
  // Of the questions and files only these are asked by the process.
  const questions = {
    caughtUp: () => Promise.resolve(),
    reservedRows,
  } as Partial<BalanceQuestions> as BalanceQuestions;
  const files = { remove: (id: string) => Promise.resolve(void removedFiles.push(id)) } as Partial<BalanceFiles>;
  const reservations = new BalanceReservations(aggregates, on, questions, files as BalanceFiles);
  const carryOutExport = new CarryOutExport(aggregates, new BalanceExports(aggregates, on), reservations, on);
  const process = new BalanceBatches(carryOutExport, new CarryOutImport(aggregates, on));
  const running = runningOn(on, async (position) => {
    if (position === (await store.head())) end.abort();
  });
  await runPartitions(process, running, end.signal);
}

async function balanceOf(customerId: string) {
  const { state } = await new Aggregates(store, { now: () => AT }).load(customerDecider, customerId);
  return balanceIn(state.status === 'none' ? NO_BALANCES : state.balances, 'GBP');
}

async function reservedRows(balanceExportId: string, limit: number): Promise<readonly ReservedRow[]> {
  const all = await Promise.all(customers(1300).map(async (id) => [...(await balanceOf(id)).reserved.values()]));
  return all
    .flat()
    .filter((row) => row.balanceExportId === balanceExportId)
    .slice(0, limit);
}

/** The events of a stream's kind, each as `type row`, in the order of the rows. */
async function paymentEvents(rows: readonly ExportRow[]): Promise<readonly string[]> {
  const events = await Promise.all(
    rows.map(async ({ number, rowId }) =>
      (await store.read(streams.payment(rowPaymentId(rowId)))).map(({ type }) => `${number} ${type}`),
    ),
  );
  return events.flat();
}

async function carriedOut(): Promise<number> {
  const life = await store.read(streams.balanceExport(BATCH));
  return life.filter(({ type }) => type === 'BalanceExportCarriedOut').length;
}

const length = async () => Number(ordinalOf(await store.head()));
const all = (rows: readonly ExportRow[], type: string) => rows.map(({ number }) => `${number} ${type}`);

describe('a batch that is added as payments', () => {
  it('has a waiting payment for each row, over chunks and holes, and says that it is carried out', async () => {
    const rows = await batchOf(620, (index) => (index < 3 ? index + 1 : index + 400));
    const { position } = await tell(asked.add);
    await run();
    expect(await paymentEvents(rows)).toStrictEqual(all(rows, 'PaymentAwaited'));
    expect(await carriedOut()).toBe(1);
    const [row] = rows;
    const [awaited] = await store.read(streams.payment(rowPaymentId(row?.rowId ?? '')));
    const [added] = (await store.readAll(position, { limit: 1 })).events;
    expect(awaited).toMatchObject({
      data: {
        connectionId: CONNECTION,
        customerId: 'cus_1',
        origin: { kind: 'balance_export', balanceExportId: BATCH, rowId: row?.rowId },
        mandateId: 'MD0',
        amount: 100,
        currency: 'GBP',
        chargeDate: null,
      },
      metadata: { effectiveAt: AT, actor: 'user:key_1', causationId: expect.any(String) as string },
    });
    expect(added?.metadata.causationId).toBe(awaited?.metadata.causationId);
  });

  it.each([1, 300, 620])(
    'is the same batch when the process is killed at append %i and begins anew',
    async (appends) => {
      const rows = await batchOf(620);
      await tell(asked.add);
      await expect(run(storeDyingAfter(store, appends))).rejects.toThrow('killed');
      expect(await carriedOut()).toBe(0);
      await run();
      expect(await paymentEvents(rows)).toStrictEqual(all(rows, 'PaymentAwaited'));
      expect(await carriedOut()).toBe(1);
      const before = await length();
      await run();
      expect(await length()).toBe(before);
    },
  );

  it('is left between two chunks when the process is to end, and gone on with later', async () => {
    const rows = await batchOf(1200);
    await tell(asked.add);
    const end = new AbortController();
    let appends = 0;
    const counting = storeThrough(store, (...append) => {
      appends += 1;
      if (appends === 100) end.abort();
      return store.append(...append);
    });
    await run(counting, end);
    expect(await paymentEvents(rows)).toStrictEqual(all(rows.slice(0, 500), 'PaymentAwaited'));
    await run();
    expect(await paymentEvents(rows)).toStrictEqual(all(rows, 'PaymentAwaited'));
  });

  it('waits while the store is away, and loses nothing', async () => {
    const rows = await batchOf(80);
    await tell(asked.add);
    let away = 5;
    const flickering = storeThrough(store, (...append) => {
      away -= 1;
      return away >= 0 && away < 3 ? Promise.reject(new StoreUnavailable('away')) : store.append(...append);
    });
    await run(flickering);
    expect(await paymentEvents(rows)).toStrictEqual(all(rows, 'PaymentAwaited'));
  });

  it('makes no payment of a row that was given up before', async () => {
    const rows = await batchOf(4);
    await tell(asked.release([2, 3]));
    await tell(asked.add);
    await run();
    expect(await paymentEvents(rows)).toStrictEqual(['1 PaymentAwaited', '4 PaymentAwaited']);
    expect(await carriedOut()).toBe(2);
  });
});

describe('a batch that is collected', () => {
  it('asks for each row, also for one that was waited for, under the key of its payment', async () => {
    const rows = await batchOf(2);
    await tell(asked.release([2, 2]));
    await tell(asked.add);
    await tell(asked.collect);
    await run();
    expect(await paymentEvents(rows)).toStrictEqual(['1 PaymentAwaited', '1 PaymentRequested']);
    const paymentId = rowPaymentId(rows[0]?.rowId ?? '');
    const [, requested] = await store.read(streams.payment(paymentId));
    expect(requested?.data).toMatchObject({
      description: 'Balance of March',
      shares: [],
      chargeDate: null,
      idempotencyKey: derivedId('pay', 'key', paymentId),
      retryIfPossible: false,
    });
  });
});

describe('rows that are given up', () => {
  it('free their balance and close the payment that was waited for; what GoCardless has is left as it is', async () => {
    const rows = await batchOf(3);
    await tell(asked.add);
    await run();
    const [, second] = rows;
    const money = { creditorId: 'CR1', obstacle: null, amount: 101, currency: 'GBP' };
    const reading = { gocardlessPaymentId: 'PM2', mandateId: 'MD1', ...money };
    await execute(paymentDecider, rowPaymentId(second?.rowId ?? ''), {
      type: 'BindPayment',
      reading: { ...reading, createdAt: AT, chargeDate: null, status: 'pending_submission' },
      ...cause('PM2'),
    });
    await tell(asked.release([1, 2]));
    await run();
    expect(await paymentEvents(rows)).toStrictEqual([
      '1 PaymentAwaited',
      '1 AwaitedPaymentReleased',
      '2 PaymentAwaited',
      '2 PaymentSubmitted',
      '3 PaymentAwaited',
    ]);
    const reserved = await Promise.all(customers(3).map(async (id) => (await balanceOf(id)).reserved.size));
    expect(reserved).toStrictEqual([0, 0, 1]);
    expect(await carriedOut()).toBe(2);
  });

  it('are carried out as decided, however late: a payment that was added first is added first', async () => {
    const rows = await batchOf(1);
    await tell(asked.add);
    await tell(asked.release([1, 1]));
    await run();
    expect(await paymentEvents(rows)).toStrictEqual(['1 PaymentAwaited', '1 AwaitedPaymentReleased']);
  });
});

describe('a batch that was abandoned', () => {
  it('holds nothing any more, and its workbook is gone', async () => {
    const rows = customers(3).map((customerId) => ({ customerId, mandateId: 'MD1', amount: 100 }));
    await register(customers(3));
    await writeBatch(store, { balanceExportId: BATCH, connectionId: CONNECTION, rows, end: 'abandoned' });
    await run();
    expect(await reservedRows(BATCH, 10)).toStrictEqual([]);
    expect(removedFiles).toStrictEqual([BATCH]);
    expect(await carriedOut()).toBe(1);
  });
});

describe('a file of balances', () => {
  const stream = streams.balanceImport(IMPORT);
  const importOf = { balanceImportId: IMPORT, connectionId: CONNECTION };

  async function listBalances(count: number): Promise<void> {
    await register(customers(count));
    for (let from = 0; from < count; from += 500) {
      const balances = customers(count)
        .slice(from, from + 500)
        .map((customerId, index) => ({ customerId, currency: 'GBP', amount: from + index, asOf: AT }));
      await execute(balanceImportDecider, IMPORT, {
        type: 'ListBalances',
        ...importOf,
        from,
        balances,
        ...cause(`${from}`),
      });
    }
  }

  const seal = (count: number) =>
    execute(balanceImportDecider, IMPORT, {
      type: 'SealImport',
      ...importOf,
      count,
      balancesSha256: '1a',
      ...cause('seal'),
    });

  it('is stated as a whole, once, also by a process that is killed over it', async () => {
    await listBalances(620);
    await run();
    expect((await balanceOf('cus_1')).stated).toBeNull();
    await seal(620);
    await expect(run(storeDyingAfter(store, 550))).rejects.toThrow('killed');
    await run();
    const stated = await Promise.all(customers(620).map(async (id) => (await balanceOf(id)).stated?.amount));
    expect(stated).toStrictEqual(customers(620).map((_, index) => index));
    const [, brought] = await store.read(streams.customer('cus_1'));
    expect(brought).toMatchObject({ type: 'BalanceStated', data: { balanceImportId: IMPORT, asOf: AT } });
    expect((await store.readLast(stream))?.type).toBe('BalanceImportCarriedOut');
    const before = await length();
    await run();
    expect(await length()).toBe(before);
  });
});
