import { type RefundRead, type RefundStatusChanged } from '../../domain/refunds/events';
import { refundView, type RefundView } from '../../domain/refunds/refund-status';
import { type Happened } from '../../domain/shared/event';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';
import { happenedOf, thingOf } from '../happened';

export const REFUND_STATUSES = [
  'requested',
  'refused',
  'created',
  'paid',
  'failed',
  'funds_returned',
  'unknown',
] as const;
export type RefundRowStatus = (typeof REFUND_STATUSES)[number];

/**
 * A refund that we asked for, whose id is the event that asks, until GoCardless shows it; or one that GoCardless has, whose id is
 * `<connection>.<refund>`.
 */
export interface RefundRow extends Row {
  readonly connectionId: string;
  /** GoCardless's; null while it was only asked for. */
  readonly refundId: string | null;
  readonly paymentId: string | null;
  readonly gocardlessPaymentId: string | null;
  readonly mandateId: string | null;
  /** Whose it is; of a refund of a payment, null until somebody asked for it here: the payment says it. */
  readonly customerId: string | null;
  /** Null until it was read. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly status: RefundRowStatus;
  /** Deducted from a payout, and not given back since. */
  readonly settled: boolean;
  /** GoCardless's word for why it refused. */
  readonly reason: string | null;
  /** When it was asked for, or made at GoCardless. */
  readonly createdAt: string;
  /** Of one that was asked for: GoCardless shows it, and its own row stands for it. */
  readonly shown: boolean;
  readonly observed: readonly Happened<RefundStatusChanged>[];
}

export const refunds = tableOf<RefundRow>()({
  name: 'refunds',
  columns: {
    connectionId: 'text',
    refundId: 'text',
    paymentId: 'text',
    gocardlessPaymentId: 'text',
    mandateId: 'text',
    customerId: 'text',
    amount: 'amount',
    currency: 'text',
    status: 'text',
    settled: 'boolean',
    reason: 'text',
    createdAt: 'instant',
    shown: 'boolean',
    observed: 'kept',
  },
  keeps: 'history',
  internal: ['observed'],
  indexes: [['refundId'], ['paymentId'], ['customerId'], ['mandateId']],
  handles: ['RefundRequested', 'PaymentRequestAnswered', 'RefundRead', 'RefundStatusChanged', 'RefundIdentified'],
  touches: (event) => {
    switch (event.type) {
      case 'RefundRequested':
        return [event.id];
      case 'PaymentRequestAnswered':
        return event.data.request === 'refund' ? [event.data.of] : [];
      case 'RefundRead':
        return [thingOf(event), ...(event.data.requestedBy === null ? [] : [event.data.requestedBy])];
      default:
        return [thingOf(event)];
    }
  },
  fold: (row, event, id) => {
    switch (event.type) {
      case 'RefundRequested': {
        const {
          connectionId = '',
          paymentId = null,
          customerId = null,
          mandateId = null,
          effectiveAt,
        } = event.metadata;
        const { amount, currency } = event.data;
        const whose = { connectionId, paymentId, customerId, mandateId };
        return { ...NOTHING_KNOWN, ...whose, id, amount, currency, status: 'requested', createdAt: effectiveAt };
      }
      case 'PaymentRequestAnswered':
        return row === null || event.data.outcome === 'accepted'
          ? row
          : { ...row, status: 'refused', reason: event.data.reason };
      case 'RefundRead':
        if (id !== thingOf(event)) return row === null ? null : { ...row, shown: true };
        return read(row, id, event.data, event.metadata.effectiveAt);
      case 'RefundStatusChanged': {
        const { connectionId, refundId } = event.data;
        const known = row ?? { ...NOTHING_KNOWN, id, connectionId, refundId, createdAt: event.metadata.effectiveAt };
        const observed = [...known.observed, happenedOf(event)];
        return { ...known, observed, ...viewed(refundView(observed)) };
      }
      case 'RefundIdentified':
        return row === null ? null : { ...row, customerId: event.data.customerId };
      default:
        return row;
    }
  },
});

const NOTHING_KNOWN = {
  refundId: null,
  paymentId: null,
  gocardlessPaymentId: null,
  mandateId: null,
  customerId: null,
  amount: null,
  currency: null,
  status: 'unknown',
  settled: false,
  reason: null,
  shown: false,
  observed: [],
} as const;

function read(row: RefundRow | null, id: string, data: RefundRead['data'], createdAt: string): RefundRow {
  const { connectionId, refundId, gocardlessPaymentId, mandateId, paymentId, amount, currency } = data;
  const about = { connectionId, refundId, gocardlessPaymentId, mandateId, paymentId, amount, currency };
  return { ...(row ?? NOTHING_KNOWN), ...about, id, createdAt };
}

function viewed({ status, settled }: RefundView): Pick<RefundRow, 'status' | 'settled'> {
  return { status, settled };
}

export const refundsReadModel: ReadModel = { name: 'refunds', version: 1, tables: [refunds] };
