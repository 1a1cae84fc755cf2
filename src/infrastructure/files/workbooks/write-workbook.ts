import { isDate } from '../../../domain/shared/calendar';
import { writeArchive } from '../archive/write-archive';

/** How a column is written: text as it is, amounts with two places, whole numbers, numbers with places, days and times in UTC as dates, yes and no. */
export type ColumnKind = 'text' | 'amount' | 'number' | 'decimal' | 'date' | 'instant' | 'boolean';

export interface WorkbookColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
}

/**
 * A cell's value; null and '' are an empty cell. Numbers come as decimal text too, so that an amount passes through no float. What does not
 * fit its column's kind is text.
 */
export type CellValue = string | number | boolean | null;

export const WORKBOOK_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook's sheet holds no more lines than this, the header included. */
const MAX_LINES = 1_048_576;
const LONGEST_TEXT = 32_767;

/** The styles of `STYLES` below, by their place there. */
const STYLE: Readonly<Record<ColumnKind | 'header', number>> = {
  text: 1,
  amount: 2,
  number: 3,
  decimal: 0,
  date: 4,
  instant: 5,
  boolean: 0,
  header: 6,
};

const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}">\
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="7">\
${[0, 49, 2, 1, 164, 165].map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}\
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const CONTENT_TYPES = `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;

const RELATIONSHIPS = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">\
<Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const WORKBOOK_RELATIONSHIPS = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">\
<Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`;

/**
 * A workbook of one sheet with a bold header that stays in sight, written while the rows come in and as fast as its bytes are taken: its
 * memory does not grow. Text is text: there is no way to write a formula. The same rows give the same bytes.
 *
 * @param rows in batches of any size; the cells of a row in the order of the columns
 */
export function writeWorkbook(
  sheetName: string,
  columns: readonly WorkbookColumn[],
  rows: AsyncIterable<readonly (readonly CellValue[])[]>,
): AsyncGenerator<Buffer> {
  return writeArchive([
    { name: '[Content_Types].xml', content: [CONTENT_TYPES] },
    { name: '_rels/.rels', content: [RELATIONSHIPS] },
    { name: 'xl/workbook.xml', content: [workbookOf(sheetName)] },
    { name: 'xl/_rels/workbook.xml.rels', content: [WORKBOOK_RELATIONSHIPS] },
    { name: 'xl/styles.xml', content: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', content: sheetOf(columns, rows) },
  ]);
}

function workbookOf(sheetName: string): string {
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">\
<sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

async function* sheetOf(
  columns: readonly WorkbookColumn[],
  rows: AsyncIterable<readonly (readonly CellValue[])[]>,
): AsyncGenerator<string> {
  const widths = columns.map(({ width }, index) => {
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const letters = columns.map((_, index) => lettersOf(index));
  const header = columns.map(({ name }, index) => textCell(`${letters[index] ?? ''}1`, name, STYLE.header)).join('');
  yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>\
<cols>${widths.join('')}</cols><sheetData><row r="1">${header}</row>`;
  let line = 1;
  for await (const batch of rows) {
    let text = '';
    for (const cells of batch) {
      line += 1;
      const written = columns.map(({ kind }, index) =>
        cellOf(`${letters[index] ?? ''}${line}`, kind, cells[index] ?? null),
      );
      text += `<row r="${line}">${written.join('')}</row>`;
    }
    if (line > MAX_LINES) throw new Error(`A workbook holds ${MAX_LINES - 1} rows at most; take CSV.`);
    yield text;
  }
  yield '</sheetData></worksheet>';
}

function cellOf(place: string, kind: ColumnKind, value: CellValue): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = String(value);
  const number = numberOf(text, kind);
  return number === null
    ? textCell(place, text, STYLE.text)
    : `<c r="${place}" s="${STYLE[kind]}"><v>${number}</v></c>`;
}

/** Null for what is no number in a column of this kind. */
function numberOf(text: string, kind: ColumnKind): string | null {
  switch (kind) {
    case 'text':
      return null;
    case 'date':
      return serialOf(text);
    case 'instant':
      return serialOfInstant(text);
    case 'amount':
    case 'number':
    case 'decimal':
    case 'boolean':
      return exactNumber(text);
  }
}

function textCell(place: string, text: string, style: number): string {
  const shown = escaped(text.slice(0, LONGEST_TEXT));
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${shown}</t></is></c>`;
}

const DAY_MS = 86_400_000;
/** The first of January 1970, in days as spreadsheets count them. */
const UNIX_SERIAL = 25_569;

/** Spreadsheets hold 15 digits; what has more would be shown as another number. */
function exactNumber(text: string): string | null {
  const isExact = /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length <= 15;
  return isExact ? text : null;
}

/** Days since the last of 1899, as spreadsheets count them from March 1900 on; null for what is no such day. */
function serialOf(text: string): string | null {
  if (!isDate(text) || text < '1900-03-01') return null;
  return String(Date.parse(`${text}T00:00:00Z`) / DAY_MS + UNIX_SERIAL);
}

/** The same with the time as a part of the day, to more than a millisecond. */
function serialOfInstant(text: string): string | null {
  if (serialOf(text.slice(0, 10)) === null || !/^.{10}T.+Z$/.test(text)) return null;
  const serial = Date.parse(text) / DAY_MS + UNIX_SERIAL;
  return Number.isNaN(serial) ? null : serial.toFixed(10);
}

/** 0 → A, 25 → Z, 26 → AA. */
function lettersOf(index: number): string {
  const before = index < 26 ? '' : lettersOf(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML can not hold becomes spaces; what looks like the format's own escape of a character is escaped itself. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
