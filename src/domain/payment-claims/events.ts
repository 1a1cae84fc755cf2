import { type Fact } from '../shared/event';
import { type DeliveredEvent } from '../deliveries/delivered-event';

/** This GoCardless payment is that payment of ours. The first claim in the stream counts. */
export type PaymentClaimed = Fact<
  'PaymentClaimed',
  { readonly connectionId: string; readonly gocardlessPaymentId: string; readonly paymentId: string }
>;

export type ParkedReason =
  | 'unknown_payment'
  | 'unknown_refund'
  | 'unknown_plan'
  | 'payout_not_read'
  | 'gocardless_unavailable'
  | 'access_refused';

/** An event waits: what it is about is not known here yet. The adoption process fetches that. */
export type GoCardlessEventParked = Fact<'GoCardlessEventParked', DeliveredEvent & { readonly reason: ParkedReason }>;

/** Staff ask to try a parked event again now. */
export type RedriveRequested = Fact<'RedriveRequested', { readonly connectionId: string; readonly eventId: string }>;

/** It is not our account's: our token does not see it, or it is another creditor's. */
export type GoCardlessEventForeign = Fact<
  'GoCardlessEventForeign',
  { readonly connectionId: string; readonly eventId: string; readonly reason: 'not_found' | 'other_creditor' }
>;
