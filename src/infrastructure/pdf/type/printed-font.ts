import { create, type Font } from 'fontkit';
import { type ComposedGlyph, withComposedGlyphs } from './composed-glyphs';
import { type Cluster, type Direction, type Face } from './faces';

/** What pdfkit uses of the subset of a font that stands in a document. */
interface Subset {
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

/**
 * A face as pdfkit takes a font, for one document. HarfBuzz shapes instead of pdfkit's own font program, and what stands for one piece of
 * text is one glyph of the document, however many the face has for it: so what is copied out of the document, searched in it or read
 * aloud is what was written.
 */
export function printedFont(face: Face, direction: Direction): Font {
  const glyphs = new PrintedGlyphs(face);
  const layout = (text: string): unknown => {
    const clusters = face.shape(text, direction);
    return {
      glyphs: clusters.map((cluster) => ({
        id: glyphs.idOf(cluster),
        advanceWidth: cluster.advance,
        codePoints: Array.from(cluster.text, (character) => character.codePointAt(0)),
      })),
      positions: clusters.map(({ advance }) => ({ xAdvance: advance, yAdvance: 0, xOffset: 0, yOffset: 0 })),
      advanceWidth: clusters.reduce((sum, { advance }) => sum + advance, 0),
    };
  };
  // Everything else is the font's own. pdfkit tells fonts apart by their names.
  return Object.create(face.font, {
    postscriptName: { value: `${face.name}-${direction}` },
    layout: { value: layout },
    createSubset: { value: () => glyphs },
  }) as Font;
}

/** The glyphs of one document, numbered in the order in which they come; glyph 0 is the box for what is missing. */
class PrintedGlyphs implements Subset {
  private readonly ids = new Map<string, number>();
  private readonly composed: ComposedGlyph[] = [];

  constructor(private readonly face: Face) {}

  idOf({ text, parts, advance }: Cluster): number {
    const key = JSON.stringify([text, parts, advance]);
    const id = this.ids.get(key) ?? this.composed.push({ parts, advance });
    this.ids.set(key, id);
    return id;
  }

  includeGlyph(id: number): number {
    return id;
  }

  encode(): Uint8Array {
    const font = create(withComposedGlyphs(this.face.bytes, this.composed));
    if (!('layout' in font)) throw new Error(`${this.face.name} is a collection of fonts.`);
    // The types of fontkit take glyphs where ids are taken too.
    const subset = font.createSubset() as unknown as Subset;
    const first = this.face.font.numGlyphs;
    for (const index of this.composed.keys()) subset.includeGlyph(first + index);
    return subset.encode();
  }
}
