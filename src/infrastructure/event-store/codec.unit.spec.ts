import { AppendTooLarge, MAX_APPEND_BYTES, type NewEvent } from '../../application/ports/event-store';
import { type EventMetadata } from '../../domain/shared/event';
import { derivedUuid } from '../../domain/shared/identity';
import { memoryKeyVault } from '../../../test/support/memory-key-vault';
import { createCodec, UnreadableEvent } from './codec';
import { type EncodedEvent, type JournaledEvent } from './journal';
import { type Catalogue } from './upcasters';

const CATALOGUE: Catalogue = {
  NoteTaken: { version: 1, personal: ['note', 'lines.*.item', 'author.name'] },
  BellRung: { version: 1, personal: [] },
};
const PERSON = 'cus_1';

function newEvent(data: unknown, type = 'NoteTaken', metadata: Partial<EventMetadata> = {}): NewEvent {
  return {
    id: derivedUuid('codec', type, JSON.stringify(data)),
    type,
    data,
    metadata: {
      v: 1,
      causationId: 'c',
      correlationId: 'c',
      actor: 'system',
      customerId: PERSON,
      effectiveAt: '2026-11-01T00:00:00.000Z',
      recordedAt: '2026-11-01T00:00:00.000Z',
      ...metadata,
    },
  };
}

function ofNobody(data: unknown): NewEvent {
  const event = newEvent(data);
  const { v, causationId, correlationId, actor, effectiveAt, recordedAt } = event.metadata;
  return { ...event, metadata: { v, causationId, correlationId, actor, effectiveAt, recordedAt } };
}

function journaled(events: readonly EncodedEvent[], stream = 'note-1'): readonly JournaledEvent[] {
  return events.map((event, revision) => ({ ...event, stream, revision, position: `test.${revision + 1}` }));
}

async function encodeOne(event: NewEvent, vault = memoryKeyVault()): Promise<EncodedEvent> {
  const [encoded] = await createCodec(vault, CATALOGUE, []).encode('note-1', [event]);
  if (encoded === undefined) throw new Error('One event gives one event.');
  return encoded;
}

describe('Encoding', () => {
  it('writes canonical JSON: sorted keys, no spaces', async () => {
    const { data } = await encodeOne(newEvent({ b: [1, { z: null, a: 'é' }], a: 1e21 }, 'BellRung'));

    expect(data).toBe('{"a":1e+21,"b":[1,{"a":"é","z":null}]}');
  });

  it('seals personal fields wherever they stand, leaves nulls, and tells nothing in clear', async () => {
    const data = {
      note: 'ring Zoë',
      lines: [
        { item: 'glass', n: 1 },
        { item: null, n: 2 },
      ],
      author: { name: 'Ann' },
      place: 'York',
    };

    const encoded = await encodeOne(newEvent(data));

    expect(JSON.parse(encoded.data)).toEqual({
      note: { person: PERSON, sealed: expect.any(String) as string },
      lines: [
        { item: { person: PERSON, sealed: expect.any(String) as string }, n: 1 },
        { item: null, n: 2 },
      ],
      author: { name: { person: PERSON, sealed: expect.any(String) as string } },
      place: 'York',
    });
    expect(encoded.data).not.toMatch(/Zoë|glass|Ann/);
  });

  it('gives the same bytes for the same event, and others for another event, place or text', async () => {
    const event = newEvent({ note: 'same', lines: [{ item: 'same' }] });

    const first = await encodeOne(event);
    const again = await encodeOne(event);
    const another = await encodeOne({ ...event, id: derivedUuid('another') });

    expect(again).toEqual(first);
    const sealedTexts = [first, another].flatMap(({ data }) =>
      [...data.matchAll(/"sealed":"([^"]+)"/g)].map(([, text]) => text),
    );
    expect(new Set(sealedTexts).size).toBe(4);
  });

  it('writes null for a person whose key was destroyed', async () => {
    const vault = memoryKeyVault();
    vault.destroy(PERSON);

    const encoded = await encodeOne(newEvent({ note: 'late news' }), vault);

    expect(encoded.data).toBe('{"note":null}');
  });

  it.each([
    ['personal data of nobody', ofNobody({ note: 'whose?' }), 'personal data (note)'],
    ['an unknown type', newEvent({}, 'Unheard'), 'Unheard is not in the catalogue'],
    ['another version', newEvent({}, 'BellRung', { v: 2 }), 'BellRung is written at version 1, not at 2'],
    ['what JSON can not express', newEvent({ big: NaN }, 'BellRung'), 'NaN is not allowed'],
  ])('refuses %s before anything is stored', async (_, event, message) => {
    await expect(encodeOne(event)).rejects.toThrow(message);
  });

  it('takes events of nobody when their personal fields are null or left out', async () => {
    const { data } = await encodeOne(ofNobody({ note: null }));

    expect(data).toBe('{"note":null}');
  });

  it('counts bytes, not characters, towards the limit of an append', async () => {
    const codec = createCodec(memoryKeyVault(), CATALOGUE, []);
    const half = newEvent({ text: 'é'.repeat(MAX_APPEND_BYTES / 4) }, 'BellRung');

    await expect(codec.encode('note-1', [half, half])).rejects.toThrow(AppendTooLarge);
    await expect(codec.encode('note-1', [half])).resolves.toHaveLength(1);
  });
});

