import bidiFactory, { type EmbeddingLevels } from 'bidi-js';
import LineBreaker from 'linebreak';
import type PDFDocument from 'pdfkit';
import { type Direction, type Face, type Faces } from './faces';
import { type FontFile, type FontFiles, type Weight } from './font-files';
import { printedFont } from './printed-font';

export type Page = InstanceType<typeof PDFDocument>;

export interface Style {
  readonly weight: Weight;
  /** In points. */
  readonly size: number;
  readonly color: string;
}

/** Text of one face and one direction, and where it stands in its line. */
interface Run {
  readonly face: Face;
  readonly direction: Direction;
  readonly text: string;
  readonly x: number;
}

export interface Line {
  readonly runs: readonly Run[];
  /** In points, like those that follow. */
  readonly width: number;
  /** From the top of the line to its base line. */
  readonly ascent: number;
  readonly height: number;
  readonly style: Style;
}

export interface TextOfWeight {
  readonly text: string;
  readonly weight: Weight;
}

/** A part of a paragraph, in UTF-16 units. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Item extends Span {
  readonly level: number;
  readonly file: FontFile;
}

interface Paragraph {
  readonly text: string;
  readonly levels: EmbeddingLevels;
  readonly style: Style;
}

/** Of a line, in sizes of its letters; a script that is taller takes more. */
const LEADING = 1.4;

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Sets lines of any script: each character in a font that has it, shaped, and in the order in which its script is read. It has the faces
 * of the texts that it was made for, and of no others.
 */
export class Typesetter {
  private readonly registered = new Set<string>();

  private constructor(
    private readonly fonts: ChosenFonts,
    private readonly faces: ReadonlyMap<FontFile, Face>,
  ) {}

  /** @param opened stays open between documents */
  static async for(texts: readonly TextOfWeight[], files: FontFiles, opened: Faces): Promise<Typesetter> {
    const base = await opened.open(files.base('regular'));
    const fonts = new ChosenFonts(files, new Set(base.font.characterSet));
    const chosen = new Set<FontFile>();
    for (const { text, weight } of texts) {
      for (const { segment } of graphemes.segment(text)) chosen.add(fonts.fileOf(segment, text, weight));
    }
    const faces = new Map<FontFile, Face>();
    for (const file of chosen) faces.set(file, await opened.open(file));
    return new Typesetter(fonts, faces);
  }

  /** The text as lines no wider than `width` points; one line at least. */
  lines(text: string, style: Style, width: number): readonly Line[] {
    return text.split('\n').flatMap((paragraph) => this.wrapped(paragraph, style, width));
  }

  /** @param top of the line */
  draw(page: Page, { runs, ascent, style }: Line, x: number, top: number): void {
    page.fontSize(style.size).fillColor(style.color);
    for (const run of runs) {
      this.choose(page, run);
      // With features named, even none, pdfkit leaves the words of a run together.
      page.text(run.text, x + run.x, top + ascent, { lineBreak: false, baseline: 'alphabetic', features: [] });
    }
  }

  private choose(page: Page, { face, direction }: Run): void {
    const name = `${face.name} ${direction}`;
    if (!this.registered.has(name)) {
      // pdfkit takes opened fonts too; its types do not say so.
      page.registerFont(name, printedFont(face, direction) as unknown as Buffer);
      this.registered.add(name);
    }
    page.font(name);
  }

  private wrapped(text: string, style: Style, width: number): readonly Line[] {
    const paragraph = { text, levels: bidi.getEmbeddingLevels(text), style };
    const lines: Span[] = [];
    let line: Span = { from: 0, to: 0 };
    let used = 0;
    for (const piece of this.pieces(paragraph, width)) {
      if (line.to > line.from && used + this.widthOf(paragraph, trimmed(text, piece)) > width) {
        lines.push(line);
        line = { from: piece.from, to: piece.from };
        used = 0;
      }
      used += this.widthOf(paragraph, piece);
      line = { from: line.from, to: piece.to };
    }
    return [...lines, line].map((span) => this.line(paragraph, trimmed(text, span)));
  }

