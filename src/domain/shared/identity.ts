import { hash } from 'node:crypto';
import { parse } from 'uuid';

/** Namespace of every id that this product derives. Fixed for ever: another value would make every retry a new event. */
const NAMESPACE = parse('5b2f6f0e-54a0-5c3e-9d0e-6f1f0a9c7d11');

export type IdPrefix = 'con' | 'cus' | 'so' | 'sp' | 'pay' | 'doc' | 'bex' | 'bim' | 'key' | 'inc' | 'plk';

/**
 * UUID v5 (RFC 9562) of a list of words. The words are joined as JSON, so that ("a","bc") and ("ab","c") differ. Every event and many
 * rows have such an id, and the library's own function takes four times as long.
 */
export function derivedUuid(...words: readonly (string | number)[]): string {
  const digest = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(JSON.stringify(words))]), 'buffer');
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An id of ours with its prefix, for example `pay_1f0c…`: the same words give the same id for ever. */
export function derivedId(prefix: IdPrefix, ...words: readonly (string | number)[]): string {
  return `${prefix}_${derivedUuid(prefix, ...words).replaceAll('-', '')}`;
}

/** GoCardless's ids as they may appear in an address: checked before any of them is put into a URL or a stream name. */
export function isGoCardlessId(text: string): boolean {
  return /^[A-Z0-9]{2,32}$/.test(text);
}
