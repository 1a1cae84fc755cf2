import { type Pool } from 'pg';
import { type EventStore } from '../../../application/ports/event-store';
import { WatchedEventStore } from '../../event-store/watched-event-store';
import { type ReadinessCheck } from './readiness';

export function databaseCheck(pool: Pool): ReadinessCheck {
  return {
    name: 'database',
    check: async () => {
      await pool.query('select 1');
      return { ready: true };
    },
  };
}

export function eventStoreCheck(eventStore: EventStore): ReadinessCheck {
  return {
    name: 'eventStore',
    check: async () => {
      const facts = { position: await eventStore.head() };
      // Webhooks are better sent to another process, or later, than to one that must refuse them.
      return eventStore instanceof WatchedEventStore && eventStore.refuses
        ? { ready: false, reason: 'takes no events now', facts }
        : { ready: true, facts };
    },
  };
}
