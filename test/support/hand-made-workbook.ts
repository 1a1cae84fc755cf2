import { crc32, deflateRawSync } from 'node:zlib';

export interface PackedPart {
  readonly name: string;
  readonly content: Buffer | string;
}

/** What an archive says of a file against the truth. */
export interface ArchiveLies {
  readonly flags?: number;
  readonly size?: number;
  readonly crc?: number;
  readonly method?: number;
  /** All files are told to begin where the first one does. */
  readonly overlap?: true;
  /** Sizes and places stand in the extra fields for large archives. */
  readonly zip64?: true;
}

/** A ZIP archive of parts as they are given, in their order, whatever their names are. */
export function zipped(parts: readonly PackedPart[], lies: ArchiveLies = {}): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content: given } of parts) {
    const content = Buffer.from(given);
    const packed = deflateRawSync(content);
    const nameBytes = Buffer.from(name, 'utf8');
    const at = lies.overlap === true ? 0 : offset;
    const extra = lies.zip64 === true ? zip64Field(content.length, packed.length, at) : Buffer.alloc(0);
    const told = (value: number) => (lies.zip64 === true ? 0xffffffff : value);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(lies.flags ?? 0x0800, 2);
    fields.writeUInt16LE(lies.method ?? 8, 4);
    fields.writeUInt32LE(lies.crc ?? crc32(content), 10);
    fields.writeUInt32LE(told(packed.length), 14);
    fields.writeUInt32LE(told(lies.size ?? content.length), 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, nameBytes, packed]);
    const entryFields = Buffer.from(fields);
    entryFields.writeUInt16LE(extra.length, 24);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(told(at), 10);
    entries.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), entryFields, place, nameBytes, extra]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  return Buffer.concat([...locals, directory, endOf(entries.length, directory.length, offset)]);
}

function zip64Field(size: number, packedSize: number, offset: number): Buffer {
  const field = Buffer.alloc(28);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(24, 2);
  [size, packedSize, offset].forEach((value, index) => field.writeBigUInt64LE(BigInt(value), 4 + index * 8));
  return field;
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a workbook by hand; whatever is not given is as plain as can be. */
export interface WorkbookByHand {
  /** Within the root of the sheet; with `columns` before the data and `after` behind it. */
  readonly data?: string;
  readonly columns?: string;
  readonly after?: string;
  /** Codes of number formats, for the styles 1, 2, …; style 0 is `General`. */
  readonly formats?: readonly string[];
  /** Within `sst`. */
  readonly sharedTexts?: string;
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
  readonly parts?: readonly PackedPart[];
}

export function workbookParts(book: WorkbookByHand): readonly PackedPart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const relations = (...all: readonly string[]) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  const formats = book.formats ?? [];
  const shared = book.sharedTexts === undefined ? [] : [relation('r3', 'sharedStrings', 'sharedStrings.xml')];
  const parts = [
    { name: '[Content_Types].xml', content: CONTENT_TYPES },
    { name: '_rels/.rels', content: relations(relation('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr ${book.properties ?? ''}/>\
<sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('r2', 'styles', 'styles.xml'),
        ...shared,
      ),
    },
    { name: 'xl/styles.xml', content: stylesOf(formats) },
    ...(book.sharedTexts === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${book.sharedTexts}</sst>` }]),
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${MAIN}">${book.columns ?? ''}<sheetData>${book.data ?? ''}</sheetData>${book.after ?? ''}</worksheet>`,
    },
  ];
  const given = book.parts ?? [];
  return [...parts.filter(({ name }) => !given.some((part) => part.name === name)), ...given];
}

export function workbookByHand(book: WorkbookByHand): Buffer {
  return zipped(workbookParts(book));
}

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;

function stylesOf(formats: readonly string[]): string {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`);
  const styles = [0, ...formats.map((_, index) => 164 + index)].map((id) => `<xf numFmtId="${id}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts>\
<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
}

/** A row of inline texts. */
export function textRow(texts: readonly string[], attributes = ''): string {
  return `<row ${attributes}>${texts.map(textCell).join('')}</row>`;
}

export function textCell(text: string): string {
  return `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
}

/** A cell with a number, in a style of `formats` (from 1). */
export function numberCell(number: string | number, style = 0): string {
  return `<c s="${style}"><v>${number}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
