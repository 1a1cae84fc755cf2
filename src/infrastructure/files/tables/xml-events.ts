import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { DamagedArchive } from '../archive/read-archive';

export interface XmlListener {
  /** Tags come without their prefix, which programs choose as they like. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** No cell is this long; a text or tag that is would be batched in memory whole. */
const LONGEST_SILENCE = 512 * 1024;
const MAX_DEPTH = 100;

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
  let silence = 0;
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw new DamagedArchive('tags within tags without end');
    listener.open?.(local(name), attributes);
  });
  const text = (text: string) => {
    silence = 0;
    listener.text?.(text);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    silence = 0;
    depth -= 1;
    listener.close?.(local(name));
  });
  parser.on('doctype', () => {
    throw new DamagedArchive('a document type');
  });
  parser.on('error', () => {
    throw new DamagedArchive('broken XML');
  });
  for await (const piece of decoded(pieces)) {
    parser.write(piece);
    silence += piece.length;
    if (silence > LONGEST_SILENCE) throw new DamagedArchive('an endless text');
    yield* batched.splice(0);
  }
  parser.close();
  yield* batched.splice(0);
}

/** All that the listener batches, for parts that are small or kept whole. */
export async function allOf<T>(
  pieces: AsyncIterable<Buffer> | null,
  listener: (found: T[]) => XmlListener,
): Promise<T[]> {
  const batched: T[] = [];
  const found: T[] = [];
  for await (const one of readXml(pieces, batched, listener(batched))) found.push(one);
  return found;
}

/** The text of a part: in UTF-8, or in UTF-16 if its first bytes say so. */
export async function* decoded(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    yield decode(decoder, piece);
  }
  if (decoder !== null) yield decode(decoder);
}

function encodingOf(beginning: Buffer): string {
  const mark = beginning.subarray(0, 2).toString('hex');
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
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
