import { type INestApplicationContext } from '@nestjs/common';
import { type EventStore, type Position } from '../../src/application/ports/event-store';
import { ProcessStatuses } from '../../src/application/running/process-status';

/** A service in this process. */
export interface Service {
  readonly runtime: { readonly eventStore: EventStore };
  readonly app: INestApplicationContext;
}

/** The end of the log when every process has been through all of it; null while one has not, or something is added meanwhile. */
export async function atRest({ runtime: { eventStore }, app }: Service): Promise<Position | null> {
  const head = await eventStore.head();
  const processes = app.get(ProcessStatuses).all();
  const isBehind = processes.some(
    ({ kind, position }) => kind === 'process' && (position ?? eventStore.start()) !== head,
  );
  return isBehind || head !== (await eventStore.head()) ? null : head;
}
