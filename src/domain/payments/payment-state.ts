import { evolvePosted, type PostedDocument } from '../accounting/settle-documents';
import { type Decided, type Happened } from '../shared/event';
import { type Processed, withCause } from '../shared/processed-causes';
import { type PaymentEvent } from '../event-groups';
import { evolveFacts, type PaymentFacts } from './facts';
import { evolveRefundRequests, type RefundRequest } from './refund-requests';

export interface PaymentState extends Processed {
  /** Null before the payment begins. */
  readonly facts: PaymentFacts | null;
  readonly posted: readonly PostedDocument[];
  readonly refundRequests: readonly RefundRequest[];
}

export const NOTHING: readonly Decided<PaymentEvent>[] = [];

export function evolvePayment(before: PaymentState, event: Happened<PaymentEvent>): PaymentState {
  const state = { ...before, processedCauseIds: withCause(before.processedCauseIds, event.causationId) };
  return event.type === 'DocumentPosted' || event.type === 'CorrectionPosted'
    ? { ...state, posted: evolvePosted(state.posted, event) }
    : {
        ...state,
        facts: evolveFacts(state.facts, event),
        refundRequests: evolveRefundRequests(state.refundRequests, event),
      };
}
