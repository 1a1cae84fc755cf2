import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Pool } from 'pg';
import { Aggregates } from '../src/application/aggregates';
import { inParallel } from '../src/domain/shared/in-parallel';
import { customerDecider } from '../src/domain/customers/customer';
import { mandateDecider } from '../src/domain/mandates/mandate';
import { streams } from '../src/domain/shared/streams';
import { createCodec } from '../src/infrastructure/event-store/codec';
import { createEventStore } from '../src/infrastructure/event-store/event-store';
import { PostgresJournal } from '../src/infrastructure/event-store/postgres/postgres-journal';
import { PostgresProcessCheckpoints } from '../src/infrastructure/processes/postgres-process-checkpoints';
import { PostgresKeyVault } from '../src/infrastructure/security/postgres-key-vault';
import { type Figure, rounded } from './figures';
import { BENCH_MASTER_KEY } from './fill-log';
import { processorTime } from './processor-time';
import { benchDatabase, type BenchDatabase } from './server';
import { type BenchService, startService } from './service';

const SIZES = [10_000, 100_000];
const CONCURRENCY = 64;
const LOOK_EVERY_MS = 200;
/** No step may take longer: a bench that hangs tells nothing. */
const MAX_SECONDS = 300;
const GOAL_SECONDS = 60;
const GOAL_MEGABYTES = 400;
/** What ten times the rows may need of memory, in percent of what a tenth needs. */
const GOAL_GROWTH = 130;
/** Without a bound, what Node has not yet cleared away would be counted as needed. */
const SMALL_HEAP = '--max-old-space-size=128';
const STATED = '2026-01-31';

/**
 * The way of many balances through the service, over HTTP: imported from one file, exported into one batch, both files fetched, added as
 * payments. Beside the seconds the most memory that the service held: it may not grow with the rows.
 */
export async function balanceBatch(sizes: readonly number[] = SIZES): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const peaks: number[] = [];
  for (const rows of sizes) {
    const bench = await benchDatabase();
    try {
      await seed(bench, rows);
      const measured = await withService(bench, 'http,workers', (service) =>
        new Measured(bench.pool, service, rows).all(),
      );
      figures.push(...measured.figures);
      peaks.push(measured.peak);
    } finally {
      await bench.drop();
    }
  }
  const [least = NaN, most = NaN] = [peaks[0], peaks.at(-1)];
  const what = `most memory with ${sizes.at(-1)} balances, of that with ${sizes[0]}`;
  return [...figures, { what, value: rounded((100 * most) / least), unit: '%', goal: { most: GOAL_GROWTH } }];
}

async function withService<T>(
  bench: BenchDatabase,
  roles: string,
  work: (service: BenchService) => Promise<T>,
): Promise<T> {
  const service = await startService(bench, roles, [SMALL_HEAP]);
  try {
    return await work(service);
  } finally {
    await service.stop();
  }
}

/** Customers with mandates who have long been there: the service that is measured has nothing to catch up with. */
async function seed(bench: BenchDatabase, rows: number): Promise<void> {
  const secret = randomBytes(32).toString('hex');
  const connectionId = await withService(bench, 'http', (service) => service.openConnection(secret));
  await registerCustomers(bench, connectionId, rows);
  await bench.pool.query('vacuum analyze');
  await withService(bench, 'http,workers', (service) => untilShown(service));
  await bench.pool.query('vacuum analyze');
}

/** Written straight into the log: the service would ask GoCardless about each of them, as it would after each link. */
async function registerCustomers({ pool }: BenchDatabase, connectionId: string, count: number): Promise<void> {
  const journal = await PostgresJournal.open(pool);
  const store = createEventStore(journal, createCodec(new PostgresKeyVault(pool, BENCH_MASTER_KEY)));
  const at = '2026-01-05T09:00:00.000Z';
  const aggregates = new Aggregates(store, { now: () => at });
  const context = { commandId: 'bench', correlationId: 'bench', actor: 'system', at } as const;
  const numbers = Array.from({ length: count }, (_, index) => index);
  await inParallel(CONCURRENCY, numbers, async (number) => {
    const customerId = customerOf(number);
    const mandateId = `MD${number}`;
    const details = {
      name: `Ada ${number} Payer`,
      company: null,
      email: null,
      reference: null,
      round: null,
    };
    const register = { type: 'RegisterCustomer', customerId, connectionId, details, at, commandId: 'bench' } as const;
    await aggregates.executeOnNew(customerDecider, customerId, register, context);
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
    await aggregates.executeOnNew(mandateDecider, { connectionId, mandateId }, command, context);
  });
  // The process that asks did so when these mandates were linked.
  const asked = { position: await store.head(), state: '' };
  await new PostgresProcessCheckpoints(pool, store).save('adoption', null, asked);
  await journal.close();
}

function customerOf(number: number): string {
  return `cus_${String(number).padStart(32, '0')}`;
}

/** Takes the batch through the service, and notes what each step of it took. */
class Measured {
  readonly figures: Figure[] = [];
  /** Megabytes. */
  peak = 0;

