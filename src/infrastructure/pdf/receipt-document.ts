import PDFDocument from 'pdfkit';
import { type Labelled, type PrintedRow, type PrintedTable, type ReceiptContent } from './receipt-content';
import { type Faces } from './type/faces';
import { type FontFiles } from './type/font-files';
import { type Line, type Page, type Style, type TextOfWeight, Typesetter } from './type/typesetter';

/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = 56;
const WIDTH = PAGE.width - 2 * MARGIN;
const RIGHT = MARGIN + WIDTH;
/** Below it stands the footer. */
const BOTTOM = PAGE.height - 84;

const INK = '#1b1f24';
const QUIET = '#667080';
const HAIRLINE = '#d9dee5';

const STYLES = {
  title: { weight: 'bold', size: 20, color: INK },
  number: { weight: 'regular', size: 11, color: QUIET },
  seller: { weight: 'bold', size: 12, color: INK },
  details: { weight: 'regular', size: 8.5, color: QUIET },
  label: { weight: 'bold', size: 7.5, color: QUIET },
  customer: { weight: 'bold', size: 10.5, color: INK },
  text: { weight: 'regular', size: 9, color: INK },
  fact: { weight: 'regular', size: 8.5, color: QUIET },
  total: { weight: 'bold', size: 11, color: INK },
  footer: { weight: 'regular', size: 7.5, color: QUIET },
} as const satisfies Record<string, Style>;

/** The letters of page numbers, which are known when all pages are there. */
const PAGE_NUMBERS = 'Page 0123456789 of';

/** Of the columns after the description. */
const FIGURE_WIDTH = 68;
const GAP = 12;

const ROW_HEIGHT = 24;
const HALF = WIDTH / 2 - 12;
/** At most: a logo is scaled to this box, whatever its shape. */
const LOGO = { width: 180, height: 56, gap: 12 };
/** Of what stands at the right below the head. */
const SIDE_WIDTH = 272;
const FACT_LABEL_WIDTH = 56;
/** Of what is written below each other, enough for every script. */
const DETAIL_HEIGHT = 16;
const PARTIES_HEIGHT = 180;

/** The document on A4; the same content gives the same bytes. */
export async function renderReceipt(content: ReceiptContent, files: FontFiles, faces: Faces): Promise<Buffer> {
  const typesetter = await Typesetter.for(textsOf(content), files, faces);
  const page = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    // Every text has a font of its own: none to begin with.
    font: '',
    bufferPages: true,
    lang: 'en',
    info: { Title: `${content.title} ${content.number}`, CreationDate: new Date(content.issuedAt) },
  });
  const chunks: Buffer[] = [];
  page.on('data', (chunk: Buffer) => chunks.push(chunk));
  const complete = new Promise<void>((resolve, reject) => {
    page.on('end', resolve);
    page.on('error', reject);
  });
  new ReceiptSheet(page, typesetter, content).write();
  page.end();
  await complete;
  return Buffer.concat(chunks);
}

