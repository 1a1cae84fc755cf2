import type PDFDocument from 'pdfkit';
import { type ConnectionSettings } from '../../read-models/connections/reader';
import { type ReceiptItem } from '../../read-models/receipts/reader';
import { amountText, printable } from './printed-text';

const MARGIN = 56;
const WIDTH = 595.28 - 2 * MARGIN;
const BOTTOM = 841.89 - 100;
const ROW = 18;
/** Of the columns net, tax and amount. */
const NUMBER_WIDTH = 80;
const DESCRIPTION_WIDTH = WIDTH - 3 * NUMBER_WIDTH;

type Page = InstanceType<typeof PDFDocument>;

const TITLES: Readonly<Record<ReceiptItem['kind'], string>> = {
  receipt: 'Receipt',
  reversal: 'Reversal of a receipt',
  refund: 'Refund',
  refund_returned: 'Returned refund',
  prior_loss: 'Loss of an earlier payment',
  prior_restored: 'Restored earlier payment',
  correction: 'Correction',
};

/**
 * A receipt, or one of its kin, on A4. The same document gives the same bytes, as long as the names on it are the same.
 *
 * @param earlier the document that this one reverses or corrects, or null
 */
export async function renderReceipt(
  receipt: ReceiptItem,
  settings: ConnectionSettings,
  earlier: ReceiptItem | null,
): Promise<Buffer> {
  // Loaded with the first document: it brings its fonts along, and most processes never print. `require`, as Jest can not follow a
  // dynamic import.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const PdfDocument = require('pdfkit') as typeof PDFDocument;
  const page = new PdfDocument({
    size: 'A4',
    margin: MARGIN,
    info: {
      Title: `${TITLES[receipt.kind]} ${receipt.number ?? receipt.id}`,
      CreationDate: new Date(receipt.postedAt),
    },
  });
  const chunks: Buffer[] = [];
  page.on('data', (chunk: Buffer) => chunks.push(chunk));
  const complete = new Promise<void>((resolve, reject) => {
    page.on('end', resolve);
    page.on('error', reject);
  });
  writeCompany(page, settings);
  writeHeader(page, receipt, earlier);
  writeLines(page, receipt);
  page.end();
  await complete;
  return Buffer.concat(chunks);
}

function writeCompany(page: Page, { companyName, address, vatNumber }: ConnectionSettings): void {
  page.font('Helvetica-Bold').fontSize(14);
  if (companyName !== null) page.text(printable(companyName));
  page.font('Helvetica').fontSize(9);
  if (address !== null) page.text(printable(address));
  if (vatNumber !== null && vatNumber !== '') page.text(printable(`VAT number ${vatNumber}`));
  page.moveDown(2);
}

function writeHeader(page: Page, receipt: ReceiptItem, earlier: ReceiptItem | null): void {
  page.font('Helvetica-Bold').fontSize(18).text(TITLES[receipt.kind]);
  page.moveDown(0.5).fontSize(10);
  for (const [label, value] of factsOf(receipt, earlier)) {
    page.font('Helvetica-Bold').text(`${label}  `, { continued: true });
    page.font('Helvetica').text(printable(value));
  }
  page.moveDown(1.5);
}

/** What stands above the lines, each with its label; what is not known is left out. */
function factsOf(receipt: ReceiptItem, earlier: ReceiptItem | null): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Number', receipt.number ?? `${receipt.id} (no number yet)`],
    ['Reverses', receipt.reversesId === null ? null : (earlier?.number ?? receipt.reversesId)],
    ['Corrects', receipt.correctsId === null ? null : (earlier?.number ?? receipt.correctsId)],
    ['Reason', receipt.cause],
    ['Customer', receipt.customerName],
    ['Payment', receipt.paymentId],
    ['Charge date', receipt.chargeDate],
    ['Tax date', receipt.taxDate],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

function writeLines(page: Page, { lines, currency, amount }: ReceiptItem): void {
  page.fontSize(10);
  writeRow(page, 'Helvetica-Bold', ['Description', 'Net', 'Tax', `Amount (${currency})`]);
  for (const line of lines) {
    const cells = [
      line.description ?? '(removed)',
      amountText(line.net),
      amountText(line.tax),
      amountText(line.amount),
    ] as const;
    writeRow(page, 'Helvetica', cells);
  }
  const total = (of: 'net' | 'tax') => amountText(lines.reduce((sum, line) => sum + line[of], 0));
  writeRow(page, 'Helvetica-Bold', ['Total', total('net'), total('tax'), amountText(amount)]);
}

function writeRow(page: Page, font: string, [description, ...numbers]: readonly [string, ...string[]]): void {
  page.font(font);
  const text = printable(description);
  const height = Math.max(ROW, page.heightOfString(text, { width: DESCRIPTION_WIDTH - 10 }) + 4);
  if (page.y + height > BOTTOM) page.addPage();
  const { y } = page;
  page.text(text, MARGIN, y, { width: DESCRIPTION_WIDTH - 10 });
  for (const [index, number] of numbers.entries()) {
    const options = { width: NUMBER_WIDTH, align: 'right', lineBreak: false } as const;
    page.text(number, MARGIN + DESCRIPTION_WIDTH + index * NUMBER_WIDTH, y, options);
  }
  page
    .moveTo(MARGIN, y + height - 3)
    .lineTo(MARGIN + WIDTH, y + height - 3)
    .lineWidth(0.3)
    .stroke();
  page.x = MARGIN;
  page.y = y + height + 2;
}
