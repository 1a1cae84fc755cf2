import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';

/** The bytes are no ZIP archive, or one that was cut off or changed, or that says two things at once. */
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

/** Its content can be read with a password only. */
export class EncryptedArchive extends Error {
  constructor() {
    super('The archive is encrypted.');
    this.name = 'EncryptedArchive';
  }
}

const MAX_FILES = 2_000;
/** Of the header that stands before a file's content, without its name. */
const HEADER_SIZE = 30;

/**
 * A ZIP archive that is whole in memory. Its library checks each file's sizes; what it leaves to others is checked here: one name for one
 * file, no byte that belongs to two, no more than is asked for, and that the content is what was packed.
 */
export class Archive {
  /** What was counted once may be unpacked again. */
  private readonly counted = new Set<Entry>();

  private constructor(
    private readonly zip: ZipFile,
    /** By name in lower case, with slashes and without one at its beginning. */
    private readonly files: ReadonlyMap<string, Entry>,
    private bytesLeft: number,
  ) {}

  /**
   * @param maxUnpacked of all that is unpacked taken together, in bytes
   * @throws DamagedArchive, EncryptedArchive
   */
  static async open(content: Buffer, maxUnpacked: number): Promise<Archive> {
    try {
      const zip = await fromBufferPromise(content, { decodeStrings: false });
      if (zip.entryCount > MAX_FILES) throw new DamagedArchive('too many files');
      const entries: Entry[] = [];
      for await (const entry of zip.eachEntry()) entries.push(entry);
      refuseOverlaps(entries);
      return new Archive(zip, byName(entries), maxUnpacked);
    } catch (error) {
      throw asDamaged(error);
    }
  }

  /** Names in lower case. */
  get names(): readonly string[] {
    return [...this.files.keys()];
  }

  has(name: string): boolean {
    return this.files.has(name.toLowerCase());
  }

  /**
   * The content of a file, piece by piece, however the letters of its name are written.
   *
   * @throws DamagedArchive (also when there is no such file), UnpackedTooLarge, both also midway
   */
  async *unpack(name: string): AsyncGenerator<Buffer> {
    const entry = this.files.get(name.toLowerCase());
    if (entry === undefined) throw new DamagedArchive('a file that is not there');
    this.count(entry);
    let crc = 0;
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const piece of stream as AsyncIterable<Buffer>) {
        crc = crc32(piece, crc);
        yield piece;
      }
    } catch (error) {
      throw asDamaged(error);
    }
    if (crc !== entry.crc32) throw new DamagedArchive('another checksum');
  }

  /** Before a byte of it is unpacked: the library refuses a file that turns out larger than it says. */
  private count(entry: Entry): void {
    if (this.counted.has(entry)) return;
    this.counted.add(entry);
    this.bytesLeft -= entry.uncompressedSize;
    if (this.bytesLeft < 0) throw new UnpackedTooLarge();
  }
}

function byName(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const files = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.isEncrypted()) throw new EncryptedArchive();
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    // Some writers put backslashes between folders, which the library turns.
    const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false).replace(/^\/+/, '');
    const key = name.toLowerCase();
    if (files.has(key)) throw new DamagedArchive('two files of one name');
    files.set(key, entry);
  }
  return files;
}

/** An archive of which one byte belongs to many files unpacks to far more than it could hold. */
function refuseOverlaps(entries: readonly Entry[]): void {
  let end = 0;
  for (const entry of [...entries].sort((one, other) => startOf(one) - startOf(other))) {
    if (startOf(entry) < end) throw new DamagedArchive('files that overlap');
    end = startOf(entry) + HEADER_SIZE + entry.fileNameLength + entry.compressedSize;
  }
}

function startOf(entry: Entry): number {
  return entry.relativeOffsetOfLocalHeader;
}

/** The library's errors are all about the archive. */
function asDamaged(error: unknown): Error {
  if (error instanceof DamagedArchive || error instanceof EncryptedArchive || error instanceof UnpackedTooLarge) {
    return error;
  }
  return /encryption/.test(String(error)) ? new EncryptedArchive() : new DamagedArchive(String(error));
}
