import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  comparePositions,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  OutcomeUnknown,
  type Position,
  type RecordedEvent,
  StoreUnavailable,
} from '../../src/application/ports/event-store';
import { createCodec } from '../../src/infrastructure/event-store/codec';
import { createEventStore } from '../../src/infrastructure/event-store/event-store';
import { EventStoreDBJournal } from '../../src/infrastructure/event-store/eventstoredb/eventstoredb-journal';
import { prepare } from '../../src/read-models/engine/prepare';
import { Progress } from '../../src/read-models/engine/progress';
import { Runner } from '../../src/read-models/engine/runner';
import { type CuttingProxy, startCuttingProxy } from '../support/cutting-proxy';
import { FakeEventStoreDB } from '../support/fake-eventstoredb/fake-eventstoredb';
import { memoryKeyVault } from '../support/memory-key-vault';
import { plainFold } from '../support/plain-fold';
import { contentsOf, sampleDatabase } from '../support/sample-database';
import { manyFacts } from '../support/sample-log';
import {
  SAMPLE_READ_MODELS,
  SAMPLE_TABLES,
  sampleEvent,
  type SampleFact,
  sampleFacts,
} from '../support/sample-read-models';
import { type Random, seededRandom } from './random';

export interface DropCampaign {
  readonly seed: number;
  readonly events: number;
  readonly callers: number;
  /** So many events come at once: every other time as one append, else from all callers. */
  readonly burst: number;
  /** How often every subscription, and whatever else is under way, is broken off. */
  readonly drops: number;
}

export interface DropReport {
  readonly events: number;
  readonly drops: number;
  /** Appends that were sent again because nobody had answered, or nobody was there. */
  readonly sentAgain: number;
}

/** A server that can be broken. */
interface Server {
  readonly url: string;
  /** For the first, the second … time. */
  drop(time: number): void;
  killAndRestart(): Promise<void>;
  close(): Promise<void>;
}

const CUSTOMERS = 200;
const AWAY_MS = 2_000;
const CAUGHT_UP_WITHIN_MS = 60_000;
const NAMES = SAMPLE_READ_MODELS.map(({ name }) => name);

/**
 * Many callers write in bursts while read models follow, subscriptions are broken off and the server is killed midway and started again.
 * Then: no event is lost, none is there twice, each stream is in its order, and each read model holds what a plain fold of the log gives.
 * On the EventStoreDB at `EVENTSTOREDB_URL` through a proxy that cuts; without, on a fake.
 */
