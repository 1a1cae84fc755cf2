/** A glyph that is put together from others of the same font, in units of the font. */
export interface ComposedGlyph {
  readonly parts: readonly { readonly id: number; readonly x: number; readonly y: number }[];
  readonly advance: number;
}

const ARGUMENTS_ARE_WORDS = 0x0001;
const ARGUMENTS_ARE_OFFSETS = 0x0002;
const MORE_PARTS = 0x0020;
const LONG_OFFSETS = 1;
/** What outlines use beside the tables that every font has; nothing else of a font stands in a document. */
const HINTS = ['cvt ', 'fpgm', 'prep'];

/**
 * The outlines of a TrueType font with glyphs added at the end: the id of the first is the number of glyphs that the font had.
 *
 * @param font with its outlines in `glyf`, and of one weight
 */
export function withComposedGlyphs(font: Buffer, composed: readonly ComposedGlyph[]): Buffer {
  const tables = tablesOf(font);
  const copy = (tag: string): Buffer => Buffer.from(tables.get(tag) ?? Buffer.alloc(0));
  const [head, hhea, maxp] = [copy('head'), copy('hhea'), copy('maxp')];
  const count = maxp.readUInt16BE(4);
  const outlines = outlinesOf(count, head.readInt16BE(50) === LONG_OFFSETS, copy('loca'), copy('glyf'));
  const metrics = metricsOf(count, hhea.readUInt16BE(34), copy('hmtx'));
  for (const glyph of composed) {
    const outline = composite(glyph, outlines);
    outlines.push(outline);
    metrics.push(int16s(glyph.advance, outline.readInt16BE(2)));
  }
  maxp.writeUInt16BE(outlines.length, 4);
  head.writeInt16BE(LONG_OFFSETS, 50);
  hhea.writeUInt16BE(outlines.length, 34);
  return fontOf([
    ...HINTS.flatMap((tag) => (tables.has(tag) ? [[tag, copy(tag)] as const] : [])),
    ['glyf', Buffer.concat(outlines)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', Buffer.concat(metrics)],
    ['loca', offsetsOf(outlines)],
    ['maxp', maxp],
  ]);
}

function tablesOf(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    const offset = font.readUInt32BE(entry + 8);
    const tag = font.toString('latin1', entry, entry + 4);
    tables.set(tag, font.subarray(offset, offset + font.readUInt32BE(entry + 12)));
  }
  return tables;
}

function outlinesOf(count: number, isLong: boolean, loca: Buffer, glyf: Buffer): Buffer[] {
  const offset = (id: number): number => (isLong ? loca.readUInt32BE(4 * id) : 2 * loca.readUInt16BE(2 * id));
  return Array.from({ length: count }, (_, id) => glyf.subarray(offset(id), offset(id + 1)));
}

/** Advance and bearing of every glyph; those at the end share the last advance that is given. */
function metricsOf(count: number, given: number, hmtx: Buffer): Buffer[] {
  return Array.from({ length: count }, (_, id) => {
    const advance = hmtx.readInt16BE(4 * Math.min(id, given - 1));
    return int16s(advance, hmtx.readInt16BE(id < given ? 4 * id + 2 : 4 * given + 2 * (id - given)));
  });
}

function composite({ parts }: ComposedGlyph, outlines: readonly Buffer[]): Buffer {
  const boxes = parts.flatMap(({ id, x, y }) => {
    const outline = outlines[id];
    if (outline === undefined || outline.length === 0) return [];
    const at = (index: number, by: number): number => outline.readInt16BE(2 * index) + by;
    return [{ left: at(1, x), bottom: at(2, y), right: at(3, x), top: at(4, y) }];
  });
  const left = Math.min(...boxes.map((box) => box.left));
  const box =
    boxes.length === 0
      ? [0, 0, 0, 0]
      : [
          left,
          Math.min(...boxes.map(({ bottom }) => bottom)),
          Math.max(...boxes.map(({ right }) => right)),
          Math.max(...boxes.map(({ top }) => top)),
        ];
  const records = parts.map(({ id, x, y }, index) => {
    const more = index < parts.length - 1 ? MORE_PARTS : 0;
    return int16s(ARGUMENTS_ARE_WORDS | ARGUMENTS_ARE_OFFSETS | more, id, x, y);
  });
  return Buffer.concat([int16s(-1, ...box), ...records]);
}

function offsetsOf(outlines: readonly Buffer[]): Buffer {
  const offsets = Buffer.alloc(4 * (outlines.length + 1));
  let offset = 0;
  for (const [index, { length }] of outlines.entries()) {
    offset += length;
    offsets.writeUInt32BE(offset, 4 * (index + 1));
  }
  return offsets;
}

/** Checksums are left out: what reads the font here does not look at them. */
function fontOf(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const header = Buffer.alloc(12 + 16 * tables.length);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.length, 4);
  const parts: Buffer[] = [header];
  let offset = header.length;
  for (const [index, [tag, table]] of tables.entries()) {
    const entry = 12 + 16 * index;
    header.write(tag, entry, 'latin1');
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(table.length, entry + 12);
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

/** Sixteen bits each; what is read as unsigned may be given as either. */
function int16s(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, 2 * index);
  return bytes;
}
