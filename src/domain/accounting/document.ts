import { type Fact } from '../shared/event';

/** Receipts and their kin, which have numbers: each with the title that it is printed under. */
export const RECEIPT_TITLES = {
  receipt: 'Receipt',
  reversal: 'Reversal of a receipt',
  refund: 'Refund',
  refund_returned: 'Returned refund',
  prior_loss: 'Loss of an earlier payment',
  prior_restored: 'Restored earlier payment',
} as const;
export type ReceiptKind = keyof typeof RECEIPT_TITLES;

// The titles have exactly the kinds as their keys.
export const RECEIPT_KINDS = Object.keys(RECEIPT_TITLES) as readonly ReceiptKind[];

/** The only documents without a number: the payout has its own reference. */
export const PAYOUT_BOOKING_KINDS = ['payout', 'payout_bounced', 'payout_restored'] as const;

export type DocumentKind = ReceiptKind | (typeof PAYOUT_BOOKING_KINDS)[number];

export function isReceiptKind(kind: DocumentKind): kind is ReceiptKind {
  return RECEIPT_KINDS.some((one) => one === kind);
}

/** Whose a document is; it decides which account stands against clearing. */
export type Party = 'order' | 'customer' | 'nobody' | 'prior_period';

/** One side of a double entry: exactly one of `debit` and `credit` is above 0, both are minor units. */
export interface Entry {
  readonly account: string;
  readonly debit: number;
  readonly credit: number;
  readonly currency: string;
  /** Of sales and their tax: the rate, so that a tax return by rate follows from the entries alone. */
  readonly taxRate?: string;
}

/** A line of a document. `orderLine` is the index of the sales order's line, or null for "on account". */
export interface DocumentLine {
  readonly orderLine: number | null;
  /** Percentage as a decimal string; null for "on account", of which no tax is known. */
  readonly taxRate: string | null;
  readonly net: number;
  readonly tax: number;
  readonly amount: number;
}

/** What a payout's item that a document explains is about: a payment, or a refund of one or without one. Both null for a payout's own documents. */
export interface Concerned {
  readonly gocardlessPaymentId: string | null;
  readonly refundId: string | null;
}

/**
 * A document as the facts require it. By this alone it is compared with the posted documents, never by entries or accounts:
 * so a later choice of accounts never disturbs what was posted.
 */
export interface RequiredAs<Kind extends DocumentKind = DocumentKind> {
  readonly kind: Kind;
  /** The event that requires it, which is not always the one that arrived last. */
  readonly gocardlessEventId: string;
  /** `requiredKey` of the document that it reverses, or null. */
  readonly reverses: string | null;
  readonly party: Party;
  /** For a refund: the refunds before it, in order, as minor units; what it takes of each line depends on them. Else empty. */
  readonly refundedBefore: readonly number[];
}

export function requiredKey({ kind, gocardlessEventId, reverses, party, refundedBefore }: RequiredAs): string {
  return JSON.stringify([kind, gocardlessEventId, reverses, party, refundedBefore]);
}

export interface DocumentData {
  /** `doc_…` */
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly requiredAs: RequiredAs;
  readonly concerns: Concerned;
  /** When what requires it was true. */
  readonly effectiveAt: string;
  /** The posted document whose effect this one takes back or restores, or null. */
  readonly reversesId: string | null;
  /** For a reversal: GoCardless's cause of the loss, for example `refer_to_payer`. */
  readonly cause: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly lines: readonly DocumentLine[];
  readonly entries: readonly Entry[];
  /** Which version of the posting rules made the entries. */
  readonly rules: number;
}

/** A document, appended together with the fact whose arrival requires it. Never edited. */
export type DocumentPosted = Fact<'DocumentPosted', DocumentData>;

/** Cancels a document that is no longer required: the same entries with sides swapped, the same effective time. */
export type CorrectionPosted = Fact<
  'CorrectionPosted',
  {
    readonly documentId: string;
    readonly correctsId: string;
    /** What kind of document it cancels. */
    readonly correctedKind: DocumentKind;
    readonly concerns: Concerned;
    readonly amount: number;
    readonly currency: string;
    readonly lines: readonly DocumentLine[];
    readonly entries: readonly Entry[];
    readonly rules: number;
  }
>;

/** The only line of a document of which no order is known. */
export function onAccount(amount: number): DocumentLine {
  return { orderLine: null, taxRate: null, net: amount, tax: 0, amount };
}