export async function runDrops(campaign: DropCampaign): Promise<DropReport> {
  const server = await startServer(process.env['EVENTSTOREDB_URL'] ?? null);
  const streamPrefix = `campaign-${randomUUID()}.`;
  const open = () => EventStoreDBJournal.open({ url: server.url, streamPrefix });
  const [writing, reading] = [await open(), await open()];
  const database = await sampleDatabase();
  const codec = createCodec(memoryKeyVault());
  const store = createEventStore(reading, codec);
  const progress = new Progress(database);
  const stopped: string[] = [];
  const runner = new Runner({
    database,
    store,
    readModels: SAMPLE_READ_MODELS,
    progress,
    onTrouble: ({ kind, message }) => {
      if (kind === 'stopped') stopped.push(message);
    },
  });
  try {
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    await runner.start();
    const writer = new Writer(createEventStore(writing, codec), campaign, server);
    await writer.writeAll();
    const head = await store.head();
    const reached = await progress.waitUntil(NAMES, head, CAUGHT_UP_WITHIN_MS);
    if (comparePositions(reached, head) < 0) {
      throw new Error(`The read models are at ${reached}, not at ${head} in time. ${stopped.join(' ')}`);
    }
    const log = await wholeLog(store);
    requireWhole(log, writer.written);
    for (const table of SAMPLE_TABLES) {
      const [found, expected] = [await contentsOf(database, table), plainFold(table, log)];
      if (asText(found) !== asText(expected)) throw new Error(`Table ${table.name} is not what the log says.`);
    }
    return { events: log.length, drops: writer.drops, sentAgain: writer.sentAgain };
  } catch (error) {
    throw new Error(`drops campaign, seed ${campaign.seed}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await runner.stop();
    await Promise.all([writing.close(), reading.close()]);
    await database.close();
    await server.close();
  }
}

/** What one caller appends in one go. */
interface Append {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

class Writer {
  readonly written: NewEvent[] = [];
  drops = 0;
  sentAgain = 0;
  private readonly revisions = new Map<string, number>();
  private readonly random: Random;
  private killing: Promise<void> | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly campaign: DropCampaign,
    private readonly server: Server,
  ) {
    this.random = seededRandom(campaign.seed);
  }

  async writeAll(): Promise<void> {
    const { events, burst } = this.campaign;
    const facts = manyFacts(events, CUSTOMERS);
    for (let from = 0, turn = 0; from < events; from += burst, turn += 1) {
      const some = facts.slice(from, from + burst);
      if (turn % 2 === 0) await this.bySeveral(some, from);
      else await this.append(atOnce(some.length, from));
      // Readers get up with the writers now and then, so that they are live when the next burst comes.
      await pause(this.random.below(200));
    }
    await this.killing;
  }

  /** Facts of one stream keep their order: they are one caller's. */
  private async bySeveral(facts: readonly SampleFact[], from: number): Promise<void> {
    const streams = new Map<string, Append[]>();
    for (const [index, sample] of facts.entries()) {
      const appends = streams.get(sample.stream) ?? [];
      streams.set(sample.stream, appends);
      appends.push({ stream: sample.stream, events: [eventOf(sample, from + index)] });
    }
    const waiting = [...streams.values()];
    const caller = async (): Promise<void> => {
      for (let appends = waiting.shift(); appends !== undefined; appends = waiting.shift()) {
        for (const append of appends) await this.append(append);
      }
    };
    await Promise.all(Array.from({ length: this.campaign.callers }, caller));
  }

  /** As everything in the product does: without an answer the same append goes out again until there is one. */
  private async append({ stream, events }: Append): Promise<void> {
    const last = this.revisions.get(stream);
    const expected: ExpectedRevision = last ?? 'no_stream';
    for (let appended = false; !appended;) {
      try {
        await this.store.append(stream, expected, events);
        appended = true;
      } catch (error) {
        if (!(error instanceof OutcomeUnknown || error instanceof StoreUnavailable)) throw error;
        this.sentAgain += 1;
        await pause(20 + this.random.below(80));
      }
    }
    this.revisions.set(stream, (last ?? -1) + events.length);
    this.written.push(...events);
    this.disturb();
  }

  private disturb(): void {
    const { events, drops } = this.campaign;
    const done = this.written.length / events;
    if (this.killing === null && done >= 0.5) this.killing = this.server.killAndRestart();
    while (this.drops < Math.min(drops, Math.floor(done * drops))) {
      this.drops += 1;
      this.server.drop(this.drops);
    }
  }
}

/** A burst in one append: more than the server holds for a reader that is live. */
function atOnce(count: number, from: number): Append {
  const book = `campaign.${from}`;
  const samples = Array.from({ length: count }, (_, index) => sampleFacts.numbered(book, `burst_${from + index}`));
  return {
    stream: `receiptBook-${book}`,
    events: samples.map((sample, index) => eventOf(sample, from + index)),
  };
}

/** Names are sealed for the customer whose stream it is. */
function eventOf(sample: SampleFact, place: number): NewEvent {
  const event = sampleEvent(sample, place);
  const [category = '', ...id] = sample.stream.split('-');
  return category === 'customer' ? { ...event, metadata: { ...event.metadata, customerId: id.join('-') } } : event;
}

async function startServer(url: string | null): Promise<Server> {
  const fake = url === null ? await FakeEventStoreDB.start() : null;
  const { hostname, port } = new URL((fake?.url ?? url ?? '').replace(/^\w+:/, 'http:'));
  const proxy = await startCuttingProxy(hostname, Number(port || 2113));
  return {
    url: `esdb://127.0.0.1:${proxy.port}?tls=false`,
    drop: (time) => {
      // A server ends subscriptions and keeps the connection; a network breaks everything.
      if (fake !== null && time % 2 === 0) fake.dropSubscriptions();
      else proxy.cut();
    },
    killAndRestart: () => (fake === null ? restartReal(proxy) : restartFake(fake)),
    async close() {
      await proxy.close();
      fake?.kill();
    },
  };
}

async function restartFake(fake: FakeEventStoreDB): Promise<void> {
  fake.kill();
  await pause(AWAY_MS / 10);
  await fake.restart();
}

/** By the command in `EVENTSTOREDB_RESTART`, which kills the server and starts it again; without, by letting nobody through for a while. */
async function restartReal(proxy: CuttingProxy): Promise<void> {
  const command = process.env['EVENTSTOREDB_RESTART'];
  if (command !== undefined) {
    await promisify(execFile)('sh', ['-c', command]);
    return;
  }
  proxy.refuse(true);
  proxy.cut();
  await pause(AWAY_MS);
  proxy.refuse(false);
}

async function wholeLog(store: EventStore): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let after: Position | null = store.start(); after !== null;) {
    const page: Awaited<ReturnType<EventStore['readAll']>> = await store.readAll(after, { limit: 2_000 });
    events.push(...page.events);
    after = page.scannedTo === after ? null : page.scannedTo;
  }
  return events;
}

function requireWhole(log: readonly RecordedEvent[], written: readonly NewEvent[]): void {
  const ids = new Set(log.map(({ id }) => id));
  if (ids.size !== log.length) throw new Error(`${log.length - ids.size} events are in the log twice.`);
  const lost = written.filter(({ id }) => !ids.has(id));
  if (lost.length > 0) throw new Error(`${lost.length} of ${written.length} acknowledged events are lost.`);
  if (log.length !== written.length) throw new Error(`${written.length} events were written, ${log.length} are there.`);
  const next = new Map<string, number>();
  for (const { stream, revision } of log) {
    if (revision !== (next.get(stream) ?? 0)) throw new Error(`Stream ${stream} is out of order at ${revision}.`);
    next.set(stream, revision + 1);
  }
}

function asText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}
