import { hash } from 'node:crypto';
import { parse } from 'uuid';

/** Namespace of every id that this product derives. Fixed for ever: another value would make every retry a new event. */
const NAMESPACE = parse('5b2f6f0e-54a0-5c3e-9d0e-6f1f0a9c7d11');

export type IdPrefix = 'con' | 'cus' | 'so' | 'sp' | 'pay' | 'doc' | 'bex' | 'bim' | 'key' | 'inc' | 'plk' | 'wrk';

/** Where words are put behind the namespace; longer ones get room of their own. */
const ROOM = Buffer.concat([NAMESPACE], 4096);
/** Of a UTF-16 unit in UTF-8. */
const MAX_BYTES = 3;

/**
 * UUID v5 (RFC 9562) of a list of words. The words are joined as JSON, so that ("a","bc") and ("ab","c") differ. Every event and many
 * rows have such an id, and the library's own function takes eight times as long.
 */
export function derivedUuid(...words: readonly (string | number)[]): string {
  const hex = derivedHex(words);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function derivedHex(words: readonly (string | number)[]): string {
  const hex = hash('sha1', behindNamespace(JSON.stringify(words)), 'hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 12)}5${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`;
}

function behindNamespace(text: string): Buffer {
  const begin = NAMESPACE.length;
  if (begin + text.length * MAX_BYTES > ROOM.length) return Buffer.concat([NAMESPACE, Buffer.from(text)]);
  return ROOM.subarray(0, begin + ROOM.write(text, begin));
}

/** An id of ours with its prefix, for example `pay_1f0c…`: the same words give the same id for ever. */
export function derivedId(prefix: IdPrefix, ...words: readonly (string | number)[]): string {
  return `${prefix}_${derivedHex([prefix, ...words])}`;
}

/** GoCardless's ids as they may appear in an address: checked before any of them is put into a URL or a stream name. */
export function isGoCardlessId(text: string): boolean {
  return /^[A-Z0-9]{2,32}$/.test(text);
}
