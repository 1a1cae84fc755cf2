import { EVENT_TYPES, type EventType, typesOf } from '../../domain/catalogue';
import { type LogEvent, type ReadModel, type Row, tableOf } from '../engine/read-model';

/**
 * Which things an event is about, and where in the log it stands; what it says is read from the log itself. One row for each event:
 * an index for each kind of thing costs less than a row for each thing. Its id is `<stream>@<revision>`: see `placeOf`.
 */
export interface TimelineRow extends Row {
  readonly connectionId: string | null;
  readonly effectiveAt: string;
  readonly customerId: string | null;
  readonly mandateId: string | null;
  readonly salesOrderId: string | null;
  readonly scheduledPaymentId: string | null;
  readonly paymentId: string | null;
  readonly payoutId: string | null;
  readonly refundId: string | null;
  readonly documentId: string | null;
  /** Of a document: the one that it reverses or corrects. */
  readonly earlierDocumentId: string | null;
}

/** These concern a connection or a webhook and no single thing; a receipt's number stands on the receipt. */
const ABOUT_NO_THING: readonly EventType[] = typesOf(['connection', 'delivery', 'receiptBook']);
const ABOUT_A_THING = EVENT_TYPES.filter((type) => !ABOUT_NO_THING.includes(type));

/** The id of an event's row. */
export function placeOf({ stream, revision }: { readonly stream: string; readonly revision: number }): string {
  return `${stream}@${revision}`;
}

export const timeline = tableOf<TimelineRow>()({
  name: 'timeline',
  columns: {
    connectionId: 'text',
    effectiveAt: 'instant',
    customerId: 'text',
    mandateId: 'text',
    salesOrderId: 'text',
    scheduledPaymentId: 'text',
    paymentId: 'text',
    payoutId: 'text',
    refundId: 'text',
    documentId: 'text',
    earlierDocumentId: 'text',
  },
  keeps: 'grows',
  indexes: [
    ['customerId'],
    ['mandateId'],
    ['salesOrderId'],
    ['scheduledPaymentId'],
    ['paymentId'],
    ['payoutId'],
    ['refundId'],
    ['documentId'],
    ['earlierDocumentId'],
  ],
  unlisted: true,
  handles: ABOUT_A_THING,
  touches: (event) => [placeOf(event)],
  fold: (_, event, id) => {
    const { metadata } = event;
    const named = { ...metadata, ...thingsIn(event) };
    return {
      id,
      connectionId: named.connectionId ?? null,
      effectiveAt: metadata.effectiveAt,
      customerId: named.customerId ?? null,
      mandateId: named.mandateId ?? null,
      salesOrderId: named.salesOrderId ?? null,
      scheduledPaymentId: named.scheduledPaymentId ?? null,
      paymentId: named.paymentId ?? null,
      payoutId: named.payoutId ?? null,
      refundId: named.refundId ?? null,
      documentId: named.documentId ?? null,
      earlierDocumentId: named.earlierDocumentId ?? null,
    };
  },
});

type Things = {
  readonly [
    Thing in
      'mandateId' | 'scheduledPaymentId' | 'paymentId' | 'payoutId' | 'refundId' | 'documentId' | 'earlierDocumentId'
  ]?: string | null;
};

/** What an event's own data names beyond its metadata. */
function thingsIn({ type, data, metadata }: LogEvent): Things {
  switch (type) {
    case 'InstalmentReleased':
      return { scheduledPaymentId: data.scheduledPaymentId, paymentId: data.paymentId, mandateId: data.mandateId };
    case 'InstalmentCancelled':
      return { scheduledPaymentId: data.scheduledPaymentId };
    case 'PaymentPaidOut':
    case 'LateFailureSettled':
    case 'ChargebackSettled':
    case 'SurchargeFeeDebited':
      return { payoutId: data.payoutId };
    case 'RefundSettled':
    case 'RefundReturned':
      return { refundId: data.refundId };
    case 'DocumentPosted':
      return { documentId: data.documentId, earlierDocumentId: data.reversesId };
    case 'CorrectionPosted':
      return { documentId: data.documentId, earlierDocumentId: data.correctsId };
    case 'GoCardlessEventParked':
      return { payoutId: data.event.links['payout'] ?? metadata.payoutId ?? null };
    default:
      return {};
  }
}

export const timelineReadModel: ReadModel = { name: 'timeline', version: 2, tables: [timeline] };
