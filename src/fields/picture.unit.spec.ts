import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { JPEG, png } from '../../test/support/pictures';
import { MAX_PICTURE_BYTES, readPicture } from './picture';

const small = png({ width: 40, height: 10 });

describe('A picture', () => {
  it('is a PNG or a JPEG, with its size', () => {
    expect(readPicture(small)).toEqual({ mediaType: 'image/png', width: 40, height: 10, content: small });
    expect(readPicture(JPEG)).toEqual({ mediaType: 'image/jpeg', width: 1, height: 1, content: JPEG });
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
    ['too many bytes', Buffer.concat([small, Buffer.alloc(MAX_PICTURE_BYTES)])],
    ['too many pixels', png({ width: 2_001, height: 2_000, data: deflateSync(Buffer.alloc(2_000 * (1 + 2_001 * 4))) })],
    ['a side without end', png({ width: 2 ** 31, height: 1, data: Buffer.alloc(0) })],
    ['no pixels', png({ width: 0, height: 10, data: deflateSync(Buffer.alloc(10)) })],
    ['interlaced', png({ width: 4, height: 4, interlaced: true })],
    [
      'pixels that unpack to more than it says',
      png({ width: 2, height: 2, data: deflateSync(Buffer.alloc(50_000_000)) }),
    ],
    ['pixels that unpack to less', png({ width: 20, height: 20, data: deflateSync(Buffer.alloc(20)) })],
    ['pixels that can not be unpacked', png({ width: 2, height: 2, data: Buffer.from('no pixels') })],
    ['a PNG broken off', small.subarray(0, small.length - 13)],
    ['a JPEG broken off', JPEG.subarray(0, JPEG.length - 1)],
    ['a JPEG without a frame', Buffer.from('ffd8ffe000104a46494600010101006000600000ffd9', 'hex')],
  ])('is not %s', (_, content) => {
    expect(readPicture(content)).toBeNull();
  });

  it('is read or refused, and never more than that, whatever its bytes are', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.tuple(fc.nat(small.length - 1), fc.nat(255)),
      fc.nat(JPEG.length),
    );
    fc.assert(
      fc.property(bytes, (change) => {
        const content =
          typeof change === 'number'
            ? JPEG.subarray(0, change)
            : Buffer.from(change instanceof Uint8Array ? change : small);
        if (Array.isArray(change)) content[change[0]] = change[1];
        const read = readPicture(content);
        expect(read === null || read.width * read.height <= 4_000_000).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
