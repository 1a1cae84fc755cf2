import { RECEIPT_TITLES } from '../../domain/accounting/document';
import { dateInZone } from '../../domain/shared/calendar';
import { groupBy } from '../../domain/shared/grouping';
import { sum } from '../../domain/shared/money';
import { type Settings } from '../../read-models/connections/settings';
import { type ReceiptFields, type ReceiptLineFields } from '../../read-models/receipts/list';
import { amountText } from './amount-text';

/** All words and figures of a printed document, each where it stands. */
export interface ReceiptContent {
  readonly title: string;
  readonly number: string;
  readonly issuedAt: string;
  readonly seller: { readonly name: string; readonly details: readonly string[] };
  /** Empty when nobody knows whose it is, or the customer was forgotten. */
  readonly customer: readonly string[];
  readonly facts: readonly Labelled[];
  readonly lines: PrintedTable;
  readonly totals: readonly Labelled[];
  /** Null of what is on account, of which no tax is known. */
  readonly taxByRate: PrintedTable | null;
  readonly footnote: string;
  /** A PNG or JPEG at the head, with its size in pixels. */
  readonly logo: { readonly content: Uint8Array; readonly width: number; readonly height: number } | null;
}

/** A column of words, and columns of figures. */
export interface PrintedTable {
  readonly columns: PrintedRow;
  readonly rows: readonly PrintedRow[];
}
export type PrintedRow = readonly [string, ...string[]];

/** A label and what it says. */
export type Labelled = readonly [string, string];

const TITLES: Readonly<Record<ReceiptFields['kind'], string>> = { ...RECEIPT_TITLES, correction: 'Correction' };

/** Whoever keeps the books finds order and payment by their ids; a payer knows neither. */
export type Reader = 'bookkeeper' | 'payer';

/**
 * @param earlier the document that this one reverses or corrects, or null
 * @param pictureOfLogo what the settings have as logo
 */
export function contentOf(
  receipt: ReceiptFields,
  settings: Settings,
  earlier: ReceiptFields | null,
  reader: Reader,
  pictureOfLogo: Uint8Array | null = null,
): ReceiptContent {
  const { address, vatNumber, timeZone, logo } = settings;
  const vat = vatNumber === null || vatNumber === '' ? null : `VAT number ${vatNumber}`;
  return {
    title: TITLES[receipt.kind],
    number: receipt.number ?? `${receipt.id} (no number yet)`,
    issuedAt: receipt.postedAt,
    seller: { name: sellerOf(settings), details: given([address, vat]) },
    customer: given([receipt.customerName, receipt.customerCompany]),
    facts: factsOf(receipt, timeZone, earlier, reader),
    lines: linesOf(receipt),
    totals: totalsOf(receipt),
    taxByRate: taxByRateOf(receipt),
    logo: logo === null || pictureOfLogo === null ? null : { ...logo, content: pictureOfLogo },
    footnote: `Dates are days in ${timeZone}.`,
  };
}

/** The company of the settings, else who GoCardless says collects. */
function sellerOf({ companyName, creditorName }: Settings): string {
  return companyName === null || companyName.trim() === '' ? creditorName : companyName;
}

function factsOf(
  receipt: ReceiptFields,
  timeZone: string,
  earlier: ReceiptFields | null,
  reader: Reader,
): readonly Labelled[] {
  const { reversesId, correctsId, cause, chargeDate, paidOutAt, taxDate, postedAt, paymentId, salesOrderId } = receipt;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Tax date', taxDate],
    ['Issued', dateInZone(postedAt, timeZone)],
    ['Charged', chargeDate],
    ['Paid out', paidOutAt === null ? null : dateInZone(paidOutAt, timeZone)],
    ['Reverses', reversesId === null ? null : (earlier?.number ?? reversesId)],
    ['Corrects', correctsId === null ? null : (earlier?.number ?? correctsId)],
    ['Reason', cause?.replaceAll('_', ' ') ?? null],
    ['Order', reader === 'payer' ? null : salesOrderId],
    ['Payment', reader === 'payer' ? null : paymentId],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

function linesOf({ lines, currency }: ReceiptFields): PrintedTable {
  return {
    columns: ['Description', 'Tax rate', 'Net', 'Tax', `Amount (${currency})`],
    rows: lines.map(({ description, taxRate, ...figures }) => [
      description ?? '(removed)',
      taxRate === null ? '' : rateText(taxRate),
      ...figuresOf([figures]),
    ]),
  };
}

function taxByRateOf({ lines, currency }: ReceiptFields): PrintedTable | null {
  const byRate = groupBy(lines, ({ taxRate }) => taxRate);
  const rows = [...byRate].flatMap(([rate, ofRate]): PrintedRow[] =>
    rate === null ? [] : [[rateText(rate), ...figuresOf(ofRate)]],
  );
  return rows.length === 0 ? null : { columns: ['Tax by rate', 'Net', 'Tax', `Amount (${currency})`], rows };
}

function figuresOf(lines: readonly Pick<ReceiptLineFields, 'net' | 'tax' | 'amount'>[]): readonly string[] {
  return (['net', 'tax', 'amount'] as const).map((of) => amountText(sum(lines.map((line) => line[of]))));
}

function rateText(rate: string): string {
  return `${rate} %`;
}

function totalsOf({ lines, amount, currency }: ReceiptFields): readonly Labelled[] {
  const [net = '', tax = ''] = figuresOf(lines);
  return [
    ['Net', net],
    ['Tax', tax],
    ['Total', `${amountText(amount)} ${currency}`],
  ];
}

function given(texts: readonly (string | null)[]): readonly string[] {
  return texts.filter((text) => text !== null && text.trim() !== '') as readonly string[];
}
