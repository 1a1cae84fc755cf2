import {
  type Appended,
  type NewEvent,
  OutcomeUnknown,
  StoreUnavailable,
  VersionConflict,
} from '../../application/ports/event-store';
import { doubling } from '../../domain/shared/retry';
import { derivedUuid } from '../../domain/shared/identity';
import { memoryKeyVault } from '../../../test/support/memory-key-vault';
import { createCodec } from './codec';
import { createEventStore } from './event-store';
import { type Journal } from './journal';

const answer: Appended = { revision: 0, position: 'test.1' };
const unknown = new OutcomeUnknown('connection-1');
const away = new StoreUnavailable('no route');
const conflict = new VersionConflict('connection-1', 'no_stream', 3);

const event: NewEvent = {
  id: derivedUuid('store'),
  type: 'PeriodClosed',
  data: { through: '2026-10-31' },
  metadata: {
    v: 1,
    causationId: 'c',
    correlationId: 'c',
    actor: 'system',
    effectiveAt: '2026-11-01T00:00:00.000Z',
    recordedAt: '2026-11-01T00:00:00.000Z',
  },
};

/** A journal whose appends meet these outcomes in turn. */
function journalThatAnswers(outcomes: readonly (Appended | Error)[]): { journal: Journal; sent: unknown[] } {
  const sent: unknown[] = [];
  const notRequired = (): never => {
    throw new Error('Only appends are asked for here.');
  };
  return {
    sent,
    journal: {
      append(stream, expected, events) {
        const outcome = outcomes[sent.length] ?? new Error('Sent too often.');
        sent.push({ stream, expected, events });
        return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
      },
      read: notRequired,
      readLast: notRequired,
      readAll: notRequired,
      waitForMore: notRequired,
      start: notRequired,
      head: notRequired,
      countsEvents: true,
    },
  };
}

async function appendMeeting(
  outcomes: readonly (Appended | Error)[],
  tookMs = 0,
): Promise<{ result: unknown; sent: unknown[]; delays: number[] }> {
  const { journal, sent } = journalThatAnswers(outcomes);
  const delays: number[] = [];
  const store = createEventStore(journal, createCodec(memoryKeyVault()), {
    schedule: { waits: doubling(50, 3), afterwards: 'give_up' },
    withinMs: 1_000,
    now: () => (sent.length + delays.length) * tookMs,
    delay: (milliseconds) => Promise.resolve(delays.push(milliseconds)),
  });
  const result = await store.append('connection-1', 'no_stream', [event]).catch((error: unknown) => error);
  return { result, sent, delays };
}

describe('An append whose outcome is unknown', () => {
  it('is sent again byte for byte, ever later, until there is an answer', async () => {
    const { result, sent, delays } = await appendMeeting([unknown, away, unknown, answer]);

    expect(result).toEqual(answer);
    expect(sent).toEqual([sent[0], sent[0], sent[0], sent[0]]);
    expect(delays).toEqual([50, 100, 200]);
  });

  it('stays unknown when nobody ever answers, also when the store is away in the end', async () => {
    const { result, sent } = await appendMeeting([unknown, unknown, unknown, away]);

    expect(result).toBeInstanceOf(OutcomeUnknown);
    expect(sent).toHaveLength(4);
  });

  it('is not sent again when the first one took all the time that there is: a silent store costs its deadline once', async () => {
    const { result, sent } = await appendMeeting([unknown, answer], 1_000);

    expect(result).toBeInstanceOf(OutcomeUnknown);
    expect(sent).toHaveLength(1);
  });

  it('was not kept when the stream has moved on with something else', async () => {
    const { result } = await appendMeeting([unknown, conflict]);

    expect(result).toBe(conflict);
  });
});

describe('An append that was certainly not kept', () => {
  it.each<[string, Error]>([
    ['the store is away', away],
    ['the stream has moved on', conflict],
  ])('is not sent again: %s', async (_, error) => {
    const { result, sent, delays } = await appendMeeting([error]);

    expect(result).toBe(error);
    expect(sent).toHaveLength(1);
    expect(delays).toEqual([]);
  });

  it('is not sent at all without events', async () => {
    const { journal, sent } = journalThatAnswers([answer]);

    await expect(
      createEventStore(journal, createCodec(memoryKeyVault())).append('connection-1', 'no_stream', []),
    ).rejects.toThrow('without events');

    expect(sent).toEqual([]);
  });
});
