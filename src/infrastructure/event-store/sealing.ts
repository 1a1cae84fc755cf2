import { createHmac, hkdfSync } from 'node:crypto';
import { seal, unseal } from '../security/authenticated-encryption';
import { isRecord } from './paths';

/** How personal data stands in the log: encrypted under the key of the person that it names. */
export interface SealedField {
  readonly person: string;
  /** Base64 of initialisation vector, tag and cipher text. */
  readonly sealed: string;
}

export function isSealedField(value: unknown): value is SealedField {
  return isRecord(value) && typeof value['person'] === 'string' && typeof value['sealed'] === 'string';
}

/**
 * Seals a value for one place of one event. The initialisation vector is derived from place and plaintext, so that the same
 * event sent again is the same bytes; it never repeats for another plaintext.
 */
export function sealField(key: Buffer, person: string, eventId: string, path: string, value: unknown): SealedField {
  const plaintext = JSON.stringify(value);
  const place = placeOf(eventId, path);
  const { vectors, fields } = keysOf(key);
  const iv = createHmac('sha256', vectors).update(`${place}|${plaintext}`).digest().subarray(0, 12);
  return { person, sealed: seal(fields, Buffer.from(plaintext, 'utf8'), place, iv).toString('base64') };
}

/** The value; null when the key is another one, or the field was changed or moved from where it was sealed. */
export function unsealField(
  key: Buffer,
  field: SealedField,
  eventId: string,
  path: string,
): { readonly value: unknown } | null {
  const plaintext = unseal(keysOf(key).fields, Buffer.from(field.sealed, 'base64'), placeOf(eventId, path));
  return plaintext === null ? null : { value: JSON.parse(plaintext.toString('utf8')) };
}

function placeOf(eventId: string, path: string): string {
  return `${eventId}|${path}`;
}

interface FieldKeys {
  /** Makes initialisation vectors. */
  readonly vectors: Buffer;
  /** Encrypts. */
  readonly fields: Buffer;
}

const DERIVED = new WeakMap<Buffer, FieldKeys>();

/** One key for each use, both from the person's key by HKDF-SHA256. */
function keysOf(key: Buffer): FieldKeys {
  const known = DERIVED.get(key);
  if (known !== undefined) return known;
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `direct-debit-ledger ${use}`, 32));
  const made = { vectors: derive('field vectors'), fields: derive('fields') };
  DERIVED.set(key, made);
  return made;
}
