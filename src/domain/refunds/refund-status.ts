import { type Happened } from '../shared/event';
import { orderFacts, type StateMachine } from '../shared/fact-order';
import { type RefundAction, type RefundStatusChanged } from './events';

export type RefundStatus = 'created' | 'paid' | 'failed' | 'funds_returned';
type RefundFact = Happened<RefundStatusChanged>;

interface Step {
  /** Statuses from which GoCardless itself takes the step. */
  readonly from: readonly RefundStatus[];
  /** Null leaves the status as it was. */
  readonly to: RefundStatus | null;
}

/** GoCardless's table of a refund's transitions, in the order of their ranks. That it was deducted from a payout changes no status. */
const STEPS: Readonly<Record<RefundAction, Step>> = {
  created: { from: ['created'], to: 'created' },
  paid: { from: ['created'], to: 'paid' },
  refund_settled: { from: ['created', 'paid', 'failed'], to: null },
  failed: { from: ['created', 'paid'], to: 'failed' },
  funds_returned: { from: ['failed'], to: 'funds_returned' },
};
const RANKS = Object.keys(STEPS);

const MACHINE: StateMachine<RefundStatus, RefundFact> = {
  start: 'created',
  rank: ({ data }) => RANKS.indexOf(data.action),
  allows: (status, { data }) => STEPS[data.action].from.includes(status),
  next: (status, { data }) => STEPS[data.action].to ?? status,
};

export interface RefundView {
  /** `unknown` before GoCardless has said anything that a status follows from. */
  readonly status: RefundStatus | 'unknown';
  /** Deducted from a payout, and not given back since. */
  readonly settled: boolean;
}

/** What GoCardless said of a refund, in the one order of its facts. */
export function orderedRefundFacts(observed: readonly RefundFact[]): readonly RefundFact[] {
  return orderFacts(observed, MACHINE);
}

/** Where a refund stands, from the set of its facts alone: arrival plays no part. */
export function refundView(observed: readonly RefundFact[]): RefundView {
  const ordered = orderedRefundFacts(observed).map(({ data }) => data.action);
  const last = ordered.findLast((action) => STEPS[action].to !== null);
  const moved = ordered.findLast((action) => action === 'refund_settled' || action === 'funds_returned');
  return { status: (last && STEPS[last].to) ?? 'unknown', settled: moved === 'refund_settled' };
}
