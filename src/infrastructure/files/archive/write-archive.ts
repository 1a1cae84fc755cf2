import { pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file to be packed: its name in the archive and its content, made while it is packed. */
export interface FileToPack {
  readonly name: string;
  readonly content: Iterable<string> | AsyncIterable<string>;
}

interface Packed {
  readonly name: Buffer;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const VERSION = 20;
/** Sizes follow the content; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1 January 1980, the first day there is in a ZIP archive: the same content gives the same bytes at any time. */
const MODIFIED = 0x0021_0000;
const LARGEST = 0xffffffff;

/** A ZIP archive, made as its bytes are taken: nothing is asked of the contents while nobody takes. */
export async function* writeArchive(files: Iterable<FileToPack>): AsyncGenerator<Buffer> {
  const packed: Packed[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name, 'utf8');
    const header = headerOf(name);
    yield header;
    const size = { packed: 0, unpacked: 0, crc: 0 };
    for await (const bytes of deflated(file.content, size)) {
      size.packed += bytes.length;
      yield bytes;
    }
    const entry = { name, crc: size.crc, packedSize: size.packed, size: size.unpacked, offset };
    const trailer = trailerOf(entry);
    yield trailer;
    offset += header.length + size.packed + trailer.length;
    if (offset > LARGEST || size.unpacked > LARGEST) throw new Error('The archive grows beyond 4 GB.');
    packed.push(entry);
  }
  const directory = Buffer.concat(packed.map(entryOf));
  yield directory;
  yield endOf(packed.length, directory.length, offset);
}

function deflated(content: FileToPack['content'], size: { unpacked: number; crc: number }): AsyncIterable<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const text of content) {
      const bytes = Buffer.from(text, 'utf8');
      size.unpacked += bytes.length;
      size.crc = crc32(bytes, size.crc);
      yield bytes;
    }
  }
  // What fails in the content isInScope whoever takes the packed bytes; when they are no longer taken, the content ends too.
  return pipeline(counted, createDeflateRaw(), () => undefined);
}

function headerOf(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATE, 8);
  header.writeUInt32LE(MODIFIED, 10);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function trailerOf({ crc, packedSize, size }: Packed): Buffer {
  const trailer = Buffer.alloc(16);
  trailer.writeUInt32LE(0x08074b50, 0);
  trailer.writeUInt32LE(crc, 4);
  trailer.writeUInt32LE(packedSize, 8);
  trailer.writeUInt32LE(size, 12);
  return trailer;
}

function entryOf({ name, crc, packedSize, size, offset }: Packed): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATE, 10);
  entry.writeUInt32LE(MODIFIED, 12);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packedSize, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

function endOf(count: number, directorySize: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(directoryOffset, 16);
  return end;
}