describe('Decoding', () => {
  it('gives back what was encoded, and asks once for the keys of a whole page', async () => {
    const vault = memoryKeyVault();
    const codec = createCodec(vault, CATALOGUE, []);
    const events = ['cus_1', 'cus_2', 'cus_1'].map((customerId, n) =>
      newEvent({ note: `note ${n}`, lines: [{ item: 'glass' }], author: null }, 'NoteTaken', { customerId }),
    );

    const decoded = await codec.decode(journaled(await codec.encode('note-1', events)));

    expect(decoded).toEqual(
      events.map((event, revision) => ({ ...event, stream: 'note-1', revision, position: `test.${revision + 1}` })),
    );
    expect(vault.asked).toEqual([['cus_1', 'cus_2']]);
  });

  it('asks for no key when nothing is sealed', async () => {
    const vault = memoryKeyVault();
    const codec = createCodec(vault, CATALOGUE, []);

    await codec.decode(journaled(await codec.encode('note-1', [newEvent({ loud: true }, 'BellRung')])));

    expect(vault.asked).toEqual([]);
  });

  it('reads null once the key is destroyed', async () => {
    const vault = memoryKeyVault();
    const codec = createCodec(vault, CATALOGUE, []);
    const stored = journaled(await codec.encode('note-1', [newEvent({ note: 'Zoë', place: 'York' })]));

    vault.destroy(PERSON);

    expect((await codec.decode(stored)).map(({ data }) => data)).toEqual([{ note: null, place: 'York' }]);
  });

  it.each([
    [
      'a field moved to another event',
      (e: EncodedEvent) => ({ ...e, id: derivedUuid('moved') }),
      'does not open its field "note"',
    ],
    [
      'a changed field',
      (e: EncodedEvent) => ({ ...e, data: e.data.replace('"sealed":"', '"sealed":"AAAA') }),
      'does not open its field "note"',
    ],
    [
      'a lost key',
      (e: EncodedEvent) => ({ ...e, data: e.data.replace(PERSON, 'cus_lost') }),
      'the key of cus_lost is missing',
    ],
    ['damaged JSON', (e: EncodedEvent) => ({ ...e, data: e.data.slice(1) }), 'it is not JSON'],
    ['damaged metadata', (e: EncodedEvent) => ({ ...e, metadata: '{}' }), 'its metadata has no version'],
    [
      'a newer version',
      (e: EncodedEvent) => ({ ...e, metadata: e.metadata.replace('"v":1', '"v":2') }),
      'does not know version 2 of NoteTaken',
    ],
    ['an unknown type', (e: EncodedEvent) => ({ ...e, type: 'Unheard' }), 'does not know version 1 of Unheard'],
  ])('stops at %s and says where it stands', async (_, damage, detail) => {
    const vault = memoryKeyVault();
    const good = await encodeOne(newEvent({ note: 'fine' }), vault);
    const bad = damage(await encodeOne(newEvent({ note: 'secret text' }), vault));

    const decoding = createCodec(vault, CATALOGUE, []).decode(journaled([good, bad], 'note-7'));

    const error: unknown = await decoding.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnreadableEvent);
    expect(String(error)).toContain('Event 1 of stream note-7 can not be read');
    expect(String(error)).toContain(detail);
    expect(String(error)).not.toContain('secret');
  });
});
