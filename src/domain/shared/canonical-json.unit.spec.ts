import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { canonicalJson } from './canonical-json';

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, each]) => [name, reversed(each)]),
  );
}

describe('Canonical JSON', () => {
  it('is the same text for the same value, whatever the order of its keys, and reads back as that value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('is what the library of the standard gives, for any value and any text', () => {
    const key = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.nat().map(String), fc.constant('__proto__'));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.constantFrom('\ud800', '"', '\\', '\u007f', '\u2028', 'Zoë', null, undefined, true, -0, 1e21, 1e-7),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.array(tie('value')),
        fc.array(fc.tuple(key, tie('value'))).map((fields) => Object.fromEntries(fields) as unknown),
        fc.date({ noInvalidDate: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => {
        expect(canonicalJson([one])).toBe(canonicalize([one]));
      }),
      { numRuns: 200 },
    );
  });

  it.each([NaN, Infinity, undefined, 1n])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(Error);
  });
});