  constructor(
    private readonly pool: Pool,
    private readonly service: BenchService,
    private readonly rows: number,
  ) {}

  async all(): Promise<this> {
    await this.step('imported from CSV', () => this.import());
    let batch = '';
    await this.step('exported into one batch, with both files', async () => {
      batch = await this.export();
    });
    await this.step('fetched as CSV', () => this.fetch(batch, 'csv'));
    await this.step('fetched as XLSX', () => this.fetch(batch, 'xlsx'));
    await this.step('added as payments', () => this.add(batch));
    return this;
  }

  private async import(): Promise<void> {
    const { service, pool, rows } = this;
    const lines = Array.from(
      { length: rows },
      (_, number) => `${customerOf(number)},GBP,${1 + (number % 900)}.50,${STATED}`,
    );
    const file = ['customerId,currency,amount,asOf', ...lines].join('\n');
    const { id } = await good(await service.ask('POST', '/api/balances/import', file, 'text/csv'));
    await untilWritten(pool, streams.balanceImport(String(id)), 'BalanceImportCarriedOut');
    await untilShown(service);
    await expectWritten(pool, 'BalanceStated', rows);
  }

  private async export(): Promise<string> {
    const answer = await good(
      await this.service.ask('POST', '/api/balance-exports', JSON.stringify({ currency: 'GBP' })),
    );
    if (answer['rows'] !== this.rows)
      throw new Error(`${String(answer['rows'])} of ${this.rows} balances were exported.`);
    await untilShown(this.service);
    return String(answer['id']);
  }

  private async fetch(batch: string, extension: string): Promise<void> {
    const answer = await this.service.ask('GET', `/api/balance-exports/${batch}/file.${extension}`);
    if (!answer.ok) throw new Error(`The ${extension} file was answered with ${answer.status}.`);
    const bytes = (await answer.arrayBuffer()).byteLength;
    if (bytes < this.rows) throw new Error(`The ${extension} file has only ${bytes} bytes.`);
  }

  private async add(batch: string): Promise<void> {
    const { service, pool, rows } = this;
    await good(await service.ask('POST', `/api/balance-exports/${batch}/payments`, '{}'));
    await untilWritten(pool, streams.balanceExport(batch), 'BalanceExportCarriedOut');
    await untilShown(service);
    await expectWritten(pool, 'PaymentAwaited', rows);
  }

  /** Until it is in the log and in all read models; and the most memory that the service held meanwhile. */
  private async step(name: string, work: () => Promise<void>): Promise<void> {
    const { service, pool, rows } = this;
    const what = `${rows} balances ${name}`;
    const over = new AbortController();
    const watching = this.watchMemory(over.signal);
    const before = await processorTime(pool, service.pid);
    const begin = performance.now();
    const late = pause(MAX_SECONDS * 1000, undefined, { signal: over.signal }).then(() => {
      throw new Error(`${what}: not done after ${MAX_SECONDS} s.`);
    });
    late.catch(() => undefined);
    await Promise.race([work(), late]).finally(() => {
      over.abort();
    });
    const seconds = (performance.now() - begin) / 1000;
    const used = await processorTime(pool, service.pid);
    const megabytes = await watching;
    this.peak = Math.max(this.peak, megabytes);
    this.figures.push(
      { what, value: rounded(seconds), unit: 's', goal: { most: GOAL_SECONDS } },
      { what: `${what}, processor time of the service`, value: rounded(used.node - before.node), unit: 's' },
      { what: `${what}, processor time of PostgreSQL`, value: between(before.postgres, used.postgres), unit: 's' },
      {
        what: `${what}, most memory of the service`,
        value: rounded(megabytes),
        unit: 'MB',
        goal: { most: GOAL_MEGABYTES },
      },
    );
    // The figures come at the end, and the end is minutes away.
    console.log(`${what}: ${rounded(seconds)} s, at most ${rounded(megabytes)} MB`);
  }

  private async watchMemory(over: AbortSignal): Promise<number> {
    let peak = 0;
    while (!over.aborted) {
      peak = Math.max(peak, await this.service.megabytes());
      await pause(LOOK_EVERY_MS);
    }
    return peak;
  }
}

function between(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : rounded(after - before);
}

/** Asks for one stream only: to count all events of the log again and again would be work for the server that is measured. */
async function untilWritten(pool: Pool, stream: string, type: string): Promise<void> {
  await until(async () => {
    const { rowCount } = await pool.query('select from events where stream = $1 and type = $2', [stream, type]);
    return rowCount === 1;
  });
}

async function expectWritten(pool: Pool, type: string, count: number): Promise<void> {
  const { rows } = await pool.query<{ written: string }>('select count(*) as written from events where type = $1', [
    type,
  ]);
  const { written = '0' } = rows[0] ?? {};
  if (Number(written) !== count) throw new Error(`${written} times ${type} was written, not ${count} times.`);
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
    if (performance.now() - begin > MAX_SECONDS * 1000) throw new Error(`Not done after ${MAX_SECONDS} s.`);
    await pause(LOOK_EVERY_MS);
  }
}

async function good(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}
