import { setTimeout as pause } from 'node:timers/promises';
import { type EventStore, type Position } from '../src/application/ports/event-store';
import { type ReadModelDatabase } from '../src/read-models/engine/database';
import { expectedOf, type PlayedAppend } from './fill-log';
import { NAMES, TIMEOUT_MS, workers } from './filled-bench';

/** What is sent first is not counted: a subscription begins, code is compiled, and a service does that once. */
const WARM_UP_SECONDS = 2;

/** At a steady rate of events, from the call of an append until all read models show it, in milliseconds. */
export async function timesToVisible(
  side: { readonly store: EventStore; readonly database: ReadModelDatabase },
  appends: readonly PlayedAppend[],
  eventsPerSecond: number,
): Promise<{ readonly times: readonly number[]; readonly sent: number; readonly begin: number }> {
  const { store } = side;
  const { progress, runner } = workers(side);
  await runner.start();
  await progress.waitUntil(NAMES, await store.head(), TIMEOUT_MS);
  const seen: Promise<number>[] = [];
  const streams = new Map<string, Promise<Position>>();
  const begin = performance.now();
  let [sent, warmUp] = [0, 0];
  for (const append of appends) {
    await untilTurn(begin, sent, eventsPerSecond);
    if (sent < WARM_UP_SECONDS * eventsPerSecond) warmUp += 1;
    sent += append.events.length;
    const called = performance.now();
    // Nobody waits for the appends to other streams.
    const appended = (streams.get(append.stream) ?? Promise.resolve()).then(async () => {
      const { position } = await store.append(append.stream, expectedOf(append), append.events);
      return position;
    });
    streams.set(append.stream, appended);
    seen.push(
      appended
        .then((position) => progress.waitUntil(NAMES, position, TIMEOUT_MS))
        .then(() => performance.now() - called),
    );
  }
  const times = (await Promise.all(seen)).slice(warmUp);
  await runner.stop();
  return { times, sent, begin };
}

/** Waits until so many were due to be sent since the begin. */
export async function untilTurn(begin: number, sent: number, perSecond: number): Promise<void> {
  while ((performance.now() - begin) * perSecond < sent * 1000) await pause(1);
}
