import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { seal, unseal } from './authenticated-encryption';

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
const key = randomBytes(32);

describe('Sealing', () => {
  it('gives back what was sealed, and only with the same key and context', () => {
    fc.assert(
      fc.property(bytes, fc.string(), (plaintext, context) => {
        const sealed = seal(key, plaintext, context);

        expect(unseal(key, sealed, context)).toEqual(plaintext);
        expect(unseal(key, sealed, `${context}x`)).toBeNull();
        expect(unseal(randomBytes(32), sealed, context)).toBeNull();
      }),
    );
  });

  it('notices any change and any cut', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (plaintext, at, flip) => {
        const sealed = seal(key, plaintext, 'here');
        const changed = Buffer.from(sealed);
        const index = at % sealed.length;
        changed[index] = (changed[index] ?? 0) ^ flip;

        expect(unseal(key, changed, 'here')).toBeNull();
        expect(unseal(key, sealed.subarray(0, index), 'here')).toBeNull();
      }),
    );
  });

  it('never gives the same bytes twice, unless the initialisation vector is given', () => {
    const text = Buffer.from('same');
    const iv = randomBytes(12);

    expect(seal(key, text, 'here')).not.toEqual(seal(key, text, 'here'));
    expect(seal(key, text, 'here', iv)).toEqual(seal(key, text, 'here', iv));
  });
});
