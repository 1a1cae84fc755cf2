import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file to be packed: its name in the archive and its content, made while it is packed. */
export interface FileToPack {
  readonly name: string;
  readonly content: Iterable<string | Buffer> | AsyncIterable<string | Buffer>;
}

/** One moment for all files, at noon by every clock: the same content gives the same bytes at any time and in any zone. */
const PACKED = { mtime: new Date(1980, 0, 1, 12), forceDosTimestamp: true, mode: 0o100644 };
const PIECE = 64 * 1024;

/** A ZIP archive, made as its bytes are taken: nothing is asked of the contents while nobody takes. */
export async function* writeArchive(files: Iterable<FileToPack>): AsyncGenerator<Buffer> {
  const archive = new ZipFile();
  const contents: Readable[] = [];
  const output = archive.outputStream.pipe(new PassThrough());
  for (const { name, content } of files) {
    archive.addReadStreamLazy(name, PACKED, (pack) => {
      const stream = Readable.from(bytesOf(content), { objectMode: false, highWaterMark: PIECE });
      // What fails in a content reaches whoever takes the packed bytes.
      stream.once('error', (error) => output.destroy(error));
      contents.push(stream);
      pack(null, stream);
    });
  }
  archive.end();
  try {
    // Without an encoding a stream gives bytes.
    for await (const bytes of output) yield bytes as Buffer;
  } finally {
    for (const stream of contents) stream.destroy();
  }
}

async function* bytesOf(content: FileToPack['content']): AsyncGenerator<Buffer> {
  for await (const piece of content) yield typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
}
