import { never } from '../shared/decider';
import { type Happened, type References } from '../shared/event';
import { sum } from '../shared/money';
import { type Processed, withCause } from '../shared/processed-causes';
import { type OrderLine, type PlannedInstalment } from './events';
import { type SalesOrderEvent } from '../event-groups';

/** An instalment of the plan with what became of it on this stream. */
export interface Instalment extends PlannedInstalment {
  /** How often it was released; 0 while it never was. */
  readonly attempt: number;
  /** The payment of the latest attempt. */
  readonly paymentId: string | null;
  readonly cancelled: boolean;
}

export interface PlacedSalesOrder extends Processed {
  readonly status: 'placed';
  readonly salesOrderId: string;
  readonly connectionId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly lines: readonly OrderLine[];
  /** In the order of the plan as it was placed, which is the index that ties of due dates are broken by. */
  readonly instalments: readonly Instalment[];
}

export type SalesOrder = { readonly status: 'none' } | PlacedSalesOrder;

/**
 * How the payment of a released instalment stands, as read from its own stream.
 * `rejected`: GoCardless never took it. `ended`: cancelled, denied, or failed for good, so that another attempt may be made.
 * `open`: everything else, paid out included.
 */
export type AttemptOutcome = 'open' | 'rejected' | 'ended';

/**
 * Outcomes by payment id. They are looked up by the payment of the *latest* attempt, so that what was read of an older one can
 * never let a second collection out. A payment that is missing here counts as open: it may be released and not yet requested.
 */
export type AttemptOutcomes = Readonly<Record<string, AttemptOutcome>>;

export const noSalesOrder: SalesOrder = { status: 'none' };

export function evolveSalesOrder(state: SalesOrder, event: Happened<SalesOrderEvent>): SalesOrder {
  if (event.type === 'SalesOrderPlaced') {
    const { instalments, ...order } = event.data;
    return {
      status: 'placed',
      ...order,
      instalments: instalments.map((planned) => ({ ...planned, attempt: 0, paymentId: null, cancelled: false })),
      processedCauseIds: [event.causationId],
    };
  }
  if (state.status === 'none') return state;
  return {
    ...state,
    processedCauseIds: withCause(state.processedCauseIds, event.causationId),
    instalments: state.instalments.map((instalment) => evolveInstalment(instalment, event)),
  };
}

type LaterEvent = Exclude<Happened<SalesOrderEvent>, { readonly type: 'SalesOrderPlaced' }>;

function evolveInstalment(instalment: Instalment, event: LaterEvent): Instalment {
  switch (event.type) {
    case 'InstalmentReleased':
      if (event.data.scheduledPaymentId !== instalment.scheduledPaymentId) return instalment;
      return { ...instalment, attempt: event.data.attempt, paymentId: event.data.paymentId };
    case 'InstalmentsChanged':
      return { ...instalment, ...findInstalment(event.data.instalments, instalment.scheduledPaymentId) };
    case 'InstalmentCancelled':
      if (event.data.scheduledPaymentId !== instalment.scheduledPaymentId) return instalment;
      return { ...instalment, cancelled: true };
    default:
      return never(event);
  }
}

export function salesOrderReferences(state: SalesOrder): References {
  if (state.status === 'none') return {};
  const { connectionId, customerId, salesOrderId } = state;
  return { connectionId, customerId, salesOrderId };
}

export function findInstalment<I extends PlannedInstalment>(
  instalments: readonly I[],
  scheduledPaymentId: string,
): I | undefined {
  return instalments.find((instalment) => instalment.scheduledPaymentId === scheduledPaymentId);
}

/** What the instalments add up to, cancelled ones included. It is not the order's total, which is cash. */
export function planTotal(order: PlacedSalesOrder): number {
  return sum(order.instalments.map(({ amount }) => amount));
}

/** The outcome of the latest attempt, or `none` while the instalment was never released. */
export function latestAttempt(instalment: Instalment, outcomes: AttemptOutcomes): AttemptOutcome | 'none' {
  return instalment.paymentId === null ? 'none' : (outcomes[instalment.paymentId] ?? 'open');
}

/** Unsent: its amount, due date and mandate may still be changed, and it may be cancelled. A rejection ends a release. */
export function isUnsent(instalment: Instalment, outcomes: AttemptOutcomes): boolean {
  const latest = latestAttempt(instalment, outcomes);
  return !instalment.cancelled && (latest === 'none' || latest === 'rejected');
}
