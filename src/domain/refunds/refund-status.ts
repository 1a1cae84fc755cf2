import { type Happened } from '../shared/event';
import { orderFacts, type StateMachine } from '../shared/fact-order';
import { type RefundAction, type RefundStatusChanged } from './events';

export type RefundStatus = 'created' | 'paid' | 'failed' | 'funds_returned';
type RefundFact = Happened<RefundStatusChanged>;

/** In the order of their ranks. */
const ACTIONS: readonly RefundAction[] = ['created', 'paid', 'refund_settled', 'failed', 'funds_returned'];

/** Statuses from which GoCardless itself takes each step. That it was deducted from a payout changes no status. */
const ALLOWED_FROM: Readonly<Record<RefundAction, readonly RefundStatus[]>> = {
  created: ['created'],
  paid: ['created'],
  refund_settled: ['created', 'paid', 'failed'],
  failed: ['created', 'paid'],
  funds_returned: ['failed'],
};

const LEADS_TO: Readonly<Record<RefundAction, RefundStatus | null>> = {
  created: 'created',
  paid: 'paid',
  refund_settled: null,
  failed: 'failed',
  funds_returned: 'funds_returned',
};

const MACHINE: StateMachine<RefundStatus, RefundFact> = {
  start: 'created',
  rank: ({ data }) => ACTIONS.indexOf(data.action),
  allows: (status, { data }) => ALLOWED_FROM[data.action].includes(status),
  next: (status, { data }) => LEADS_TO[data.action] ?? status,
};

export interface RefundView {
  /** `unknown` before GoCardless has said anything that a status follows from. */
  readonly status: RefundStatus | 'unknown';
  /** Deducted from a payout, and not given back since. */
  readonly settled: boolean;
}

/** Where a refund stands, from the set of its facts alone: arrival plays no part. */
export function refundView(observed: readonly RefundFact[]): RefundView {
  const ordered = orderFacts(observed, MACHINE).map(({ data }) => data.action);
  const last = ordered.findLast((action) => LEADS_TO[action] !== null);
  const moved = ordered.findLast((action) => action === 'refund_settled' || action === 'funds_returned');
  return { status: (last && LEADS_TO[last]) ?? 'unknown', settled: moved === 'refund_settled' };
}