/** Every text in both weights of the page: which of them is printed how is the sheet's concern. */
function textsOf(content: ReceiptContent): readonly TextOfWeight[] {
  const { seller, customer, facts, lines, totals, taxByRate, ...others } = content;
  const columns = [...lines.columns, ...(taxByRate?.columns ?? [])];
  const bold = [others.title, seller.name, 'Customer', ...customer, ...columns, ...totals.flat()];
  const regular = [
    others.number,
    others.footnote,
    PAGE_NUMBERS,
    seller.name,
    ...seller.details,
    ...customer,
    ...facts.flat(),
    ...lines.rows.flat(),
    ...(taxByRate?.rows.flat() ?? []),
    ...totals.flat(),
  ];
  return [
    ...bold.map((text) => ({ text, weight: 'bold' }) as const),
    ...regular.map((text) => ({ text, weight: 'regular' }) as const),
  ];
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

class ReceiptSheet {
  constructor(
    private readonly page: Page,
    private readonly typesetter: Typesetter,
    private readonly content: ReceiptContent,
  ) {}

  write(): void {
    const { lines, taxByRate } = this.content;
    const parties = this.writeParties(this.writeHead());
    const totals = this.writeTotals(this.writeTable(lines, MARGIN, parties + 26));
    if (taxByRate !== null) this.writeTable(taxByRate, RIGHT - SIDE_WIDTH, totals + 26);
    this.writeFooters();
  }

  /** Who sells, and what this is. Answers where it ends. */
  private writeHead(): number {
    const { title, number, seller } = this.content;
    const right = { x: MARGIN + HALF + 24, width: HALF, align: 'right' } as const;
    const ofTitle = this.put(title, STYLES.title, { ...right, y: MARGIN - 5 });
    const ofNumber = this.put(number, STYLES.number, { ...right, y: ofTitle });
    let y = this.put(seller.name, STYLES.seller, { x: MARGIN, y: this.writeLogo(MARGIN), width: HALF }) + 2;
    for (const detail of seller.details.flatMap((text) => text.split('\n'))) {
      y = this.put(detail, STYLES.details, { x: MARGIN, y: this.roomFor(DETAIL_HEIGHT, y), width: HALF });
    }
    return this.roomFor(PARTIES_HEIGHT, Math.max(y, ofNumber) + 22);
  }

  /** Answers where it ends. */
  private writeLogo(top: number): number {
    const { logo } = this.content;
    if (logo === null) return top;
    const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height);
    const [width, height] = [logo.width * scale, logo.height * scale];
    this.page.image(Buffer.from(logo.content), MARGIN, top, { width, height });
    return top + height + LOGO.gap;
  }

  private writeParties(top: number): number {
    this.rule(top, HAIRLINE);
    const y = top + 14;
    return Math.max(this.writeCustomer(y), this.writeFacts(y));
  }

  private writeCustomer(top: number): number {
    const [name, ...others] = this.content.customer;
    if (name === undefined) return top;
    const place = { x: MARGIN, width: WIDTH - SIDE_WIDTH - 16 };
    let y = this.put('Customer', STYLES.label, { ...place, y: top }) + 3;
    y = this.put(name, STYLES.customer, { ...place, y });
    for (const other of others) y = this.put(other, STYLES.text, { ...place, y });
    return y;
  }

  private writeFacts(top: number): number {
    const x = RIGHT - SIDE_WIDTH;
    const value = { x: x + FACT_LABEL_WIDTH, width: SIDE_WIDTH - FACT_LABEL_WIDTH, align: 'right' } as const;
    let y = top;
    for (const [label, text] of this.content.facts) {
      this.put(label, STYLES.fact, { x, y, width: FACT_LABEL_WIDTH });
      y = this.put(text, STYLES.text, { ...value, y });
    }
    return y;
  }

  /** @param left where the column of words begins; those of figures end at the right */
  private writeTable(table: PrintedTable, left: number, top: number): number {
    let y = this.writeColumns(table, left, this.roomFor(ROW_HEIGHT * 2, top));
    for (const row of table.rows) {
      const width = RIGHT - left - FIGURE_WIDTH * (row.length - 1) - GAP;
      const described = this.typesetter.lines(row[0], STYLES.text, width);
      const height = described.reduce((sum, line) => sum + line.height, 0);
      // What is taller than a page is broken wherever it stands.
      if (y + height + 10 > BOTTOM && height < BOTTOM / 2) y = this.writeColumns(table, left, this.nextPage());
      y = this.writeRow(table, row, described, left, y + 5) + 5;
      this.rule(y, HAIRLINE, left);
    }
    return y;
  }

  private writeColumns({ columns: [name, ...figures] }: PrintedTable, left: number, top: number): number {
    const [line] = this.typesetter.lines(name, STYLES.label, RIGHT - left);
    if (line === undefined) return top;
    const y = this.putLine(line, { x: left, y: top, width: WIDTH }) + 5;
    this.putFigures(figures, STYLES.label, top + line.ascent);
    this.rule(y, INK, left);
    return y;
  }

  /** The figures stand beside the first line of the words, and are read after as much of them as the page has. */
  private writeRow(
    table: PrintedTable,
    [, ...figures]: PrintedRow,
    described: readonly Line[],
    left: number,
    top: number,
  ): number {
    const writeFigures = (): void => {
      this.putFigures(figures, STYLES.text, top + (described[0]?.ascent ?? 0));
    };
    let y = top;
    let isFirstPage = true;
    for (const line of described) {
      if (y + line.height > BOTTOM) {
        if (isFirstPage) writeFigures();
        isFirstPage = false;
        y = this.writeColumns(table, left, this.nextPage()) + 5;
      }
      y = this.putLine(line, { x: left, y, width: WIDTH });
    }
    if (isFirstPage) writeFigures();
    return y;
  }

  private writeTotals(top: number): number {
    const { totals } = this.content;
    let y = this.roomFor(totals.length * 16 + 24, top + 10);
    for (const [index, total] of totals.entries()) {
      const isLast = index === totals.length - 1;
      if (isLast) this.rule((y += 4), INK, RIGHT - SIDE_WIDTH);
      y = this.writeTotal(total, isLast ? STYLES.total : STYLES.text, isLast ? y + 5 : y);
    }
    return y;
  }

  private writeTotal([label, value]: Labelled, style: Style, y: number): number {
    this.put(label, style, { x: RIGHT - SIDE_WIDTH, y, width: SIDE_WIDTH / 2 });
    return this.put(value, style, { x: RIGHT - SIDE_WIDTH, y, width: SIDE_WIDTH, align: 'right' });
  }

  private writeFooters(): void {
    const { title, number, footnote } = this.content;
    const { count } = this.page.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.page.switchToPage(index);
      const y = PAGE.height - 64;
      this.rule(y, HAIRLINE);
      const place = { x: MARGIN, y: y + 8, width: WIDTH };
      this.put(`Page ${index + 1} of ${count}`, STYLES.footer, { ...place, align: 'right' });
      const below = this.put(`${title} ${number}`, STYLES.footer, { ...place, width: WIDTH - 80 });
      this.put(footnote, STYLES.footer, { ...place, y: below });
    }
  }

  /** Where something of this height stands that would stand at `y`: on the next page when it does not fit. */
  private roomFor(height: number, y: number): number {
    return y + height > BOTTOM ? this.nextPage() : y;
  }

  private nextPage(): number {
    this.page.addPage();
    return MARGIN;
  }

  private putFigures(figures: readonly string[], style: Style, baseline: number): void {
    const first = RIGHT - FIGURE_WIDTH * figures.length;
    for (const [index, figure] of figures.entries()) {
      const place = { x: first + index * FIGURE_WIDTH, width: FIGURE_WIDTH, align: 'right' } as const;
      for (const line of this.typesetter.lines(figure, style, FIGURE_WIDTH)) {
        this.putLine(line, { ...place, y: baseline - line.ascent });
      }
    }
  }

  /** Writes text in lines that fit, and answers where the next line would stand. */
  private put(text: string, style: Style, place: Place): number {
    let { y } = place;
    for (const line of this.typesetter.lines(text, style, place.width)) y = this.putLine(line, { ...place, y });
    return y;
  }

  private putLine(line: Line, { x, y, width, align }: Place): number {
    const left = align === 'right' ? x + width - line.width : x;
    this.typesetter.draw(this.page, line, left, y);
    return y + line.height;
  }

  private rule(y: number, color: string, from = MARGIN): void {
    this.page
      .moveTo(from, y)
      .lineTo(RIGHT, y)
      .lineWidth(color === INK ? 0.8 : 0.5)
      .strokeColor(color)
      .stroke();
  }
}
