import { isDate } from '../shared/calendar';
import { decided, type Decision, type Issued, refuse } from '../shared/decider';
import { derivedId } from '../shared/identity';
import { type InstalmentCancelled, type InstalmentReleased, type OrderLine } from './events';
import { type AttemptOutcomes, findInstalment, isUnsent, latestAttempt, type PlacedSalesOrder } from './sales-order';

/** Sends an instalment for the first time, or anew after its last attempt ended. */
export interface ReleaseInstalment {
  readonly type: 'ReleaseInstalment';
  readonly scheduledPaymentId: string;
  /** The mandate at the end of the replacement chain. */
  readonly mandateId: string;
  /** The due date, or the first possible date after it. */
  readonly chargeDate: string;
  readonly attempts: AttemptOutcomes;
}

export interface CancelInstalment {
  readonly type: 'CancelInstalment';
  readonly scheduledPaymentId: string;
  readonly attempts: AttemptOutcomes;
}

/** The payment of an instalment's attempt, counted from 1. */
export function attemptPaymentId(scheduledPaymentId: string, attempt: number): string {
  return derivedId('pay', scheduledPaymentId, attempt);
}

export function releaseInstalment(
  command: Issued<ReleaseInstalment>,
  order: PlacedSalesOrder,
): Decision<InstalmentReleased> {
  const { scheduledPaymentId, mandateId, chargeDate, attempts } = command;
  const instalment = findInstalment(order.instalments, scheduledPaymentId);
  if (instalment === undefined) return refuse('not_found', `This order has no instalment ${scheduledPaymentId}.`);
  if (instalment.cancelled) return refuse('instalment_cancelled', `${scheduledPaymentId} is cancelled.`);
  if (latestAttempt(instalment, attempts) === 'open') {
    return refuse('already_submitted', `${scheduledPaymentId} is sent already.`);
  }
  if (!isDate(chargeDate)) return refuse('validation_failed', 'This is not a date.', 'chargeDate');
  const attempt = instalment.attempt + 1;
  return [
    decided(command, {
      type: 'InstalmentReleased',
      data: {
        scheduledPaymentId,
        paymentId: attemptPaymentId(scheduledPaymentId, attempt),
        attempt,
        amount: instalment.amount,
        currency: order.currency,
        mandateId,
        chargeDate,
        description: describe(order.lines),
        shares: instalment.shares,
      },
    }),
  ];
}

/** GoCardless prints it in its e-mail to the payer and takes 100 characters everywhere. */
function describe(lines: readonly Pick<OrderLine, 'item'>[]): string | null {
  const items = lines.flatMap(({ item }) => (item === null ? [] : [item])).join(', ');
  return items === '' ? null : items.slice(0, 100);
}

/** After a release only the payment itself can be cancelled, while GoCardless allows it; a rejection ends the release. */
export function cancelInstalment(
  command: Issued<CancelInstalment>,
  order: PlacedSalesOrder,
): Decision<InstalmentCancelled> {
  const { scheduledPaymentId, attempts } = command;
  const instalment = findInstalment(order.instalments, scheduledPaymentId);
  if (instalment === undefined) return refuse('not_found', `This order has no instalment ${scheduledPaymentId}.`);
  if (instalment.cancelled) return [];
  if (!isUnsent(instalment, attempts)) return refuse('cancellation_too_late', `${scheduledPaymentId} is sent already.`);
  return [decided(command, { type: 'InstalmentCancelled', data: { scheduledPaymentId } })];
}
