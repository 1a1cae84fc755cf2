import { evolvePosted, type PostedDocument } from '../accounting/settle-documents';
import { type Decided, type Happened } from '../shared/event';
import { type PaymentEvent } from '../event-groups';
import { evolveFacts, type PaymentFacts } from './facts';
import { evolveRefundRequests, type RefundRequest } from './refund-requests';

export interface PaymentState {
  /** Null before the payment begins. */
  readonly facts: PaymentFacts | null;
  readonly posted: readonly PostedDocument[];
  readonly refundRequests: readonly RefundRequest[];
  /** Causes that were processed: deciding the same again changes nothing. */
  readonly processedCauseIds: readonly string[];
}

/** Why a command is decided, and when. */
export interface Caused {
  /** The command's id, or the GoCardless event's. */
  readonly causationId: string;
  readonly at: string;
}

export const NOTHING: readonly Decided<PaymentEvent>[] = [];

export function evolvePayment(before: PaymentState, event: Happened<PaymentEvent>): PaymentState {
  const processedCauseIds = before.processedCauseIds.includes(event.causationId)
    ? before.processedCauseIds
    : [...before.processedCauseIds, event.causationId];
  const state = { ...before, processedCauseIds };
  return event.type === 'DocumentPosted' || event.type === 'CorrectionPosted'
    ? { ...state, posted: evolvePosted(state.posted, event) }
    : {
        ...state,
        facts: evolveFacts(state.facts, event),
        refundRequests: evolveRefundRequests(state.refundRequests, event),
      };
}

export function decided<F extends PaymentEvent>({ causationId, at }: Caused, fact: F): Decided<F> {
  return { ...fact, effectiveAt: at, causationId };
}
