import { UnreadableTable } from '../../../application/ports/table-files';
import { Archive, DamagedArchive, UnpackedTooLarge } from '../archive/read-archive';
import { type RawCell, textCell } from './cells';
import { type NumberFormat, NumberFormats } from './number-formats';
import { contentTypeOf, type Relation, relationsOf } from './package-parts';
import { TextRuns } from './text-runs';
import { allOf, local } from './xml-events';

/** Unpacked, all parts that are read taken together, in bytes. */
const MAX_UNPACKED = 100_000_000;
/** Of all shared texts taken together, in characters; each counts for some of its own. */
const MAX_SHARED = 40_000_000;
const SHARED_OVERHEAD = 20;
/** As many as Excel has. */
const MAX_STYLES = 65_536;

/** What is needed of a workbook to read its first sheet. */
export interface WorkbookParts {
  /** The sheet's XML; each call reads it anew. */
  sheet(): AsyncIterable<Buffer>;
  /** Null for a blank one. */
  readonly sharedTexts: readonly (RawCell | null)[];
  /** How the style of this number shows what is in its cells; null when that can not be told. */
  readonly formatOf: (style: number) => NumberFormat | null;
  /** Where days are counted from: 1900, or 1904 in workbooks of old Macs. */
  readonly daysFrom: 1900 | 1904;
}

/** Finds the parts by their relations, as spreadsheet programs do: a part may have any name. */
export async function readParts(content: Buffer): Promise<WorkbookParts> {
  const archive = await Archive.open(content, MAX_UNPACKED);
  const main = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.target;
  await refuseMacros(archive, main);
  if (main === undefined) throw noWorkbook();
  const relations = await relationsOf(archive, main);
  const part = (type: string) => {
    const target = relations.find((one) => one.type === type)?.target;
    return target === undefined ? null : archive.unpack(target);
  };
  const { sheetIds, daysFrom } = await readWorkbook(archive.unpack(main));
  const sheet = firstSheet(sheetIds, relations);
  return {
    sheet: () => archive.unpack(sheet),
    sharedTexts: await readSharedTexts(part('sharedStrings')),
    formatOf: await readFormats(part('styles')),
    daysFrom,
  };
}

async function refuseMacros(archive: Archive, main: string | undefined): Promise<void> {
  const type = main === undefined ? undefined : await contentTypeOf(archive, main);
  const isBinary = type?.includes('.sheet.binary.') === true;
  const hasMacros = archive.names.some((name) => /(^|\/)(vbaproject|vbadata|macrosheets)\b/.test(name));
  if (hasMacros || (type?.includes('macroEnabled') === true && !isBinary)) {
    throw new UnreadableTable(
      'macros',
      'The workbook holds macros. Save it as an Excel workbook (.xlsx), without them.',
    );
  }
  const isOther =
    type !== undefined && /officedocument|ms-/.test(type) && !/spreadsheetml\.(sheet|template)\./.test(type);
  if (isBinary || isOther) throw noWorkbook();
}

function noWorkbook(): UnreadableTable {
  return new UnreadableTable(
    'not_a_table',
    'The file is neither CSV nor an Excel workbook (.xlsx). Save it as one of them.',
  );
}

/** The first sheet that people see, and that has cells: a chart may stand on a sheet of its own. */
function firstSheet(sheetIds: readonly string[], relations: readonly Relation[]): string {
  for (const sheetId of sheetIds) {
    const relation = relations.find(({ id }) => id === sheetId);
    if (relation === undefined) throw new DamagedArchive('a sheet that is not there');
    if (relation.type === 'worksheet') return relation.target;
  }
  throw new UnreadableTable('not_a_table', 'The workbook has no sheet.');
}

/** The sheets that people see, in their order. */
async function readWorkbook(pieces: AsyncIterable<Buffer>) {
  let daysFrom: WorkbookParts['daysFrom'] = 1900;
  const sheetIds = await allOf<string>(pieces, (found) => {
    return {
      open(name, attributes) {
        if (name === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) daysFrom = 1904;
        if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible') found.push(relationIdOf(attributes));
      },
    };
  });
  return { sheetIds, daysFrom };
}

/** The attribute `r:id`, whatever the prefix is. */
function relationIdOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.includes(':') && local(name) === 'id')?.[1] ?? '';
}

async function readSharedTexts(pieces: AsyncIterable<Buffer> | null): Promise<readonly (RawCell | null)[]> {
  const runs = new TextRuns();
  let size = 0;
  return allOf<RawCell | null>(pieces, (found) => {
    return {
      open: (name) => {
        runs.open(name);
      },
      text: (text) => {
        runs.text(text);
      },
      close(name) {
        runs.close(name);
        if (name !== 'si') return;
        const text = runs.take();
        size += text.length + SHARED_OVERHEAD;
        if (size > MAX_SHARED) throw new UnpackedTooLarge();
        found.push(textCell(text));
      },
    };
  });
}

async function readFormats(pieces: AsyncIterable<Buffer> | null): Promise<(style: number) => NumberFormat | null> {
  const codes = new Map<number, string>();
  let inCellStyles = false;
  const ofStyles = await allOf<number>(pieces, (found) => {
    return {
      open(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        if (name === 'cellXfs') inCellStyles = true;
        if (name === 'xf' && inCellStyles) found.push(Number(attributes['numFmtId'] ?? 0));
        if (codes.size > MAX_STYLES || found.length > MAX_STYLES) throw new DamagedArchive('too many styles');
      },
      close(name) {
        if (name === 'cellXfs') inCellStyles = false;
      },
    };
  });
  const formats = new NumberFormats();
  return (style) => {
    // Without styles every cell is as it comes.
    const id = ofStyles.length === 0 ? 0 : ofStyles[style];
    return id === undefined ? null : formats.of(id, codes.get(id));
  };
}
