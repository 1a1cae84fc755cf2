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
  }
>;

export type RefundAction = 'created' | 'paid' | 'refund_settled' | 'failed' | 'funds_returned';
export type RefundStatusChanged = Fact<
  'RefundStatusChanged',
  { readonly connectionId: string; readonly refundId: string; readonly action: RefundAction } & Reason
>;
