import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { expectedOrigin, verifySignature } from './signature';

const BODY = Buffer.from('{"events":[]}');

function sign(body: Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

describe('the signature of a webhook', () => {
  it('is accepted with any of the live secrets', () => {
    expect(verifySignature(BODY, sign(BODY, 'old'), ['new', 'old'])).toBe(true);
    expect(verifySignature(BODY, sign(BODY, 'new'), ['new', 'old'])).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['another secret', sign(BODY, 'other')],
    ['upper case', sign(BODY, 'secret').toUpperCase()],
    ['something after it', `${sign(BODY, 'secret')}zz`],
    ['something after it in a new line', `${sign(BODY, 'secret')}\n`],
    ['half of it', sign(BODY, 'secret').slice(0, 32)],
    ['another body', sign(Buffer.from('{"events": []}'), 'secret')],
  ])('is refused: %s', (_, signature) => {
    expect(verifySignature(BODY, signature, ['secret'])).toBe(false);
  });

  it('is refused without a secret, and with an empty one, with which everybody can sign', () => {
    expect(verifySignature(BODY, sign(BODY, 'secret'), [])).toBe(false);
    expect(verifySignature(BODY, sign(BODY, ''), [''])).toBe(false);
  });

  it('holds for any bytes, and for no other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string({ minLength: 1 }), fc.nat(), (bytes, secret, at) => {
        const body = Buffer.from(bytes);
        const changed = Buffer.concat([body.subarray(0, at % (body.length + 1)), Buffer.from([0x20]), body]);
        const signature = sign(body, secret);
        return verifySignature(body, signature, [secret]) && !verifySignature(changed, signature, [secret]);
      }),
    );
  });
});

it('the origin tells the environment', () => {
  expect(expectedOrigin('live')).toBe('https://api.gocardless.com');
  expect(expectedOrigin('sandbox')).toBe('https://api-sandbox.gocardless.com');
});
