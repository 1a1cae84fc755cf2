import { type Pool } from 'pg';
import { type EventStore } from '../../../application/ports/event-store';
import { type ProcessStatus } from '../../../application/running/process-status';
import { type ReadModelStatus } from '../../../read-models/engine/status';
import { type AppendRefusals } from '../../event-store/append-refusals';
import { type Readiness, type ReadinessCheck } from './readiness';

export function databaseCheck(pool: Pool): ReadinessCheck {
  return {
    name: 'database',
    check: async () => {
      await pool.query('select 1');
      return { ready: true };
    },
  };
}

export function eventStoreCheck(eventStore: EventStore, refusals: Pick<AppendRefusals, 'recent'>): ReadinessCheck {
  return {
    name: 'eventStore',
    check: async () => {
      const facts = { position: await eventStore.head() };
      // Webhooks are better sent to another process, or later, than to one that must refuse them.
      return refusals.recent ? { ready: false, reason: 'takes no events now', facts } : { ready: true, facts };
    },
  };
}

/**
 * How far each read model is. One that lags is still served, with the position that it has reached in every answer; one that stopped, or
 * was never prepared, makes the process unready.
 */
export function readModelCheck(statuses: () => Promise<readonly ReadModelStatus[]>): ReadinessCheck {
  return {
    name: 'readModels',
    check: async () => {
      const all = await statuses();
      const broken = all.filter(({ state }) => state === 'stopped' || state === 'not_prepared');
      const lag = all.map(({ readModel, state, lagEvents, lagMilliseconds }) => [
        readModel,
        { state, lagEvents, lagMilliseconds },
      ]);
      return readiness(
        broken.map(({ readModel, state }) => `${readModel}: ${state}`),
        { lag: Object.fromEntries(lag) as unknown },
      );
    },
  };
}

/** The state of each process and timer here. One that stopped makes the process unready; one that retries or stands by does not. */
export function processCheck(statuses: () => readonly ProcessStatus[]): ReadinessCheck {
  return {
    name: 'processes',
    check: () => {
      const all = statuses();
      const stopped = all.filter(({ state }) => state === 'stopped').map(({ name }) => `${name}: stopped`);
      const states = Object.fromEntries(all.map(({ name, state }) => [name, state]));
      return Promise.resolve(readiness(stopped, { states }));
    },
  };
}

function readiness(broken: readonly string[], facts: Readonly<Record<string, unknown>>): Readiness {
  return broken.length === 0 ? { ready: true, facts } : { ready: false, reason: broken.join(', '), facts };
}
