import canonicalize from 'canonicalize';

/** RFC 8785: the same value is the same text on every machine, so that a hash of it means something. Throws on what is no JSON. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('A value that JSON can not express.');
  return text;
}
