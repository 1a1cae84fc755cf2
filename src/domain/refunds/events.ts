import { type Reason } from '../mandates/events';
import { type Fact } from '../shared/event';

/** What GoCardless's refund is about: read once, when its first event arrives. */
export type RefundRead = Fact<
  'RefundRead',
  {
    readonly connectionId: string;
    readonly refundId: string;
    /** Null for a refund against a mandate, which no payment of ours is behind. */
    readonly gocardlessPaymentId: string | null;
    readonly mandateId: string | null;
    readonly amount: number;
    readonly currency: string;
    /** Which payment of ours it gives back; null for a refund against a mandate. */
    readonly paymentId: string | null;
    /** The event of ours that asked for it; null for one that was made elsewhere. */
    readonly requestedBy: string | null;
  }
>;

/** Whose a refund without a payment is: by a link or replacement that names its mandate's chain, or by staff. The first counts. */
export type RefundIdentified = Fact<
  'RefundIdentified',
  { readonly connectionId: string; readonly refundId: string; readonly customerId: string }
>;

export type RefundAction = 'created' | 'paid' | 'refund_settled' | 'failed' | 'funds_returned';
export type RefundStatusChanged = Fact<
  'RefundStatusChanged',
  { readonly connectionId: string; readonly refundId: string; readonly action: RefundAction } & Reason
>;
