import {
  AppendTooLarge,
  MAX_APPEND_BYTES,
  type NewEvent,
  type RecordedEvent,
} from '../../application/ports/event-store';
import { type KeyVault } from '../../application/ports/key-vault';
import { CATALOGUE, type CatalogueEntry } from '../../domain/catalogue';
import { type EventMetadata } from '../../domain/shared/event';
import { canonicalJson } from '../../domain/shared/canonical-json';
import { type EncodedEvent, type JournaledEvent } from './journal';
import { besideOf, isRecord, replaceAt } from './paths';
import { isSealedField, sealField, unsealField } from './sealing';
import { type Catalogue, ladder, type Upcaster, UPCASTERS, type WrittenForm } from './upcasters';

/** Between events as the application knows them and the bytes that a store keeps. */
export interface Codec {
  /**
   * Canonical JSON with personal data sealed; the same events always give the same bytes. Throws `AppendTooLarge`, and a plain
   * error for an event that is written wrongly (unknown type or version, personal data of nobody): nothing is stored then.
   */
  encode(stream: string, events: readonly NewEvent[]): Promise<readonly EncodedEvent[]>;
  /** Opened and brought to the current version. Throws `UnreadableEvent`. */
  decode(events: readonly JournaledEvent[]): Promise<readonly RecordedEvent[]>;
}

/** An event of the log that can not be read: damaged, sealed with a lost key, or written by a newer release. */
export class UnreadableEvent extends Error {
  constructor(
    readonly stream: string,
    readonly revision: number,
    detail: string,
  ) {
    super(`Event ${revision} of stream ${stream} can not be read: ${detail}`);
    this.name = 'UnreadableEvent';
  }
}

/** `catalogue` and `upcasters` are the product's own unless a test names others. */
export function createCodec(
  keys: KeyVault,
  catalogue: Catalogue = CATALOGUE,
  upcasters: readonly Upcaster[] = UPCASTERS,
): Codec {
  const formOf = ladder(catalogue, upcasters);
  return {
    async encode(stream, events) {
      const encoded = await Promise.all(events.map((event) => encodeEvent(event, catalogue, keys)));
      requireFitting(stream, encoded);
      return encoded;
    },

    async decode(events) {
      const parsed = events.map((event) => parse(event, formOf));
      const persons = new Set(parsed.flatMap(({ persons: named }) => named));
      const found = persons.size === 0 ? new Map<string, Buffer | null>() : await keys.find([...persons]);
      return parsed.map((event) => open(event, found));
    },
  };
}

/** Of a UTF-16 unit in UTF-8. */
const MAX_BYTES = 3;

function requireFitting(stream: string, encoded: readonly EncodedEvent[]): void {
  const sum = (measure: (text: string) => number) =>
    encoded.reduce((total, { data, metadata }) => total + measure(data) + measure(metadata), 0);
  // Hardly any append is worth counting its bytes.
  if (sum((text) => text.length) * MAX_BYTES <= MAX_APPEND_BYTES) return;
  const bytes = sum((text) => Buffer.byteLength(text));
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(stream, bytes);
}

async function encodeEvent(event: NewEvent, catalogue: Catalogue, keys: KeyVault): Promise<EncodedEvent> {
  const { id, type, data, metadata } = event;
  const entry = catalogue[type];
  if (entry === undefined) throw new Error(`${type} is not in the catalogue of event types.`);
  if (metadata.v !== entry.version) {
    throw new Error(`${type} is written at version ${entry.version}, not at ${metadata.v}.`);
  }
  const sealed = entry.personal.length === 0 ? data : await sealPersonal(event, entry, keys);
  return { id, type, data: canonicalJson(sealed), metadata: canonicalJson(metadata) };
}

