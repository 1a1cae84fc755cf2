import fc from 'fast-check';
import { v5 } from 'uuid';
import { derivedId, derivedUuid } from './identity';

const NAMESPACE = '5b2f6f0e-54a0-5c3e-9d0e-6f1f0a9c7d11';

describe('a derived id', () => {
  it('is the UUID v5 of its words', () => {
    const word = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.integer());
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(derivedUuid(...words)).toBe(v5(JSON.stringify(words), NAMESPACE));
      }),
    );
  });

  it('is the same UUID of words that are long, and of others after them', () => {
    for (const words of [['a'], ['é'.repeat(5_000), 'b'], ['x'.repeat(1_355)], ['x'.repeat(1_365)], ['a']]) {
      expect(derivedUuid(...words)).toBe(v5(JSON.stringify(words), NAMESPACE));
    }
  });

  it('is the same for ever, and tells where a word ends', () => {
    expect(derivedUuid('a', 'bc')).toBe('ba69b212-15f3-5b10-adf0-28abf2fe70c3');
    expect(derivedUuid('ab', 'c')).not.toBe(derivedUuid('a', 'bc'));
  });

  it('of a thing has its prefix within and before the hash', () => {
    expect(derivedId('pay', 'x')).toBe(`pay_${derivedUuid('pay', 'x').replaceAll('-', '')}`);
  });
});
