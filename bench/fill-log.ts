import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type RecordedEvent } from '../src/application/ports/event-store';
import { type Codec, createCodec } from '../src/infrastructure/event-store/codec';
import { type EncodedEvent, type Journal } from '../src/infrastructure/event-store/journal';
import { PostgresJournal } from '../src/infrastructure/event-store/postgres/postgres-journal';
import { createPool } from '../src/postgres/pool';
import { parseMasterKey } from '../src/infrastructure/security/master-key';
import { PostgresKeyVault } from '../src/infrastructure/security/postgres-key-vault';
import { playBusiness, PAYMENTS_OF_AN_ORGANISATION } from './played-business';
import { type BenchDatabase } from './server';

/** What the log of a bench is sealed with. There is nothing to hide in it. */
export const BENCH_MASTER_KEY_HEX = '01'.repeat(32);
export const BENCH_MASTER_KEY = parseMasterKey(BENCH_MASTER_KEY_HEX);

/** Organisations of the same years; those of a later block live in later years. */
export interface Block {
  readonly number: number;
  readonly organisations: number;
}

export interface Filled {
  readonly events: number;
  readonly payments: number;
  /** What the appends took, without the time in which the business was played. */
  readonly seconds: number;
}

const MAX_ORGANISATIONS = 40;
/** So many appends are sent at a time, in order. */
const AT_ONCE = 500;

/** As many blocks as it takes for so many payments. */
export function blocksOf(payments: number, first = 0): readonly Block[] {
  const organisations = Math.ceil(payments / PAYMENTS_OF_AN_ORGANISATION);
  return Array.from({ length: Math.ceil(organisations / MAX_ORGANISATIONS) }, (_, index) => ({
    number: first + index,
    organisations: Math.min(MAX_ORGANISATIONS, organisations - index * MAX_ORGANISATIONS),
  }));
}

/** Fills the log in a process of its own, so that what it needed is not counted for what is measured. */
export async function fillLog({ url, schema }: BenchDatabase, blocks: readonly Block[]): Promise<Filled> {
  const child = fork(__filename, [url, schema, JSON.stringify(blocks)]);
  let filled: Filled | undefined;
  child.once('message', (message) => {
    filled = message as Filled; // sent by the same file
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0 || filled === undefined)
    throw new Error(`The log could not be filled: the process ended with ${code ?? 'a signal'}.`);
  return filled;
}

/** The same appends that the deciders made, in their order. */
export interface PlayedAppend {
  readonly stream: string;
  readonly events: readonly RecordedEvent[];
}

export function appendsOf(log: readonly RecordedEvent[]): readonly PlayedAppend[] {
  const appends: { stream: string; events: RecordedEvent[] }[] = [];
  for (const event of log) {
    const last = appends.at(-1);
    if (last?.stream === event.stream) last.events.push(event);
    else appends.push({ stream: event.stream, events: [event] });
  }
  return appends;
}

export function expectedOf({ events }: PlayedAppend): number | 'no_stream' {
  const first = events[0]?.revision ?? 0;
  return first === 0 ? 'no_stream' : first - 1;
}

async function fill(url: string, schema: string, blocks: readonly Block[]): Promise<Filled> {
  const pool = createPool({ url, schema });
  const journal = await PostgresJournal.open(pool);
  const codec = createCodec(new PostgresKeyVault(pool, BENCH_MASTER_KEY));
  let [events, payments, seconds] = [0, 0, 0];
  for (const { number, organisations } of blocks) {
    const log = await playBusiness(number, organisations);
    const begin = performance.now();
    await appendAll(journal, codec, appendsOf(log));
    seconds += (performance.now() - begin) / 1000;
    events += log.length;
    payments += log.filter(({ type }) => type === 'PaymentRequested').length;
  }
  await journal.close();
  await pool.query('vacuum analyze events');
  await pool.end();
  return { events, payments, seconds };
}

export async function appendAll(journal: Journal, codec: Codec, appends: readonly PlayedAppend[]): Promise<void> {
  for (let sent = 0; sent < appends.length; sent += AT_ONCE) {
    const some = appends.slice(sent, sent + AT_ONCE);
    const encoded = await Promise.all(some.map(({ stream, events }) => codec.encode(stream, events)));
    const send = (append: PlayedAppend, events: readonly EncodedEvent[]) =>
      journal.append(append.stream, expectedOf(append), events);
    await Promise.all(some.map((append, index) => send(append, encoded[index] ?? [])));
  }
}

if (require.main === module) {
  const [url = '', schema = '', blocks = ''] = process.argv.slice(2);
  fill(url, schema, JSON.parse(blocks) as readonly Block[])
    .then((filled) => process.send?.(filled))
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 1;
    })
    .finally(() => {
      process.disconnect();
    });
}
