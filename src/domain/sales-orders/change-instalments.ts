import { shareInstalments } from '../accounting/shares';
import { addDays, compareDates, isDate } from '../shared/calendar';
import { decided, type Decision, isRefusal, type Issued, type Refusal, refuse } from '../shared/decider';
import { sum } from '../shared/money';
import { type InstalmentsChanged, type PlannedInstalment } from './events';
import { FIRST_PAYMENT_NOTICE_DAYS, isPositiveAmount } from './place-sales-order';
import { type AttemptOutcomes, findInstalment, type Instalment, isUnsent, type PlacedSalesOrder } from './sales-order';

export interface InstalmentChange {
  readonly scheduledPaymentId: string;
  readonly dueDate?: string;
  readonly amount?: number;
  /** Null = the customer's default again. */
  readonly mandateId?: string | null;
}

/** One change or many, judged as a whole: either the plan adds up after all of them, or none is made. */
export interface ChangeInstalments {
  readonly type: 'ChangeInstalments';
  readonly changes: readonly InstalmentChange[];
  readonly attempts: AttemptOutcomes;
  /** Today in the connection's time zone. */
  readonly today: string;
}

export function changeInstalments(
  command: Issued<ChangeInstalments>,
  order: PlacedSalesOrder,
): Decision<InstalmentsChanged> {
  const { changes, attempts, today } = command;
  const refusal = checkChanges(changes, order, attempts);
  if (refusal !== null) return refusal;
  const byId = new Map(changes.map((change) => [change.scheduledPaymentId, change]));
  const changed = order.instalments.map((instalment) => applied(instalment, byId.get(instalment.scheduledPaymentId)));
  const tooEarly = checkDueDates(changed, order, attempts, today);
  if (tooEarly !== null) return tooEarly;
  const named = new Set(
    changes.filter(({ amount }) => amount !== undefined).map((change) => change.scheduledPaymentId),
  );
  const balanced = moveDifference(changed, order, attempts, named);
  if (isRefusal(balanced)) return balanced;
  const moved = shareAnew(balanced, order, attempts).filter((instalment) =>
    differs(instalment, findInstalment(order.instalments, instalment.scheduledPaymentId)),
  );
  if (moved.length === 0) return [];
  return [decided(command, { type: 'InstalmentsChanged', data: { instalments: moved.map(asPlanned) } })];
}

function checkChanges(
  changes: readonly InstalmentChange[],
  order: PlacedSalesOrder,
  attempts: AttemptOutcomes,
): Refusal | null {
  const seen = new Set<string>();
  for (const { scheduledPaymentId, dueDate, amount } of changes) {
    const instalment = findInstalment(order.instalments, scheduledPaymentId);
    if (instalment === undefined) return refuse('not_found', `This order has no instalment ${scheduledPaymentId}.`);
    if (seen.has(scheduledPaymentId)) return refuse('validation_failed', `${scheduledPaymentId} is changed twice.`);
    seen.add(scheduledPaymentId);
    if (instalment.cancelled) return refuse('instalment_cancelled', `${scheduledPaymentId} is cancelled.`);
    if (!isUnsent(instalment, attempts)) return refuse('already_submitted', `${scheduledPaymentId} is sent already.`);
    if (dueDate !== undefined && !isDate(dueDate)) return refuse('validation_failed', 'This is not a date.', 'dueDate');
    if (amount !== undefined && !isPositiveAmount(amount)) {
      return refuse('validation_failed', 'An amount is a whole number of minor units above 0.', 'amount');
    }
  }
  return null;
}

/** A due date that moves may not lie in the past, and the payer's first payment needs its notice. */
function checkDueDates(
  changed: readonly Instalment[],
  order: PlacedSalesOrder,
  attempts: AttemptOutcomes,
  today: string,
): Refusal | null {
  const neverSent = changed.every((one) => one.cancelled || isUnsent(one, attempts));
  const first = inDueOrder(changed.filter(({ cancelled }) => !cancelled))[0];
  for (const instalment of changed) {
    const before = findInstalment(order.instalments, instalment.scheduledPaymentId);
    if (before?.dueDate === instalment.dueDate) continue;
    const earliest = neverSent && instalment === first ? addDays(today, FIRST_PAYMENT_NOTICE_DAYS) : today;
    if (compareDates(instalment.dueDate, earliest) < 0) {
      const detail = `${instalment.scheduledPaymentId} is due on ${earliest} at the earliest.`;
      return refuse('due_date_too_early', detail, 'dueDate');
    }
  }
  return null;
}

/** The last unsent instalment whose amount nobody named takes what the changes leave over. */
function moveDifference(
  changed: readonly Instalment[],
  order: PlacedSalesOrder,
  attempts: AttemptOutcomes,
  named: ReadonlySet<string>,
): readonly Instalment[] | Refusal {
  const difference = sum(order.lines.map(({ amount }) => amount)) - sum(changed.map(({ amount }) => amount));
  if (difference === 0) return changed;
  const free = changed.filter((one) => isUnsent(one, attempts) && !named.has(one.scheduledPaymentId));
  const last = inDueOrder(free).at(-1);
  if (last === undefined || last.amount + difference <= 0) {
    return refuse('plan_does_not_add_up', 'No other unsent instalment can take the difference.', 'amount');
  }
  return changed.map((one) => (one === last ? { ...one, amount: one.amount + difference } : one));
}

/** Shares that are sent or cancelled stay; the unsent ones are walked anew, unless neither an amount nor a due date moved. */
function shareAnew(
  changed: readonly Instalment[],
  order: PlacedSalesOrder,
  attempts: AttemptOutcomes,
): readonly Instalment[] {
  const samePlan = changed.every(({ scheduledPaymentId, amount, dueDate }) => {
    const before = findInstalment(order.instalments, scheduledPaymentId);
    return before?.amount === amount && before.dueDate === dueDate;
  });
  if (samePlan) return changed;
  const unsent = changed.filter((one) => isUnsent(one, attempts));
  const fixed = changed.filter((one) => !isUnsent(one, attempts)).flatMap(({ shares }) => shares);
  const shares = shareInstalments(order.lines, unsent, fixed);
  return changed.map((one) => ({ ...one, shares: shares[unsent.indexOf(one)] ?? one.shares }));
}

function inDueOrder(instalments: readonly Instalment[]): readonly Instalment[] {
  return [...instalments].sort((a, b) => compareDates(a.dueDate, b.dueDate));
}

function asPlanned({ scheduledPaymentId, dueDate, amount, shares, mandateId }: Instalment): PlannedInstalment {
  return { scheduledPaymentId, dueDate, amount, shares, mandateId };
}

function applied(instalment: Instalment, change: InstalmentChange | undefined): Instalment {
  if (change === undefined) return instalment;
  const { dueDate = instalment.dueDate, amount = instalment.amount, mandateId = instalment.mandateId } = change;
  return { ...instalment, dueDate, amount, mandateId };
}

function differs(a: Instalment, b: Instalment | undefined): boolean {
  return (
    a.dueDate !== b?.dueDate ||
    a.amount !== b.amount ||
    a.mandateId !== b.mandateId ||
    a.shares.some(({ amount, tax }, line) => amount !== b.shares[line]?.amount || tax !== b.shares[line].tax)
  );
}
