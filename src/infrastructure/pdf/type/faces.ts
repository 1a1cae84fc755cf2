import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';
import type * as HarfBuzz from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { type FontFile } from './font-files';

export type Shaper = typeof HarfBuzz;
export type Direction = 'ltr' | 'rtl';

/** The glyphs that stand for one piece of text, in the order in which they are drawn and in units of the font. */
export interface Cluster {
  readonly text: string;
  readonly parts: readonly { readonly id: number; readonly x: number; readonly y: number }[];
  readonly advance: number;
}

/** One weight of one font file, opened: HarfBuzz shapes text with it, and its outlines go into the document. */
export class Face {
  readonly font: Font;
  private readonly shaped: HarfBuzz.Font;

  constructor(
    private readonly shaper: Shaper,
    readonly name: string,
    readonly bytes: Buffer,
  ) {
    const font = create(bytes);
    if (!('layout' in font)) throw new Error(`${name} is a collection of fonts.`);
    this.font = font;
    this.shaped = new shaper.Font(new shaper.Face(new shaper.Blob(new Uint8Array(bytes).buffer)));
  }

  /**
   * The clusters from left to right.
   *
   * @param text of one script and one direction
   */
  shape(text: string, direction: Direction): readonly Cluster[] {
    const buffer = new this.shaper.Buffer();
    const { LTR, RTL } = this.shaper.Direction;
    buffer.addText(text);
    buffer.setDirection(direction === 'rtl' ? RTL : LTR);
    buffer.guessSegmentProperties();
    this.shaper.shape(this.shaped, buffer);
    const infos = buffer.getGlyphInfos();
    const starts = [...new Set(infos.map(({ cluster }) => cluster))].sort((a, b) => a - b);
    const textOf = new Map(starts.map((start, index) => [start, text.slice(start, starts[index + 1])]));
    const clusters = new Map<number, Cluster>();
    for (const [index, { xAdvance, xOffset, yOffset }] of buffer.getGlyphPositions().entries()) {
      const { codepoint: id, cluster: start } = infos[index] ?? { codepoint: 0, cluster: 0 };
      const { parts, advance } = clusters.get(start) ?? { parts: [], advance: 0 };
      const part = { id, x: advance + xOffset, y: yOffset };
      clusters.set(start, { text: textOf.get(start) ?? '', parts: [...parts, part], advance: advance + xAdvance });
    }
    return [...clusters.values()];
  }
}

/** About 150 KB each. */
const MAX_FACES = 200;

/** Opened faces, those used last. */
export class Faces {
  private readonly opened = new Map<FontFile, Promise<Face>>();

  constructor(private readonly shaper: Shaper) {}

  open(file: FontFile): Promise<Face> {
    const face = this.opened.get(file) ?? openFace(this.shaper, file);
    this.opened.delete(file);
    this.opened.set(file, face);
    const [oldest] = this.opened.keys();
    if (this.opened.size > MAX_FACES && oldest !== undefined) this.opened.delete(oldest);
    return face;
  }
}

async function openFace(shaper: Shaper, { path, weight, name }: FontFile): Promise<Face> {
  const bytes = await readFile(path);
  if (weight === null) return new Face(shaper, name, bytes);
  const instance = {
    targetFormat: 'sfnt',
    variationAxes: { wght: weight },
    noHinting: true,
    keepAllGlyphs: true,
  } as const;
  return new Face(shaper, name, await subsetFont(bytes, '', instance));
}
