import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type AllStreamSubscription, EventStoreDBClient, streamNameFilter } from '@eventstore/db-client';
import { EventStoreDBJournal } from '../src/infrastructure/event-store/eventstoredb/eventstoredb-journal';
import { type EncodedEvent } from '../src/infrastructure/event-store/journal';

export interface Measured {
  readonly what: string;
  readonly unit: 'appends/s' | 'events/s' | 'ms';
  readonly value: number;
}

const DATA = JSON.stringify({
  amount: 12_500,
  currency: 'GBP',
  paymentId: `pay_${'0'.repeat(32)}`,
  note: 'x'.repeat(80),
});
const METADATA = JSON.stringify({ actor: 'system', causationId: 'EV0123456789', v: 1 });
const CATCH_UP_EVENTS = 50_000;
const PAGE = 1_000;

/** Appends and reading on of our journal, beside the bare client on the same server. Writes to the server at `EVENTSTOREDB_URL`. */
export async function run(url: string, seconds = 5): Promise<readonly Measured[]> {
  const streamPrefix = `bench-${randomUUID()}.`;
  const journal = await EventStoreDBJournal.open({ url, streamPrefix });
  const client = EventStoreDBClient.connectionString(url);
  try {
    const measured: Measured[] = [];
    for (const callers of [1, 16, 64]) {
      measured.push(await appends('journal', callers, seconds, (stream) => appendOurs(journal, stream)));
      measured.push(
        await appends('bare client', callers, seconds, (stream) => appendBare(client, streamPrefix + stream)),
      );
    }
    const before = await journal.head();
    await fill(journal);
    measured.push(await catchUp(journal, before));
    measured.push(await catchUpBare(client, `${streamPrefix}customer-`));
    return [...measured, ...(await liveDelays(journal))];
  } finally {
    await journal.close();
    await client.dispose();
  }
}

function newEvent(): EncodedEvent {
  return { id: randomUUID(), type: 'PaymentConfirmed', data: DATA, metadata: METADATA };
}

async function appendOurs(journal: EventStoreDBJournal, stream: string): Promise<void> {
  await journal.append(stream, 'no_stream', [newEvent()]);
}

async function appendBare(client: EventStoreDBClient, streamId: string): Promise<void> {
  const { id, type, data, metadata } = newEvent();
  const event = {
    id,
    contentType: 'application/octet-stream' as const,
    type,
    data: Buffer.from(data),
    metadata: Buffer.from(metadata),
  };
  const credentials = { username: 'nobody', password: 'none' };
  await client.appendToStream(streamId, event, { expectedRevision: 'no_stream', credentials });
}

async function appends(
  who: string,
  callers: number,
  seconds: number,
  append: (stream: string) => Promise<void>,
): Promise<Measured> {
  const until = performance.now() + seconds * 1000;
  let count = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() < until) {
      await append(`payment-${randomUUID()}`);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, loop));
  return { what: `${who}, ${callers} callers`, unit: 'appends/s', value: Math.round(count / seconds) };
}

async function fill(journal: EventStoreDBJournal): Promise<void> {
  for (let written = 0; written < CATCH_UP_EVENTS; written += 500) {
    await journal.append(`customer-${randomUUID()}`, 'no_stream', Array.from({ length: 500 }, newEvent));
  }
}

async function catchUp(journal: EventStoreDBJournal, after: string): Promise<Measured> {
  const began = performance.now();
  let count = 0;
  for (let position = after; count < CATCH_UP_EVENTS;) {
    const page = await journal.readAll(position, { limit: PAGE });
    count += page.events.length;
    position = page.scannedTo;
  }
  return rate('journal, catch-up', count, performance.now() - began);
}

async function catchUpBare(client: EventStoreDBClient, prefix: string): Promise<Measured> {
  const filter = streamNameFilter({ prefixes: [prefix], maxSearchWindow: 1_000 });
  const began = performance.now();
  let count = 0;
  const subscription: AllStreamSubscription = client.subscribeToAll({ filter });
  for await (const { event } of subscription) {
    if (event !== undefined) count += 1;
    if (count === CATCH_UP_EVENTS) break;
  }
  await subscription.unsubscribe();
  return rate('bare client, subscription catch-up', count, performance.now() - began);
}

/** From the call of an append until a reader that waits has the event in its hand, at 100 a second. */
async function liveDelays(journal: EventStoreDBJournal): Promise<readonly Measured[]> {
  const delays: number[] = [];
  const never = new AbortController().signal;
  let position = await journal.head();
  for (let turn = 0; turn < 300; turn += 1) {
    const waiting = journal.waitForMore(position, never);
    await pause(10);
    const began = performance.now();
    void appendOurs(journal, `payment-${randomUUID()}`);
    await waiting;
    position = (await journal.readAll(position, { limit: 10 })).scannedTo;
    delays.push(performance.now() - began);
  }
  delays.sort((a, b) => a - b);
  const quantile = (share: number): number => Math.round((delays[Math.floor(delays.length * share)] ?? 0) * 100) / 100;
  return [
    { what: 'append called until read live, p50', unit: 'ms', value: quantile(0.5) },
    { what: 'append called until read live, p99', unit: 'ms', value: quantile(0.99) },
  ];
}

function rate(what: string, events: number, milliseconds: number): Measured {
  return { what, unit: 'events/s', value: Math.round((events / milliseconds) * 1000) };
}

if (require.main === module) {
  const url = process.env['EVENTSTOREDB_URL'];
  if (url === undefined) throw new Error('EVENTSTOREDB_URL names the server to measure.');
  void run(url).then(async (measured) => {
    const folder = join(process.cwd(), 'bench/results');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'eventstoredb.json'), `${JSON.stringify(measured, null, 2)}\n`);
    console.table(measured);
  });
}
