import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

/** A file within a ZIP archive, as the archive's directory tells of it. */
export interface ArchivedFile {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  /** Of its own header, before its content. */
  readonly offset: number;
}

/** The bytes are no ZIP archive, or one that was cut off or changed. */
export class DamagedArchive extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DamagedArchive';
  }
}

/** More was packed into the archive than is unpacked here. */
export class UnpackedTooLarge extends Error {
  constructor() {
    super('The archive unpacks to more than is taken.');
    this.name = 'UnpackedTooLarge';
  }
}

/** Counts what is unpacked while it is, since sizes that an archive tells of itself may be lies. */
export class UnpackingLimit {
  constructor(private bytesLeft: number) {}

  take(bytes: number): void {
    this.bytesLeft -= bytes;
    if (this.bytesLeft < 0) throw new UnpackedTooLarge();
  }
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const HEADER_SIGNATURE = 0x04034b50;
const HEADER_SIZE = 30;
/** In a field of 4 bytes: the value stands in the extra field for large archives, as some writers put it there always. */
const ELSEWHERE = 0xffffffff;
const LARGE_EXTRA = 0x0001;
const MAX_FILES = 10_000;
const PIECE = 64 * 1024;

/** The files of an archive that is whole in memory, by name in lower case, without a leading slash. */
export function readArchive(archive: Buffer): ReadonlyMap<string, ArchivedFile> {
  try {
    const end = findEnd(archive);
    const count = archive.readUInt16LE(end + 10);
    if (count > MAX_FILES) throw new DamagedArchive('too many files');
    const files = new Map<string, ArchivedFile>();
    let at = archive.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      const { file, next } = readEntry(archive, at);
      const key = file.name.toLowerCase();
      if (files.has(key)) throw new DamagedArchive('two files of one name');
      files.set(key, file);
      at = next;
    }
    return files;
  } catch (error) {
    throw error instanceof RangeError ? new DamagedArchive('cut off') : error;
  }
}

function findEnd(archive: Buffer): number {
  const last = archive.length - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw new DamagedArchive('no directory');
}

function readEntry(archive: Buffer, at: number): { readonly file: ArchivedFile; readonly next: number } {
  if (archive.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new DamagedArchive('no entry');
  const nameEnd = at + ENTRY_SIZE + archive.readUInt16LE(at + 28);
  const extraEnd = nameEnd + archive.readUInt16LE(at + 30);
  const large = largeValues(archive.subarray(nameEnd, extraEnd));
  // In this order: the unpacked size comes first where it stands there, and it is not needed.
  const fields = [archive.readUInt32LE(at + 24), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
  const [, packedSize = 0, offset = 0] = fields.map((value) => (value === ELSEWHERE ? large() : value));
  const file: ArchivedFile = {
    name: archive.toString('utf8', at + ENTRY_SIZE, nameEnd).replace(/^\/+/, ''),
    encrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packedSize,
    offset,
  };
  return { file, next: extraEnd + archive.readUInt16LE(at + 32) };
}

function largeValues(extra: Buffer): () => number {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== LARGE_EXTRA) continue;
    let next = at + 4;
    return () => {
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
  }
  return () => {
    throw new DamagedArchive('no size');
  };
}

/** The content of a file, piece by piece, counted and checked. */
export async function* unpack(archive: Buffer, file: ArchivedFile, limit: UnpackingLimit): AsyncGenerator<Buffer> {
  const packed = packedBytes(archive, file);
  if (file.method !== 0 && file.method !== 8) throw new DamagedArchive('an unusual compression');
  let crc = 0;
  try {
    for await (const piece of file.method === 0 ? pieces(packed) : inflated(packed)) {
      limit.take(piece.length);
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))) {
      throw new DamagedArchive('damaged compression');
    }
    throw error;
  }
  if (crc !== file.crc) throw new DamagedArchive('another checksum');
}

function packedBytes(archive: Buffer, { offset, packedSize }: ArchivedFile): Buffer {
  if (offset + HEADER_SIZE > archive.length || archive.readUInt32LE(offset) !== HEADER_SIGNATURE) {
    throw new DamagedArchive('no header');
  }
  const begin = offset + HEADER_SIZE + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (begin + packedSize > archive.length) throw new DamagedArchive('cut off');
  return archive.subarray(begin, begin + packedSize);
}

function inflated(packed: Buffer): AsyncIterable<Buffer> {
  return Readable.from(pieces(packed)).pipe(createInflateRaw({ chunkSize: PIECE }));
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
