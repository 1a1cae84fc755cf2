import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type RecordedEvent } from '../src/application/ports/event-store';
import { type Codec, createCodec } from '../src/infrastructure/event-store/codec';
import { type EncodedEvent, type Journal } from '../src/infrastructure/event-store/journal';
import { PostgresJournal } from '../src/infrastructure/event-store/postgres/postgres-journal';
import { createPool } from '../src/infrastructure/postgres/pool';
import { MasterKey } from '../src/infrastructure/security/master-key';
import { PostgresKeyVault } from '../src/infrastructure/security/postgres-key-vault';
import { playBusiness } from './played-business';

/** What the log of a bench is sealed with. There is nothing to hide in it. */
export const BENCH_MASTER_KEY = new MasterKey(Buffer.alloc(32, 1));

const ORGANISATIONS = 40;
const EVENTS_OF_AN_ORGANISATION = 2_725;
/** So many appends are sent at a time, in order. */
const GATHERED = 500;

/** Fills the log in a process of its own, so that what it needed is not counted for what is measured. */
export async function fillLog(url: string, schema: string, events: number): Promise<void> {
  const child = fork(__filename, [url, schema, String(events)]);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The log could not be filled: the process ended with ${code ?? 'a signal'}.`);
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

async function fill(url: string, schema: string, events: number): Promise<void> {
  const pool = createPool({ url, schema });
  const journal = await PostgresJournal.open(pool);
  const codec = createCodec(new PostgresKeyVault(pool, BENCH_MASTER_KEY));
  for (let filled = 0, block = 0; filled < events; block += 1) {
    const organisations = Math.ceil((events - filled) / EVENTS_OF_AN_ORGANISATION);
    const log = await playBusiness(block, Math.min(organisations, ORGANISATIONS));
    await appendAll(journal, codec, appendsOf(log));
    filled += log.length;
  }
  await journal.close();
  await pool.query('vacuum analyze events');
  await pool.end();
}

async function appendAll(journal: Journal, codec: Codec, appends: readonly PlayedAppend[]): Promise<void> {
  for (let sent = 0; sent < appends.length; sent += GATHERED) {
    const some = appends.slice(sent, sent + GATHERED);
    const encoded = await Promise.all(some.map(({ stream, events }) => codec.encode(stream, events)));
    const send = (append: PlayedAppend, events: readonly EncodedEvent[]) =>
      journal.append(append.stream, expectedOf(append), events);
    await Promise.all(some.map((append, index) => send(append, encoded[index] ?? [])));
  }
}

if (require.main === module) {
  const [url = '', schema = '', events = ''] = process.argv.slice(2);
  fill(url, schema, Number(events)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
}