async function sealPersonal(
  { id, type, data, metadata }: NewEvent,
  { personal, person: personField }: CatalogueEntry,
  keys: KeyVault,
): Promise<unknown> {
  const personAt = (at: string): string => {
    const named = personField === undefined ? metadata.customerId : besideOf(data, at, personField);
    if (typeof named === 'string') return named;
    throw new Error(`${type} holds personal data (${at}), and nothing names the person to seal it for.`);
  };
  const persons = new Set<string>();
  replaceAt(data, personal, (value, at) => {
    if (value !== null) persons.add(personAt(at));
    return value;
  });
  if (persons.size === 0) return data;
  const found = await obtainKeys(keys, [...persons]);
  return replaceAt(data, personal, (value, at) => {
    const person = value === null ? null : personAt(at);
    const key = person === null ? null : found.get(person);
    // A person who was forgotten stays forgotten: no new personal data is kept.
    return person === null || key == null ? null : sealField(key, person, id, at, value);
  });
}

/** The keys of all persons; a person without one gets one. */
async function obtainKeys(keys: KeyVault, persons: readonly string[]): Promise<ReadonlyMap<string, Buffer | null>> {
  const known = persons.length === 1 ? new Map<string, Buffer | null>() : await keys.find(persons);
  const missing = persons.filter((person) => !known.has(person));
  const made = await Promise.all(missing.map(async (person) => [person, await keys.obtain(person)] as const));
  return new Map([...known, ...made]);
}

/** A stored event as JSON, before anything in it is opened. */
interface Parsed {
  readonly event: JournaledEvent;
  readonly data: unknown;
  readonly metadata: EventMetadata;
  readonly form: WrittenForm;
  readonly persons: readonly string[];
}

function parse(event: JournaledEvent, formOf: (type: string, version: number) => WrittenForm | null): Parsed {
  const data = parseJson(event, event.data);
  const metadata = parseJson(event, event.metadata);
  if (!isMetadata(metadata)) throw new UnreadableEvent(event.stream, event.revision, 'its metadata has no version');
  const form = formOf(event.type, metadata.v);
  if (form === null) {
    const what = `this release does not know version ${metadata.v} of ${event.type}; a newer one may have written it`;
    throw new UnreadableEvent(event.stream, event.revision, what);
  }
  return { event, data, metadata, form, persons: event.data.includes(SEALED) ? personsIn(data, form) : NOBODY };
}

/** What is sealed has this in its text; most events have not. */
const SEALED = '"sealed"';
const NOBODY: readonly string[] = [];

function personsIn(data: unknown, { personal }: WrittenForm): readonly string[] {
  const persons: string[] = [];
  replaceAt(data, personal, (value) => {
    if (isSealedField(value)) persons.push(value.person);
    return value;
  });
  return persons;
}

function parseJson({ stream, revision }: JournaledEvent, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw new UnreadableEvent(stream, revision, 'it is not JSON');
  }
}

/** The codec alone writes metadata; the version shows that it did. */
function isMetadata(value: unknown): value is EventMetadata {
  return isRecord(value) && typeof value['v'] === 'number';
}

function open(parsed: Parsed, keys: ReadonlyMap<string, Buffer | null>): RecordedEvent {
  const { event, metadata, form } = parsed;
  const { stream, revision, position, id, type } = event;
  return {
    stream,
    revision,
    position,
    id,
    type,
    data: form.upcast(parsed.persons.length === 0 ? parsed.data : unsealed(parsed, keys)),
    metadata: metadata.v === form.version ? metadata : { ...metadata, v: form.version },
  };
}

function unsealed({ event, data, form }: Parsed, keys: ReadonlyMap<string, Buffer | null>): unknown {
  const { stream, revision, id } = event;
  return replaceAt(data, form.personal, (value, at) => {
    if (!isSealedField(value)) return value;
    const key = keys.get(value.person);
    if (key === null) return null;
    if (key === undefined) throw new UnreadableEvent(stream, revision, `the key of ${value.person} is missing`);
    const field = unsealField(key, value, id, at);
    if (field === null) {
      throw new UnreadableEvent(stream, revision, `the key of ${value.person} does not open its field "${at}"`);
    }
    return field.value;
  });
}
