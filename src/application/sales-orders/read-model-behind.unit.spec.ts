import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { type Aggregates } from '../aggregates';
import { ChosenConnection } from '../connections/chosen-connection';
import { type Connections } from '../connections/connections';
import { type KnownConnection, ReadModelBehind, type ReadModels } from '../ports/queries';
import { SalesOrders } from './sales-orders';

const CONNECTION: KnownConnection = { connectionId: 'con_1', creditorId: 'CR1', environment: 'sandbox' };
const ORDER = { status: 'placed' };

/** Read models that trail the log until so many questions were asked after the waiting for them. */
function readModels(trailsFor: number): ReadModels {
  let asked = -Infinity;
  const answer = <T>(behind: T, there: T): Promise<T> => {
    asked += 1;
    return Promise.resolve(asked > trailsFor ? there : behind);
  };
  return {
    caughtUp: () => {
      asked = 0;
      return Promise.resolve();
    },
    hasReached: () => answer(false, true),
    orderOf: () => answer<string | null>(null, 'so_1'),
    connections: () => answer<readonly KnownConnection[]>([], [CONNECTION]),
  } as Partial<ReadModels> as ReadModels;
}

describe.each([
  ['trails all the time', Infinity, 'behind'],
  ['gets there between two questions', 1, 'found'],
  ['has got there', 0, 'found'],
] as const)('when a read model %s', (_, trailsFor, expected) => {
  const outcomeOf = (looked: Promise<unknown>) =>
    looked.then(
      (found) => (found === ORDER || (Array.isArray(found) && found[0] === CONNECTION) ? 'found' : 'missing'),
      (error: unknown) => (error instanceof ReadModelBehind ? 'behind' : error),
    );

  it(`a scheduled payment that was just made is ${expected}, and never missing`, async () => {
    const aggregates = { load: () => Promise.resolve({ state: ORDER }) } as unknown as Aggregates;
    const orders = new SalesOrders(aggregates, new MemoryEventStore(), readModels(trailsFor));
    expect(await outcomeOf(orders.ofScheduledPayment('sp_1'))).toBe(expected);
  });

  it(`a connection that was just opened is ${expected}, and never missing`, async () => {
    const nobody = {} as unknown as Connections; // asked only for one that is named
    const chosen = new ChosenConnection(nobody, new MemoryEventStore(), readModels(trailsFor));
    expect(await outcomeOf(chosen.allOf('all'))).toBe(expected);
  });
});
