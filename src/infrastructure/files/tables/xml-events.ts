import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { DamagedArchive } from '../archive/read-archive';

export interface XmlListener {
  /** Tags come without their prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** No cell is this long; a text or tag that is would be batched in memory whole. */
const LONGEST_SILENCE = 1024 * 1024;

/**
 * Reads XML piece by piece; after each piece it hands over what the listener has batched since. Entities are never expanded.
 *
 * @param pieces null for a part that is not there: nothing is read
 */
export async function* readXml<T>(
  pieces: AsyncIterable<Buffer> | null,
  batched: T[],
  listener: XmlListener,
): AsyncGenerator<T> {
  if (pieces === null) return;
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let silence = 0;
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    listener.open?.(local(name), attributes);
  });
  parser.on('text', (text) => {
    silence = 0;
    listener.text?.(text);
  });
  parser.on('cdata', (text) => {
    silence = 0;
    listener.text?.(text);
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    listener.close?.(local(name));
  });
  parser.on('doctype', () => {
    throw new DamagedArchive('a document type');
  });
  parser.on('error', () => {
    throw new DamagedArchive('broken XML');
  });
  for await (const piece of pieces) {
    parser.write(decode(decoder, piece));
    silence += piece.length;
    if (silence > LONGEST_SILENCE) throw new DamagedArchive('an endless text');
    yield* batched.splice(0);
  }
  parser.write(decode(decoder));
  parser.close();
  yield* batched.splice(0);
}

function decode(decoder: TextDecoder, piece?: Buffer): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new DamagedArchive('not in UTF-8');
  }
}

/** `x:row` → `row` */
export function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
