import { derivedUuid } from '../../domain/shared/identity';
import { memoryKeyVault } from '../../../test/support/memory-key-vault';
import { createCodec } from './codec';
import { type EncodedEvent } from './journal';
import { ladder, type Upcaster } from './upcasters';

// An invented type with a life of three versions: a name, then a full name, then first and last name.
const current = { version: 3, personal: ['first', 'last'] };
const fullName: Upcaster = {
  type: 'GuestSeated',
  from: 1,
  personal: ['name'],
  upcast: (data) => ({ fullName: (data as { name: string | null }).name }),
};
const firstAndLast: Upcaster = {
  type: 'GuestSeated',
  from: 2,
  personal: ['fullName'],
  upcast: (data) => {
    const [first = null, last = null] = (data as { fullName: string | null }).fullName?.split(' ') ?? [];
    return { first, last };
  },
};

const metadata = {
  causationId: 'c',
  correlationId: 'c',
  actor: 'system',
  customerId: 'cus_1',
  effectiveAt: '2026-11-01T00:00:00.000Z',
  recordedAt: '2026-11-01T00:00:00.000Z',
} as const;

const vault = memoryKeyVault();

/** As the release wrote it that knew no later version. */
async function writtenAt(version: number, personal: readonly string[], data: unknown): Promise<EncodedEvent> {
  const old = createCodec(vault, { GuestSeated: { version, personal } }, upcastersBelow(version));
  const [event] = await old.encode('guest-1', [
    { id: derivedUuid('guest', version), type: 'GuestSeated', data, metadata: { ...metadata, v: version } },
  ]);
  if (event === undefined) throw new Error('One event gives one event.');
  return event;
}

function upcastersBelow(version: number): readonly Upcaster[] {
  return [fullName, firstAndLast].filter(({ from }) => from < version);
}

describe('An older version', () => {
  it('reads as the current one, rung by rung, with what was sealed in it', async () => {
    const stored = [
      await writtenAt(1, ['name'], { name: 'Zoë Lee' }),
      await writtenAt(2, ['fullName'], { fullName: 'Ann Ash' }),
      await writtenAt(3, ['first', 'last'], { first: 'Bo', last: null }),
    ];

    const decoded = await createCodec(vault, { GuestSeated: current }, [fullName, firstAndLast]).decode(
      stored.map((event, revision) => ({ ...event, stream: 'guest-1', revision, position: `test.${revision}` })),
    );

    expect(decoded.map(({ data, metadata: { v } }) => ({ data, v }))).toEqual([
      { data: { first: 'Zoë', last: 'Lee' }, v: 3 },
      { data: { first: 'Ann', last: 'Ash' }, v: 3 },
      { data: { first: 'Bo', last: null }, v: 3 },
    ]);
  });

  it('must have a rung for each step up, or the service does not start', () => {
    expect(() => ladder({ GuestSeated: current }, [firstAndLast])).toThrow(
      'No upcaster reads version 1 of GuestSeated',
    );
    expect(() => ladder({ GuestSeated: current }, [fullName])).toThrow('No upcaster reads version 2 of GuestSeated');
  });
});