  /** Between two of them a line may end; one that is too wide for a line is broken between any two characters. */
  private *pieces(paragraph: Paragraph, width: number): Generator<Span> {
    const { text } = paragraph;
    const breaker = new LineBreaker(text);
    let from = 0;
    for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
      const piece = { from, to: found.position };
      if (this.widthOf(paragraph, trimmed(text, piece)) <= width) yield piece;
      else yield* characters(text, piece);
      from = piece.to;
    }
  }

  private widthOf(paragraph: Paragraph, span: Span): number {
    return this.line(paragraph, span).width;
  }

  private line({ text, levels, style }: Paragraph, span: Span): Line {
    const items = this.fonts.items(text, levels, span, style.weight);
    const order = bidi.getReorderedIndices(text, levels, span.from, span.to - 1).slice(span.from, span.to);
    const fromLeft = new Set(order.map((index) => items.findIndex(({ to }) => index < to)));
    const runs = new Map<number, Run>();
    let [width, above, below] = [0, 0, 0];
    for (const index of fromLeft) {
      const item = items[index];
      const face = item && this.faces.get(item.file);
      if (item === undefined || face === undefined) throw new Error('The typesetter was not made for this text.');
      const run = {
        face,
        direction: item.level % 2 === 1 ? 'rtl' : 'ltr',
        text: text.slice(item.from, item.to),
      } as const;
      runs.set(index, { ...run, x: width });
      const scale = style.size / face.font.unitsPerEm;
      width += face.shape(run.text, run.direction).reduce((sum, { advance }) => sum + advance, 0) * scale;
      above = Math.max(above, face.font.ascent * scale);
      below = Math.max(below, -face.font.descent * scale);
    }
    const height = Math.max(style.size * LEADING, above + below);
    // Written in the order of reading, wherever each run stands: a program that reads the document takes them as they come.
    const inReadingOrder = items.flatMap((_, index) => runs.get(index) ?? []);
    return { runs: inReadingOrder, width, ascent: above + (height - above - below) / 2, height, style };
  }
}

/** Which file each character is printed from: the base as far as it goes. */
class ChosenFonts {
  constructor(
    private readonly files: FontFiles,
    private readonly base: ReadonlySet<number>,
  ) {}

  /** What no file has gets the base's empty box, and stands in the document as it was written all the same. */
  fileOf(grapheme: string, text: string, weight: Weight): FontFile {
    const visible = grapheme.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    const codePoints = Array.from(visible, (character) => character.codePointAt(0) ?? 0);
    const base = this.files.base(weight);
    const [first] = codePoints;
    if (first === undefined || codePoints.every((codePoint) => this.base.has(codePoint))) return base;
    const beyond = codePoints.flatMap((codePoint) => this.files.beyondBase(codePoint, text, weight) ?? []);
    return beyond[0] ?? base;
  }

  /**
   * The text within `span`, divided where the font or the direction changes. The base has no letters that are read from right to left:
   * its signs among such letters stand by themselves, as a program that reads the document can not tell in which direction they run.
   */
  items(text: string, { levels }: EmbeddingLevels, { from, to }: Span, weight: Weight): readonly Item[] {
    const isSign = ({ level, file }: Item): boolean => level % 2 === 1 && file === this.files.base(weight);
    const items: Item[] = [];
    for (const { segment, index } of graphemes.segment(text.slice(from, to))) {
      const start = from + index;
      const item = {
        from: start,
        to: start + segment.length,
        level: levels[start] ?? 0,
        file: this.fileOf(segment, text, weight),
      };
      const last = items.at(-1);
      if (last !== undefined && last.level === item.level && last.file === item.file && !isSign(item)) {
        items[items.length - 1] = { ...last, to: item.to };
      } else {
        items.push(item);
      }
    }
    return items;
  }
}

function trimmed(text: string, { from, to }: Span): Span {
  return { from, to: from + text.slice(from, to).trimEnd().length };
}

function* characters(text: string, { from, to }: Span): Generator<Span> {
  for (const { segment, index } of graphemes.segment(text.slice(from, to))) {
    yield { from: from + index, to: from + index + segment.length };
  }
}
