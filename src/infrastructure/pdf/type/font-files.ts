import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

export type Weight = 'regular' | 'bold';

/** One weight in a file of a font. There is one such object for each. */
export interface FontFile {
  readonly path: string;
  /** Of a variable font: the weight to take out of it. Null = the file has one weight. */
  readonly weight: number | null;
  /** For example `noto-sans-thai-thai-wght-normal-700`. */
  readonly name: string;
}

type OfWeight = Readonly<Record<Weight, FontFile>>;

/** Latin, Greek, Cyrillic and Devanagari in one file a weight. */
const BASE: Readonly<Record<Weight, string>> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
};

/** Scripts with one variable file each. */
const SCRIPTS = [
  'arabic',
  'armenian',
  'bengali',
  'ethiopic',
  'georgian',
  'gujarati',
  'gurmukhi',
  'hebrew',
  'kannada',
  'khmer',
  'lao',
  'malayalam',
  'sinhala',
  'tamil',
  'telugu',
  'thai',
] as const;

/** Chinese, simplified and traditional, Japanese, Korean: variable files of about a hundred characters each. */
const HAN = ['sc', 'tc', 'jp', 'kr'] as const;
type Han = (typeof HAN)[number];

/** The file of each code point of a package. */
type Coverage = ReadonlyMap<number, OfWeight>;

/** Which file has which characters. */
export class FontFiles {
  private constructor(
    private readonly bases: OfWeight,
    private readonly scripts: Coverage,
    private readonly han: Readonly<Record<Han, Coverage>>,
  ) {}

  static async load(): Promise<FontFiles> {
    const scripts = await Promise.all(SCRIPTS.map((script) => coverage(script, (subset) => subset === script)));
    const [sc, tc, jp, kr] = await Promise.all(HAN.map((han) => coverage(han, (subset) => /^\d+$/.test(subset))));
    if (sc === undefined || tc === undefined || jp === undefined || kr === undefined)
      throw new Error('A font is missing.');
    const bases = { regular: fontFile(require.resolve(BASE.regular)), bold: fontFile(require.resolve(BASE.bold)) };
    return new FontFiles(bases, new Map(scripts.flatMap((covered) => [...covered])), { sc, tc, jp, kr });
  }

  base(weight: Weight): FontFile {
    return this.bases[weight];
  }

  /**
   * Where a character is printed from that the base has not; null when no file has it.
   *
   * @param text where it stands: ideographs have the shapes of Japan beside kana, of Korea beside hangul, else those of China
   */
  beyondBase(codePoint: number, text: string, weight: Weight): FontFile | null {
    const covered = [this.scripts, ...hanIn(text).map((han) => this.han[han])];
    return covered.map((coverage) => coverage.get(codePoint)).find((found) => found !== undefined)?.[weight] ?? null;
  }
}

function hanIn(text: string): readonly Han[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return ['jp', 'sc', 'tc', 'kr'];
  if (/\p{Script=Hangul}/u.test(text)) return ['kr', 'sc', 'tc', 'jp'];
  return HAN;
}

/** Reads which characters the files of a package have: `{"[4]": "U+1f1e9-1f1f5,U+1f1f7", "latin": …}`. */
async function coverage(name: string, isWanted: (subset: string) => boolean): Promise<Coverage> {
  const list = require.resolve(`@fontsource-variable/noto-sans-${name}/unicode.json`);
  // The package describes its own files.
  const subsets = JSON.parse(await readFile(list, 'utf8')) as Readonly<Record<string, string>>;
  const covered = new Map<number, OfWeight>();
  for (const [key, ranges] of Object.entries(subsets)) {
    const subset = key.replace(/[[\]]/g, '');
    if (!isWanted(subset)) continue;
    const path = join(dirname(list), 'files', `noto-sans-${name}-${subset}-wght-normal.woff2`);
    const files = { regular: fontFile(path, 400), bold: fontFile(path, 700) };
    for (const codePoint of codePointsIn(ranges)) covered.set(codePoint, files);
  }
  return covered;
}

function fontFile(path: string, weight: number | null = null): FontFile {
  const file = basename(path, extname(path));
  return { path, weight, name: weight === null ? file : `${file}-${weight}` };
}

function* codePointsIn(ranges: string): Generator<number> {
  for (const [, from = '', to = from] of ranges.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)) {
    for (let codePoint = parseInt(from, 16); codePoint <= parseInt(to, 16); codePoint += 1) yield codePoint;
  }
}
