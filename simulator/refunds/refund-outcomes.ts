import { runPayouts } from '../payouts/run-payouts';
import { type Organisation, type RefundRecord } from '../state/organisation';
import { type World } from '../state/world';
import { moveRefund } from './move-refund';

export const REFUND_OUTCOMES = ['submitted', 'paid', 'refund_settled', 'failed', 'funds_returned'] as const;

export type RefundOutcome = (typeof REFUND_OUTCOMES)[number];

/** Makes an outcome of a refund happen now, going through the moves that must come before it. */
export function applyRefundOutcome(
  world: World,
  organisation: Organisation,
  record: RefundRecord,
  outcome: RefundOutcome,
): void {
  const isWaiting = () => record.resource.status === 'pending_submission';
  switch (outcome) {
    case 'submitted':
      moveRefund(world, organisation, record, 'submitted');
      return;
    case 'paid':
    case 'failed':
      if (isWaiting()) moveRefund(world, organisation, record, 'submitted');
      moveRefund(world, organisation, record, outcome);
      return;
    case 'refund_settled':
      runPayouts(world, organisation);
      return;
    case 'funds_returned':
      if (isWaiting()) moveRefund(world, organisation, record, 'submitted');
      if (record.resource.status !== 'bounced') moveRefund(world, organisation, record, 'failed');
      runPayouts(world, organisation);
      return;
    default:
      outcome satisfies never;
  }
}
