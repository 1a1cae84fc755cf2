import { Gauge, type Registry } from 'prom-client';
import { type ProcessStatus } from '../../application/running/process-status';
import { type Clock } from '../../application/ports/clock';
import { comparePositions, type EventStore, eventsBetween, type Position } from '../../application/ports/event-store';
import { ALL_READ_MODELS } from '../../read-models/all-read-models';
import { type ReadModelDatabase } from '../../read-models/engine/database';
import { readModelStatus } from '../../read-models/engine/status';
import { countParked, countOpen } from '../../read-models/incidents/open-incidents';
import { INCIDENT_TYPES } from '../../read-models/incidents/incident';

export interface Measured {
  readonly database: ReadModelDatabase;
  readonly store: EventStore;
  readonly clock: Clock;
  /** Of the workers of this process. */
  readonly statuses: () => readonly ProcessStatus[];
}

const STATES = ['running', 'standing_by', 'retrying', 'stopped'] as const satisfies readonly ProcessStatus['state'][];

/** How the work in the background fares. It is found out when `/metrics` is read; what can not be found out then is not shown. */
export function registerWorkMetrics(registry: Registry, measured: Measured): void {
  projectionMetrics(registry, measured);
  workerMetrics(registry, measured);
  incidentMetrics(registry, measured);
}

function projectionMetrics(registry: Registry, { database, store, clock }: Measured): void {
  const statuses = shared(() => readModelStatus(database, store, clock, ALL_READ_MODELS));
  const gauge = (
    name: string,
    help: string,
    valueOf: (status: Awaited<ReturnType<typeof statuses>>[number]) => number | null,
  ): void => {
    gaugeOf(registry, name, help, 'projection', async () =>
      (await statuses()).flatMap((status) => {
        const value = valueOf(status);
        return value === null ? [] : [[status.readModel, value] as const];
      }),
    );
  };
  gauge(
    'ledger_projection_lag_events',
    'Events between a read model and the end of the log.',
    ({ lagEvents }) => lagEvents,
  );
  gauge(
    'ledger_projection_lag_seconds',
    'Age of the oldest event that a read model has yet to take in.',
    ({ lagMilliseconds }) => lagMilliseconds / 1000,
  );
  gauge('ledger_projection_stopped', '1 for a read model that met an event that it can not take in.', ({ state }) =>
    state === 'stopped' ? 1 : 0,
  );
}

function workerMetrics(registry: Registry, { store, clock, statuses }: Measured): void {
  const states = new Gauge({
    name: 'ledger_worker_state',
    help: '1 for the state that a worker of this process is in. standing_by: another process does its work.',
    labelNames: ['worker', 'state'],
    registers: [registry],
    collect: () => {
      for (const { name, state } of statuses()) {
        for (const one of STATES) states.set({ worker: name, state: one }, one === state ? 1 : 0);
      }
    },
  });
  const lags = shared(async () => {
    const head = await store.head();
    const readers = statuses().flatMap(({ name, position }) => (position === null ? [] : [{ name, position }]));
    return Promise.all(
      readers.map(async ({ name, position }) => ({
        name,
        events: eventsBetween(store, position, head),
        seconds: await ageOfNext(store, clock, position, head),
      })),
    );
  });
  gaugeOf(
    registry,
    'ledger_process_lag_events',
    'Events between a process that reacts to facts and the end of the log.',
    'process',
    async () => (await lags()).flatMap(({ name, events }) => (events === null ? [] : [[name, events] as const])),
  );
  gaugeOf(
    registry,
    'ledger_process_lag_seconds',
    'Age of the oldest event that a process has not finished with.',
    'process',
    async () => (await lags()).map(({ name, seconds }) => [name, seconds]),
  );
}

async function ageOfNext(store: EventStore, clock: Clock, position: Position, head: Position): Promise<number> {
  if (comparePositions(position, head) >= 0) return 0;
  const [next] = (await store.readAll(position, { limit: 1 })).events;
  return next === undefined ? 0 : Math.max(0, (Date.parse(clock.now()) - Date.parse(next.metadata.recordedAt)) / 1000);
}

function incidentMetrics(registry: Registry, { database, clock }: Measured): void {
  gaugeOf(registry, 'ledger_incidents_open', 'Incidents that need a person, by type.', 'type', async () => {
    const open = await countOpen(database, clock.now());
    return INCIDENT_TYPES.map((type) => [type, open.get(type) ?? 0]);
  });
  const parked = new Gauge({
    name: 'ledger_parked_events',
    help: 'Events of GoCardless that wait until what they are about is known, also those that have just begun to.',
    registers: [registry],
    collect: async () => {
      parked.remove();
      await countParked(database).then(
        (count) => {
          parked.set(count);
        },
        () => undefined,
      );
    },
  });
}

/** A gauge with one label, whose values are found out anew each time. While that fails it has none. */
function gaugeOf(
  registry: Registry,
  name: string,
  help: string,
  label: string,
  read: () => Promise<readonly (readonly [string, number])[]>,
): void {
  const gauge = new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect: async () => {
      const values = await read().catch(() => []);
      gauge.reset();
      for (const [of, value] of values) gauge.labels(of).set(value);
    },
  });
}

/** All who ask while an answer is under way get that one. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => {
    underWay ??= ask().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
