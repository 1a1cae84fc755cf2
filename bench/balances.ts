import { setImmediate as turn } from 'node:timers/promises';
import { type ExportRow } from '../src/domain/balance-exports/events';
import { AS_IT_IS } from '../src/application/ports/table-files';
import { PostgresBalanceFiles } from '../src/infrastructure/files/balances/postgres-balance-files';
import { WorkerTableFiles } from '../src/infrastructure/files/tables/worker-table-files';
import { type Figure, rounded } from './figures';
import { BENCH_MASTER_KEY } from './fill-log';
import { benchDatabase } from './server';

const CHUNK = 500;
const SIZES = [10_000, 100_000];

/** The files of a balance export, and the reading of an uploaded table: how fast, and with how much memory. */
export async function balances(sizes: readonly number[] = SIZES): Promise<readonly Figure[]> {
  const bench = await benchDatabase();
  const files = new PostgresBalanceFiles(bench.pool, BENCH_MASTER_KEY);
  try {
    const figures: Figure[] = [];
    for (const rows of sizes) {
      const batch = { balanceExportId: `bex_${rows}`, currency: 'GBP', chargeDate: '2026-12-01' };
      const what = {
        write: 'CSV hashed, workbook written, hashed, sealed, kept',
        read: 'workbook read back',
        csv: 'CSV',
      };
      figures.push(
        ...(await measure(what.write, rows, async () => {
          const writer = files.begin(batch);
          for (let at = 0; at < rows; at += CHUNK) await writer.write(chunkFrom(at));
          await writer.finish();
          return 0;
        })),
        ...(await measure(what.read, rows, async () =>
          bytesOf((await files.workbook(batch.balanceExportId)) ?? nothing()),
        )),
        ...(await measure(what.csv, rows, () => bytesOf(files.csv(batch, chunks(rows))))),
        ...(await measure('uploaded CSV read in a thread', rows, () => readTable(tableOf(rows)))),
      );
    }
    return figures;
  } finally {
    await bench.drop();
  }
}

async function measure(what: string, rows: number, work: () => Promise<number>): Promise<readonly Figure[]> {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const used = process.cpuUsage();
  const begin = performance.now();
  const bytes = await work();
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(used);
  clearInterval(watch);
  const whole = `${what}, ${rows} rows`;
  return [
    { what: whole, value: rounded(seconds), unit: 's' },
    // On a machine that others use too it says more than seconds.
    { what: `${whole}, processor time`, value: rounded((user + system) / 1e6), unit: 's' },
    ...(bytes === 0 ? [] : [{ what: `${whole}, size`, value: rounded(bytes / 1e6), unit: 'MB' } as const]),
    // In a small and a large run it must be about the same.
    { what: `${whole}, most memory of the process`, value: Math.round(peak / 1e6), unit: 'MB' },
  ];
}

async function bytesOf(content: AsyncIterable<Buffer>): Promise<number> {
  let bytes = 0;
  for await (const chunk of content) bytes += chunk.length;
  return bytes;
}

async function* nothing(): AsyncGenerator<Buffer> {
  yield* await Promise.resolve([]);
}

async function* chunks(rows: number): AsyncGenerator<readonly ExportRow[]> {
  // As rows that are read from a log: between them there is time to look at the memory.
  for (let at = 0; at < rows; at += CHUNK) yield await turn(chunkFrom(at));
}

function chunkFrom(at: number): readonly ExportRow[] {
  return Array.from({ length: CHUNK }, (_, index): ExportRow => {
    const number = at + index + 1;
    return {
      rowId: `blr_0123456789abcdef0123456789abcdef_${number}`,
      number,
      customerId: `cus_${number}`,
      mandateId: `MD${String(number).padStart(10, '0')}`,
      gocardlessCustomerId: `CU${String(number).padStart(10, '0')}`,
      name: `Ada ${number} Lovelace`,
      company: number % 3 === 0 ? `Analytical Engines ${number} Ltd` : null,
      email: `ada.${number}@example.com`,
      amount: 1000 + number,
      description: `Balance of account ${number}`,
    };
  });
}

function tableOf(rows: number): Buffer {
  const lines = Array.from({ length: rows }, (_, index) => `cus_${index},GBP,${index}.50,2026-11-01`);
  return Buffer.from(['customerId,currency,amount,asOf', ...lines].join('\r\n'));
}

async function readTable(content: Buffer): Promise<number> {
  const form = {
    columns: { customerId: 'text', currency: 'currency', amount: 'amount', asOf: 'day' },
    oneOf: [['customerId'], ['currency'], ['amount'], ['asOf']],
  } as const;
  let lines = 0;
  const upload = { mediaType: 'text/csv', fileName: null, content };
  for await (const batch of new WorkerTableFiles().read(upload, form, AS_IT_IS)) lines += batch.length;
  if (lines === 0) throw new Error('nothing was read');
  return content.length;
}
