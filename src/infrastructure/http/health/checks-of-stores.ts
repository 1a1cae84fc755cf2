import { type Pool } from 'pg';
import { type EventStore } from '../../../application/ports/event-store';
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
    check: async () => ({ ready: true, facts: { position: await eventStore.head() } }),
  };
}
