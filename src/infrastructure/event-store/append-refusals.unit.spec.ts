import { StoreUnavailable } from '../../application/ports/event-store';
import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { AppendRefusals } from './append-refusals';

class FullEventStore extends MemoryEventStore {
  full = false;

  override append(...append: Parameters<MemoryEventStore['append']>) {
    return this.full ? Promise.reject(new StoreUnavailable('no space left on device')) : super.append(...append);
  }
}

const event = (index: number) => ({
  id: `00000000-0000-5000-8000-00000000000${index}`,
  type: 'SomethingHappened',
  data: {},
  metadata: {
    v: 1,
    causationId: 'cause',
    correlationId: 'correlation',
    actor: 'system' as const,
    effectiveAt: '2026-02-02T10:00:00.000Z',
    recordedAt: '2026-02-02T10:00:00.000Z',
  },
});

describe('a log whose refusals are watched', () => {
  let now = 0;
  const store = new FullEventStore();
  const refusals = new AppendRefusals(() => now);
  const watched = refusals.watch(store);

  it('refuses from a refused append on until one is taken', async () => {
    await watched.append('thing-1', 'no_stream', [event(1)]);
    expect(refusals.recent).toBe(false);

    store.full = true;
    await expect(watched.append('thing-1', 0, [event(2)])).rejects.toThrow(StoreUnavailable);
    expect([refusals.recent, await watched.head()]).toEqual([true, 'memory.1']);

    store.full = false;
    await watched.append('thing-1', 0, [event(2)]);
    expect(refusals.recent).toBe(false);
  });

  it('forgets a refusal when nothing was appended for a while', async () => {
    store.full = true;
    await expect(watched.append('thing-1', 1, [event(3)])).rejects.toThrow(StoreUnavailable);
    now += 14_999;
    expect(refusals.recent).toBe(true);
    now += 1;
    expect(refusals.recent).toBe(false);
  });

  it('takes a conflict for an answer', async () => {
    store.full = false;
    await expect(watched.append('thing-1', 'no_stream', [event(4)])).rejects.toThrow('not at no_stream');
    expect(refusals.recent).toBe(false);
  });
});
