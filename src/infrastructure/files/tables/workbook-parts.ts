import { UnreadableTable } from '../../../application/ports/table-files';
import { type ArchivedFile, readArchive, unpack, UnpackingLimit } from '../archive/read-archive';
import { showsDates } from './number-formats';
import { local, readXml, type XmlListener } from './xml-events';

/** Unpacked, all parts that are read taken together. */
const MAX_UNPACKED = 100_000_000;

/** What is needed of a workbook to read its first sheet. */
export interface WorkbookParts {
  /** The sheet's XML; each call reads it anew. */
  sheet(): AsyncIterable<Buffer>;
  readonly sharedTexts: readonly string[];
  /** Whether the style of this number shows days. */
  readonly isDateStyle: (style: number) => boolean;
  readonly counts: 'since1900' | 'since1904';
}

export async function readParts(content: Buffer): Promise<WorkbookParts> {
  const files = readArchive(content);
  refuseOtherKinds(files);
  const limit = new UnpackingLimit(MAX_UNPACKED);
  const part = (name: string) => {
    const file = files.get(name.toLowerCase());
    return file === undefined ? null : unpack(content, file, limit);
  };
  const { relationship, counts } = await readWorkbook(part('xl/workbook.xml'));
  const path = await readTarget(part('xl/_rels/workbook.xml.rels'), relationship);
  const file = files.get(path.toLowerCase());
  if (file === undefined) throw new UnreadableTable('not_a_table', 'The workbook has no sheet.');
  return {
    sheet: () => unpack(content, file, new UnpackingLimit(MAX_UNPACKED)),
    sharedTexts: await readSharedTexts(part('xl/sharedStrings.xml')),
    isDateStyle: await readDateStyles(part('xl/styles.xml')),
    counts,
  };
}

function refuseOtherKinds(files: ReadonlyMap<string, ArchivedFile>): void {
  if ([...files.values()].some(({ encrypted }) => encrypted)) {
    throw new UnreadableTable('password_protected', 'The file is protected by a password. Save it without one.');
  }
  if ([...files.keys()].some((name) => /(^|\/)(vbaproject|vbadata|macrosheets)\b/.test(name))) {
    throw new UnreadableTable(
      'macros',
      'The workbook holds macros. Save it as an Excel workbook (.xlsx), without them.',
    );
  }
  if (!files.has('xl/workbook.xml')) {
    throw new UnreadableTable(
      'not_a_table',
      'The file is neither CSV nor an Excel workbook (.xlsx). Save it as one of them.',
    );
  }
}

interface FirstSheet {
  readonly relationship: string;
  readonly counts: WorkbookParts['counts'];
}

/** The first sheet that people see. */
async function readWorkbook(pieces: AsyncIterable<Buffer> | null): Promise<FirstSheet> {
  const visible: string[] = [];
  let counts: FirstSheet['counts'] = 'since1900';
  const sheets = await all(pieces, visible, {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) counts = 'since1904';
      if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible')
        visible.push(relationshipOf(attributes));
    },
  });
  const [relationship] = sheets;
  if (relationship === undefined) throw new UnreadableTable('not_a_table', 'The workbook has no sheet.');
  return { relationship, counts };
}

/** The attribute `r:id`, whatever the prefix is. */
function relationshipOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => local(name) === 'id')?.[1] ?? '';
}

async function readTarget(pieces: AsyncIterable<Buffer> | null, relationship: string): Promise<string> {
  const targets: string[] = [];
  const [target = ''] = await all(pieces, targets, {
    open(name, attributes) {
      if (name === 'Relationship' && attributes['Id'] === relationship) targets.push(attributes['Target'] ?? '');
    },
  });
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function readSharedTexts(pieces: AsyncIterable<Buffer> | null): Promise<readonly string[]> {
  const texts: string[] = [];
  const runs = new TextRuns();
  return all(pieces, texts, {
    open(name) {
      runs.open(name);
    },
    text(text) {
      runs.text(text);
    },
    close(name) {
      if (name === 'si') texts.push(runs.take());
      runs.close(name);
    },
  });
}

async function readDateStyles(pieces: AsyncIterable<Buffer> | null): Promise<(style: number) => boolean> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCellStyles = false;
  const ofStyles = await all(pieces, formats, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) formats.push(Number(attributes['numFmtId'] ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  const dates = ofStyles.map((format) => showsDates(format, codes.get(format)));
  return (style) => dates[style] ?? false;
}

async function all<T>(pieces: AsyncIterable<Buffer> | null, batched: T[], listener: XmlListener): Promise<T[]> {
  const found: T[] = [];
  for await (const one of readXml(pieces, batched, listener)) found.push(one);
  return found;
}

/** Gathers the text of a cell, which may be in runs of their own fonts; what tells how it is spoken is left out. */
export class TextRuns {
  private batched = '';
  private inText = false;
  private spoken = 0;

  open(name: string): void {
    if (name === 'rPh') this.spoken += 1;
    if (name === 't') this.inText = this.spoken === 0;
  }

  text(text: string): void {
    if (this.inText) this.batched += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.spoken -= 1;
    if (name === 't') this.inText = false;
  }

  /** The text, with the format's own escapes (`_x000D_`) read; begins anew. */
  take(): string {
    const text = this.batched.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
    this.batched = '';
    return text;
  }
}
