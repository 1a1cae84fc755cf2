import { type ChildProcess, fork } from 'node:child_process';
import { comparePositions } from '../../src/application/ports/event-store';
import { derivedUuid } from '../../src/domain/shared/identity';
import { PostgresJournal } from '../../src/infrastructure/event-store/postgres/postgres-journal';
import { createPool } from '../../src/postgres/pool';
import { seededRandom } from '../campaigns/random';
import { testDatabase } from '../support/postgres';

export interface SoakSettings {
  /** Events in all, from both processes together. */
  readonly events: number;
  /** Callers at the same time in each process. */
  readonly callers: number;
  readonly seed: number;
}

interface WriterTask extends SoakSettings {
  readonly url: string;
  readonly schema: string;
  readonly writer: number;
}

interface Acknowledged {
  readonly id: string;
  readonly position: string;
}

/**
 * Two processes append while a third reads along live. Throws unless the reader saw every acknowledged event once, in the order
 * of positions, and the positions have no gap.
 */
export async function run(settings: SoakSettings): Promise<void> {
  const database = await testDatabase();
  const pool = createPool({ ...database, max: 4 });
  const journal = await PostgresJournal.open(pool);
  try {
    const tasks = [0, 1].map((writer): WriterTask => ({
      ...settings,
      url: database.url,
      schema: database.schema,
      writer,
    }));
    const writing = Promise.all(tasks.map(runWriter));
    const [seen, acknowledged] = await Promise.all([readLive(journal, writing), writing]);
    compare(acknowledged.flat(), seen);
  } finally {
    await journal.close();
    await pool.end();
    await database.drop();
  }
}

/** Reads along until everything is written and the end is reached: who skips something must not wait for it for ever. */
async function readLive(journal: PostgresJournal, writing: Promise<unknown>): Promise<readonly Acknowledged[]> {
  const seen: Acknowledged[] = [];
  const written = new AbortController();
  void writing.finally(() => {
    written.abort();
  });
  for (let position = journal.start(); ;) {
    const over = written.signal.aborted;
    const page = await journal.readAll(position, { limit: 1_000 });
    seen.push(...page.events.map(({ id, position: at }) => ({ id, position: at })));
    if (page.scannedTo === position && over) return seen;
    if (page.scannedTo === position) await journal.waitForMore(position, written.signal);
    position = page.scannedTo;
  }
}

function compare(acknowledged: readonly Acknowledged[], seen: readonly Acknowledged[]): void {
  const written = [...acknowledged].sort((a, b) => comparePositions(a.position, b.position));
  written.forEach(({ id, position }, index) => {
    const met = seen[index];
    if (met?.id !== id || met.position !== position) {
      throw new Error(`At place ${index + 1} the reader saw ${met?.position ?? 'nothing'} instead of ${position}.`);
    }
    if (!position.endsWith(`.${index + 1}`)) throw new Error(`Position ${position} stands at place ${index + 1}.`);
  });
  if (seen.length !== written.length) throw new Error(`The reader saw ${seen.length} events of ${written.length}.`);
}

function runWriter(task: WriterTask): Promise<readonly Acknowledged[]> {
  return new Promise((settle, fail) => {
    const child: ChildProcess = fork(__filename, ['writer']);
    let answer: readonly Acknowledged[] | null = null;
    // The child is this file; it sends one message of this form.
    child.once('message', (message) => {
      answer = message as readonly Acknowledged[];
    });
    child.once('exit', (code) => {
      if (answer === null)
        fail(new Error(`Writer ${task.writer} ended with code ${code ?? 'none'} and without an answer.`));
      else settle(answer);
    });
    child.send(task);
  });
}

async function write({ url, schema, writer, events, callers, seed }: WriterTask): Promise<readonly Acknowledged[]> {
  const pool = createPool({ url, schema, max: 4 });
  const journal = await PostgresJournal.open(pool);
  const random = seededRandom(seed * 2 + writer);
  const acknowledged: Acknowledged[] = [];
  let left = writer === 0 ? Math.ceil(events / 2) : Math.floor(events / 2);
  const call = async (caller: number): Promise<void> => {
    for (let turn = 0; left > 0; turn += 1) {
      const size = Math.min(left, 1 + random.below(5));
      left -= size;
      const stream = `soak-${writer}.${caller}.${turn}`;
      const batch = Array.from({ length: size }, (_, index) => ({
        id: derivedUuid(stream, index),
        type: 'SomethingHappened',
        data: JSON.stringify({ text: 'x'.repeat(random.below(400)) }),
        metadata: '{"v":1}',
      }));
      const { position } = await journal.append(stream, 'no_stream', batch);
      const [tag, last] = [
        position.slice(0, position.lastIndexOf('.')),
        Number(position.slice(position.lastIndexOf('.') + 1)),
      ];
      acknowledged.push(...batch.map(({ id }, index) => ({ id, position: `${tag}.${last - size + 1 + index}` })));
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  await journal.close();
  await pool.end();
  return acknowledged;
}

if (require.main === module) {
  const [mode] = process.argv.slice(2);
  if (mode === 'writer') {
    // The parent is this file; it sends one message of this form.
    process.once('message', (task) => {
      void write(task as WriterTask).then((acknowledged) => {
        process.send?.(acknowledged, () => {
          process.disconnect();
        });
      });
    });
  }
}
