import { type DocumentLine, isReceiptKind, type ReceiptKind } from '../../domain/accounting/document';
import { typesOf } from '../../domain/catalogue';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';

/** A receipt or one of its kin, as it was posted. Payout bookings stand in the ledger only. */
export interface DocumentRow extends Row {
  readonly connectionId: string;
  /** Null while nobody knows whose it is. */
  readonly customerId: string | null;
  /** Null for a document of a refund against a mandate. */
  readonly paymentId: string | null;
  /** Of a refund and what takes it back: GoCardless's. */
  readonly refundId: string | null;
  readonly salesOrderId: string | null;
  readonly kind: ReceiptKind | 'correction';
  /** Of a correction: what kind of document it cancels. */
  readonly correctedKind: ReceiptKind | null;
  readonly reversesId: string | null;
  readonly correctsId: string | null;
  /** Of a reversal: GoCardless's cause of the loss. */
  readonly cause: string | null;
  /** What asks for it; of a correction, what arrived. */
  readonly gocardlessEventId: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly lines: readonly DocumentLine[];
  readonly effectiveAt: string;
  readonly postedAt: string;
}

export const documents = tableOf<DocumentRow>()({
  name: 'documents',
  columns: {
    connectionId: 'text',
    customerId: 'text',
    paymentId: 'text',
    refundId: 'text',
    salesOrderId: 'text',
    kind: 'text',
    correctedKind: 'text',
    reversesId: 'text',
    correctsId: 'text',
    cause: 'text',
    gocardlessEventId: 'text',
    amount: 'amount',
    currency: 'text',
    lines: 'json',
    effectiveAt: 'instant',
    postedAt: 'instant',
  },
  keeps: 'grows',
  indexes: [['paymentId'], ['refundId'], ['salesOrderId'], ['customerId']],
  handles: typesOf('document'),
  touches: (event) => {
    const kind = event.type === 'DocumentPosted' ? event.data.kind : event.data.correctedKind;
    return isReceiptKind(kind) ? [event.data.documentId] : [];
  },
  fold: (row, event, id) => {
    const { amount, currency, lines } = event.data;
    const { connectionId, customerId, paymentId, salesOrderId, gocardlessEventId } = event.metadata;
    if (connectionId === undefined)
      throw new Error('A document without a connection in the metadata belongs to no list.');
    const posted = event.type === 'DocumentPosted' ? event.data : null;
    const correction = event.type === 'CorrectionPosted' ? event.data : null;
    const kind = event.type === 'DocumentPosted' ? event.data.kind : event.data.correctedKind;
    if (!isReceiptKind(kind)) return row;
    return {
      id,
      connectionId,
      customerId: customerId ?? null,
      paymentId: paymentId ?? null,
      refundId: event.data.concerns.refundId,
      salesOrderId: salesOrderId ?? null,
      kind: correction === null ? kind : 'correction',
      correctedKind: correction === null ? null : kind,
      reversesId: posted?.reversesId ?? null,
      correctsId: correction?.correctsId ?? null,
      cause: posted?.cause ?? null,
      gocardlessEventId: posted?.requiredAs.gocardlessEventId ?? gocardlessEventId ?? null,
      amount,
      currency,
      lines,
      effectiveAt: event.metadata.effectiveAt,
      postedAt: event.metadata.recordedAt,
    };
  },
});

/** The number of a document; its id is the document's. */
export interface ReceiptNumberRow extends Row {
  readonly number: string;
}

export const receiptNumbers = tableOf<ReceiptNumberRow>()({
  name: 'receipt_numbers',
  columns: { number: 'text' },
  keeps: 'grows',
  indexes: [['number']],
  unlisted: true,
  handles: ['ReceiptNumbered'],
  touches: (event) => [event.data.documentId],
  fold: (_, event, id) => ({ id, number: event.data.number }),
});

export const receiptsReadModel: ReadModel = { name: 'receipts', version: 3, tables: [documents, receiptNumbers] };
