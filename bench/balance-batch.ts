import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Pool } from 'pg';
import { Aggregates } from '../src/application/aggregates';
import { inParallel } from '../src/application/in-parallel';
import { customerDecider } from '../src/domain/customer/customer';
import { mandateDecider } from '../src/domain/mandate/mandate';
import { streams } from '../src/domain/shared/streams';
import { createCodec } from '../src/infrastructure/event-store/codec';
import { createEventStore } from '../src/infrastructure/event-store/event-store';
import { PostgresJournal } from '../src/infrastructure/event-store/postgres/postgres-journal';
import { PostgresKeyVault } from '../src/infrastructure/security/postgres-key-vault';
import { type Figure, rounded } from './figures';
import { BENCH_MASTER_KEY } from './fill-log';
import { benchDatabase, type BenchDatabase } from './server';
import { type BenchService, startService } from './service';

const SIZES = [10_000, 100_000];
const SIDE_BY_SIDE = 64;
const LOOK_EVERY_MS = 200;
const PATIENCE_MS = 15 * 60_000;
const STATED = '2026-01-31';

/**
 * The way of many balances through the service, over HTTP: imported from one file, exported into one batch, both files fetched, added as
 * payments. Beside the seconds the most memory that the service held: it may not grow with the rows.
 */
export async function balanceBatch(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const rows of SIZES) {
    const bench = await benchDatabase();
    const service = await startService(bench, 'http,workers');
    try {
      const connectionId = await service.openConnection(randomBytes(32).toString('hex'));
      await registerCustomers(bench, connectionId, rows);
      figures.push(...(await measureBatch(bench, service, rows)));
    } finally {
      await service.stop();
      await bench.drop();
    }
  }
  return figures;
}

/** Written straight into the log: the service would ask GoCardless about each of them. */
async function registerCustomers({ pool }: BenchDatabase, connectionId: string, count: number): Promise<void> {
  const journal = await PostgresJournal.open(pool);
  const store = createEventStore(journal, createCodec(new PostgresKeyVault(pool, BENCH_MASTER_KEY)));
  const at = '2026-01-05T09:00:00.000Z';
  const aggregates = new Aggregates(store, { now: () => at });
  const context = { commandId: 'bench', correlationId: 'bench', actor: 'system', at } as const;
  const numbers = Array.from({ length: count }, (_, index) => index);
  await inParallel(SIDE_BY_SIDE, numbers, async (number) => {
    const customerId = customerOf(number);
    const mandateId = `MD${number}`;
    const details = {
      name: `Ada ${number} Payer`,
      company: null,
      email: null,
      emailHash: null,
      reference: null,
      round: null,
    };
    const register = { type: 'RegisterCustomer', customerId, connectionId, details, at, commandId: 'bench' } as const;
    await aggregates.execute(customerDecider, streams.customer(customerId), register, context);
    const link = {
      connectionId,
      mandateId,
      customerId,
      gocardlessCustomerId: `CU${number}`,
      scheme: 'bacs',
      status: 'active',
      reference: null,
      bankName: null,
      accountNumberEnding: null,
      nextPossibleChargeDate: null,
      createdAt: at,
      foundBy: 'mandate_id',
    } as const;
    const command = { type: 'LinkMandate', causationId: 'bench', at, link } as const;
    await aggregates.execute(mandateDecider, streams.mandate(connectionId, mandateId), command, context);
  });
  await journal.close();
}

function customerOf(number: number): string {
  return `cus_${String(number).padStart(32, '0')}`;
}

async function measureBatch({ pool }: BenchDatabase, service: BenchService, rows: number): Promise<readonly Figure[]> {
  await untilShown(service);
  const lines = Array.from(
    { length: rows },
    (_, number) => `${customerOf(number)},GBP,${1 + (number % 900)}.50,${STATED}`,
  );
  const file = ['customerId,currency,amount,asOf', ...lines].join('\n');
  const figures: Figure[] = [];
  const measure = async (what: string, work: () => Promise<void>) => {
    figures.push(...(await measured(service, `${rows} balances ${what}`, work)));
  };
  await measure('imported from CSV', async () => {
    await good(await service.ask('POST', '/api/balances/import', file, 'text/csv'));
    await untilWritten(pool, 'BalanceStated', rows);
    await untilShown(service);
  });
  let batch = '';
  await measure('exported and sealed', async () => {
    const answer = await good(await service.ask('POST', '/api/balance-exports', JSON.stringify({ currency: 'GBP' })));
    if (answer['rows'] !== rows) throw new Error(`${String(answer['rows'])} of ${rows} balances were exported.`);
    batch = String(answer['id']);
  });
  for (const extension of ['csv', 'xlsx']) {
    await measure(`fetched as ${extension}`, async () => {
      const { status, body } = await service.ask('GET', `/api/balance-exports/${batch}/file.${extension}`);
      if (status !== 200 || body === null) throw new Error(`The ${extension} file was answered with ${status}.`);
      for await (const chunk of body) if (chunk === undefined) throw new Error('An empty chunk.');
    });
  }
  await measure('added as payments', async () => {
    await good(await service.ask('POST', `/api/balance-exports/${batch}/payments`, '{}'));
    await untilWritten(pool, 'PaymentAwaited', rows);
    await untilShown(service);
  });
  return figures;
}

/** Seconds, and the most memory that the service held meanwhile. */
async function measured(service: BenchService, what: string, work: () => Promise<void>): Promise<readonly Figure[]> {
  let peak = 0;
  const looking = new AbortController();
  const watch = async () => {
    while (!looking.signal.aborted) {
      peak = Math.max(peak, await service.megabytes());
      await pause(LOOK_EVERY_MS);
    }
  };
  const watching = watch();
  const begin = performance.now();
  await work();
  const seconds = (performance.now() - begin) / 1000;
  looking.abort();
  await watching;
  return [
    { what, value: rounded(seconds), unit: 's' },
    { what: `${what}, most memory of the service`, value: rounded(peak), unit: 'MB' },
  ];
}

async function untilWritten(pool: Pool, type: string, count: number): Promise<void> {
  await until(async () => {
    const { rows } = await pool.query<{ written: string }>('select count(*) as written from events where type = $1', [
      type,
    ]);
    return Number(rows[0]?.written) === count;
  });
}

/** Every read model has been through the whole log. */
async function untilShown(service: BenchService): Promise<void> {
  await until(async () => {
    const text = await (await service.ask('GET', '/health/ready')).text();
    const lags = [...text.matchAll(/"lagEvents":(\d+)/g)].map(([, lag]) => Number(lag));
    return lags.length > 0 && lags.every((lag) => lag === 0);
  });
}

async function until(check: () => Promise<boolean>): Promise<void> {
  const begin = performance.now();
  while (!(await check())) {
    if (performance.now() - begin > PATIENCE_MS) throw new Error('It took too long.');
    await pause(LOOK_EVERY_MS);
  }
}

async function good(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}
