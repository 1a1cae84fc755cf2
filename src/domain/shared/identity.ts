import { v5 } from 'uuid';

/** Namespace of every id that this product derives. Fixed for ever: another value would make every retry a new event. */
const NAMESPACE = '5b2f6f0e-54a0-5c3e-9d0e-6f1f0a9c7d11';

export type IdPrefix = 'con' | 'cus' | 'so' | 'sp' | 'pay' | 'doc' | 'bex' | 'bim' | 'key' | 'inc';

/** UUID v5 of a list of words. The words are joined as JSON, so that ("a","bc") and ("ab","c") differ. */
export function derivedUuid(...words: readonly (string | number)[]): string {
  return v5(JSON.stringify(words), NAMESPACE);
}

/** An id of ours with its prefix, for example `pay_1f0c…`: the same words give the same id for ever. */
export function derivedId(prefix: IdPrefix, ...words: readonly (string | number)[]): string {
  return `${prefix}_${derivedUuid(prefix, ...words).replaceAll('-', '')}`;
}

/** GoCardless's ids as they may appear in an address: checked before any of them is put into a URL or a stream name. */
export function isGoCardlessId(text: string): boolean {
  return /^[A-Z0-9]{2,32}$/.test(text);
}
