import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { append } from './append';
import { balanceBatch } from './balance-batch';
import { balances } from './balances';
import { door } from './door';
import { eventStoreDB } from './eventstoredb';
import { type Figure, rowOf } from './figures';
import { lists } from './lists';
import { live } from './live';
import { wholeWay, wholeWayOnEventStoreDB } from './whole-way';
import { catchUpOfAll, growth, rebuildOfAll } from './read-models';

/** What is measured, each beside the limit that the same machine and server have without us. */
const PARTS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  append,
  door,
  lists: () => lists(),
  live,
  'whole-way': wholeWay,
  'whole-way-eventstoredb': wholeWayOnEventStoreDB,
  balances,
  'balance-batch': () => balanceBatch(),
  'catch-up': catchUpOfAll,
  rebuild: rebuildOfAll,
  growth,
  eventstoredb: () => {
    const url = process.env['EVENTSTOREDB_URL'];
    if (url === undefined) throw new Error('EVENTSTOREDB_URL names the server to measure.');
    return eventStoreDB(url);
  },
};

/** The others need many minutes, or a server that nobody has to have. */
const BY_DEFAULT = ['append', 'door', 'live', 'whole-way', 'catch-up', 'balances'];
const RESULTS = 'bench/results';

/**
 * `npm run bench` measures what takes a few minutes, `npm run bench rebuild growth` those parts, `npm run bench all` everything. Each
 * part has a process of its own. A table goes to the screen, all figures of the run to one file in bench/results/.
 */
async function main(asked: readonly string[]): Promise<void> {
  const names = asked.includes('all') ? partsHere() : asked.length === 0 ? BY_DEFAULT : asked;
  const unknown = names.filter((name) => PARTS[name] === undefined);
  if (unknown.length > 0)
    throw new Error(`There is no part "${unknown.join(', ')}". There are: ${Object.keys(PARTS).join(', ')}, all.`);
  const began = new Date().toISOString();
  const parts: Record<string, { readonly load: number; readonly figures: readonly Figure[] }> = {};
  for (const name of names) {
    const [load = 0] = loadavg();
    const figures = await inOwnProcess(name);
    parts[name] = { load, figures };
    console.log(`\n${name} (load of the machine before: ${load.toFixed(1)})`);
    console.table(figures.map(rowOf));
  }
  const machine = { processors: availableParallelism(), model: cpus()[0]?.model, node: process.version };
  mkdirSync(RESULTS, { recursive: true });
  const file = `${RESULTS}/${began.replaceAll(':', '-')}.json`;
  writeFileSync(file, `${JSON.stringify({ began, machine, parts }, null, 2)}\n`);
  console.log(`\nAll figures: ${file}`);
}

function partsHere(): readonly string[] {
  return Object.keys(PARTS).filter((name) => name !== 'eventstoredb' || process.env['EVENTSTOREDB_URL'] !== undefined);
}

/** What one part needed must not be counted for the next. */
async function inOwnProcess(name: string): Promise<readonly Figure[]> {
  const child = fork(__filename, [name], { env: { ...process.env, BENCH_PART: name } });
  let figures: readonly Figure[] | undefined;
  child.once('message', (message) => {
    figures = message as readonly Figure[]; // sent by the same file
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (figures === undefined) throw new Error(`The part ${name} ended with ${code ?? 'a signal'}.`);
  return figures;
}

async function measurePart(name: string): Promise<void> {
  const figures = await PARTS[name]?.();
  await new Promise((sent) => process.send?.(figures, sent));
  process.disconnect();
}

const part = process.env['BENCH_PART'];
(part === undefined ? main(process.argv.slice(2)) : measurePart(part)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
