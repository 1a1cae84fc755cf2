import { DamagedArchive } from '../archive/read-archive';
import { columnNumber, lineOf, placeOf } from './cell-places';
import { LONGEST_NUMBER, type RawCell, textCell } from './cells';
import { type RawLine } from './columns';
import { type NumberFormat } from './number-formats';
import { serialOf, shownText } from './shown-values';
import { joined, TextRuns } from './text-runs';
import { type WorkbookParts } from './workbook-parts';
import { readXml, type XmlListener } from './xml-events';

type Attributes = Readonly<Record<string, string>>;

/** The lines of a sheet that have something in them. */
export async function* sheetLines(parts: WorkbookParts): AsyncGenerator<RawLine> {
  const lines: RawLine[] = [];
  yield* readXml(parts.sheet(), lines, new SheetListener(parts, lines));
}

/** A cell as the sheet keeps it. */
interface KeptCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  /** Null when there is none at all, as of a formula that was never calculated. */
  value: string | null;
  isFormula: boolean;
}

/** Collects cells and lines. Lines and columns only ever go on: a cell that is told twice would be one or the other. */
class SheetListener implements XmlListener {
  private readonly hiddenColumns: (readonly [from: number, to: number])[] = [];
  private readonly runs = new TextRuns();
  private inData = false;
  private inValue = false;
  private line = 0;
  private isHidden = false;
  private cells = new Map<number, RawCell>();
  private cell = noCell();
  private readonly unseen = (column: number) => {
    return this.hiddenColumns.some(([from, to]) => column >= from && column <= to) ? 'hidden' : null;
  };

  constructor(
    private readonly parts: WorkbookParts,
    private readonly lines: RawLine[],
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.inData = true;
    if (!this.inData) {
      if (name === 'col' && isTrue(attributes['hidden'])) this.hideColumns(attributes);
      return;
    }
    this.runs.open(name);
    if (name === 'row') this.beginLine(attributes);
    if (name === 'c') this.beginCell(attributes);
    if (name === 'f') this.cell.isFormula = true;
    if (name === 'v' || name === 'is') this.cell.value ??= '';
    this.inValue = name === 'v';
  }

  text(text: string): void {
    if (this.inValue) this.cell.value = joined(this.cell.value ?? '', text);
    else this.runs.text(text);
  }

  close(name: string): void {
    if (!this.inData) return;
    this.runs.close(name);
    if (name === 'v') this.inValue = false;
    if (name === 'is') this.cell.value = this.runs.take();
    if (name === 'c') this.endCell();
    if (name === 'row') this.endLine();
    if (name === 'sheetData') this.inData = false;
  }

  private hideColumns({ min = '', max = '' }: Attributes): void {
    this.hiddenColumns.push([columnNumber(min), columnNumber(max)]);
  }

  private beginLine({ r, hidden }: Attributes): void {
    const line = r === undefined ? this.line + 1 : lineOf(r);
    if (line <= this.line) throw new DamagedArchive('lines out of order');
    this.line = lineOf(String(line));
    this.isHidden = isTrue(hidden);
    this.cells = new Map();
    this.cell = noCell();
  }

  private beginCell({ r, t = 'n', s = '0' }: Attributes): void {
    const before = this.cell.column;
    const column = r === undefined ? before + 1 : placeOf(r).column;
    if (column <= before) throw new DamagedArchive('cells out of order');
    this.cell = { column, type: t, style: Number(s), value: null, isFormula: false };
  }

  private endCell(): void {
    const cell = rawCell(this.cell, this.parts);
    if (cell !== null) this.cells.set(this.cell.column, cell);
  }

  private endLine(): void {
    if (this.cells.size === 0) return;
    this.lines.push({ line: this.line, cells: this.cells, isHidden: this.isHidden, unseen: this.unseen });
  }
}

/** Before the first of a line. */
function noCell(): KeptCell {
  return { column: -1, type: 'n', style: 0, value: null, isFormula: false };
}

/** Null for a blank cell. A formula is read by the value that it had when the file was saved. */
function rawCell({ type, style, value, isFormula }: KeptCell, parts: WorkbookParts): RawCell | null {
  if (type === 'e') return { fault: 'holds an error value: correct it' };
  const isWithoutValue = value === null || (value === '' && type !== 'str');
  if (isFormula && isWithoutValue) {
    return { fault: 'is a formula without its value: open the file in a spreadsheet program, save it, and send that' };
  }
  if (value === null || value === '') return null;
  switch (type) {
    case 's':
      return asShown(sharedText(value, parts), style, parts);
    case 'inlineStr':
    case 'str':
      return asShown(textCell(value), style, parts);
    case 'b':
      return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
    case 'd':
      return dateCell(value.trim(), parts.formatOf(style));
    case 'n':
      return numberCell(value.trim(), parts.formatOf(style), parts.daysFrom);
    default:
      return { fault: 'can not be read: write it as text' };
  }
}

function sharedText(index: string, { sharedTexts }: WorkbookParts): RawCell | null {
  const text = index.length > LONGEST_NUMBER ? undefined : sharedTexts[Number(index)];
  return text === undefined ? { fault: 'can not be read: write it as text' } : text;
}

/** Some formats show a text with something before or behind it, or not at all. */
function asShown(cell: RawCell | null, style: number, parts: WorkbookParts): RawCell | null {
  if (typeof cell !== 'string' || style === 0) return cell;
  const format = parts.formatOf(style);
  if (format?.changesText !== true) return cell;
  const shown = shownText(cell, format);
  return typeof shown === 'string' ? textCell(shown) : shown;
}

function numberCell(number: string, format: NumberFormat | null, daysFrom: WorkbookParts['daysFrom']): RawCell {
  if (number.length > LONGEST_NUMBER) return { fault: `is longer than ${LONGEST_NUMBER} digits` };
  const isLater = daysFrom === 1904 && format?.showsTime === true && Number.isFinite(Number(number));
  return { number: isLater ? String(Number(number) + DAYS_BEFORE_1904) : number, format };
}

/** From the last of 1899 to the first of 1904. */
const DAYS_BEFORE_1904 = 1462;

/** Newer programs may keep a day as ISO 8601. */
function dateCell(text: string, format: NumberFormat | null): RawCell {
  const serial = text.length > LONGEST_NUMBER ? null : serialOf(text);
  return serial === null ? { fault: 'can not be read: write it as text' } : { number: serial, format };
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
