import { inflateSync } from 'node:zlib';

/** A picture that can be printed. */
export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly content: Buffer;
}

export const MAX_PICTURE_BYTES = 1024 * 1024;
/** A letterhead needs no more, and whoever prints it has room for it. */
const MAX_SIDE = 4_000;
const MAX_PIXELS = 4_000_000;

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const PNG_HEADER_BYTES = 33;
/** Of one pixel, by the PNG's kind of colour: grey, colours, palette, grey and colours that let light through. */
const PNG_CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** What is a whole PNG or JPEG of a bearable size; null for anything else. Nothing is unpacked that says more than that of itself. */
export function readPicture(content: Buffer): Picture | null {
  if (content.length > MAX_PICTURE_BYTES) return null;
  const size = content.subarray(0, 8).equals(PNG_SIGNATURE) ? sizeOfPng(content) : sizeOfJpeg(content);
  if (size === null || !isBearable(size)) return null;
  return { ...size, content };
}

type Size = Omit<Picture, 'content'>;

function isBearable({ width, height }: Size): boolean {
  return width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS;
}

/** Interlaced ones and those of 16 bits a colour are not taken: the printer of receipts can not show them. */
function sizeOfPng(content: Buffer): Size | null {
  if (content.length < PNG_HEADER_BYTES || content.toString('latin1', 12, 16) !== 'IHDR') return null;
  const size = { mediaType: 'image/png', width: content.readUInt32BE(16), height: content.readUInt32BE(20) } as const;
  const [bits = 0, colour = 0, , , interlaced] = content.subarray(24, 29);
  const channels = PNG_CHANNELS[colour];
  if (!isBearable(size) || channels === undefined || ![1, 2, 4, 8].includes(bits) || interlaced !== 0) return null;
  const packed = dataOfPng(content);
  const unpacked = size.height * (1 + Math.ceil((size.width * bits * channels) / 8));
  return packed !== null && unpacksTo(packed, unpacked) ? size : null;
}

/** Its pixels as they are packed; null when it is broken off. */
function dataOfPng(content: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = PNG_SIGNATURE.length; at + 12 <= content.length;) {
    const length = content.readUInt32BE(at);
    const kind = content.toString('latin1', at + 4, at + 8);
    if (kind === 'IEND') return Buffer.concat(parts);
    if (kind === 'IDAT') parts.push(content.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return null;
}

function unpacksTo(packed: Buffer, length: number): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: length }).length === length;
  } catch {
    return false;
  }
}

/** Frames whose header has the size: baseline and progressive ones. */
const JPEG_FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];
const JPEG_SCAN = 0xda;

function sizeOfJpeg(content: Buffer): Size | null {
  if (content.length < 4 || content.readUInt16BE(0) !== 0xffd8 || content.readUInt16BE(content.length - 2) !== 0xffd9) {
    return null;
  }
  let size: Size | null = null;
  for (let at = 2; at + 10 <= content.length;) {
    if (content[at] !== 0xff) return null;
    const marker = content[at + 1] ?? 0;
    if (marker === JPEG_SCAN) return size;
    if (JPEG_FRAMES.includes(marker)) {
      size = { mediaType: 'image/jpeg', height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    }
    at += 2 + content.readUInt16BE(at + 2);
  }
  return null;
}
