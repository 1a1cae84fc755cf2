import { addWorkingDays } from '../calendar/working-days';
import { bankDetails } from '../events/event-catalogue';
import { isLiveMandateStatus } from '../machines/mandate';
import { effectiveMandate, moveMandate } from '../mandates/move-mandate';
import { nextWorkingDayAt, schedulePayment } from '../schemes/payment-schedule';
import { HOURS, SCHEMES } from '../schemes/scheme-facts';
import { type BankReason, type MandateRecord, type Organisation, type PaymentRecord } from '../state/organisation';
import { type World } from '../state/world';
import { planPayment } from './create-payment';
import { movePayment } from './move-payment';
import { creditPayment, debitPayment, returnSurcharge, settlesDirectly, withdrawCredit } from './payment-balance';

const AUTOMATIC_RETRIES = 3;

/** Sends a payment to the bank; where the mandate waits for its first payment, the mandate goes with it. */
export function submitPayment(world: World, organisation: Organisation, record: PaymentRecord): void {
  const mandate = effectiveMandate(organisation, record.resource.links.mandate);
  if (mandate === undefined) return;
  const { status, scheme } = mandate.resource;
  const goesTogether = SCHEMES[scheme].mandate.rule === 'with_first_payment';
  if (goesTogether && status === 'pending_submission') {
    moveMandate(world, organisation, mandate, 'submitted', {
      details: { origin: 'gocardless', cause: 'mandate_submitted' },
    });
  }
  if (status === 'active' || (goesTogether && isLiveMandateStatus(status) && status !== 'suspended_by_payer')) {
    mandate.lastUsed = world.clock.today();
    movePayment(world, organisation, record, 'submitted', {
      details: { origin: 'gocardless', cause: 'payment_submitted' },
    });
    return;
  }
  if (isLiveMandateStatus(status)) postpone(world, organisation, record);
}

/** A mandate that is not ready yet makes its payments wait another working day. */
function postpone(world: World, organisation: Organisation, record: PaymentRecord): void {
  const chargeDate = addWorkingDays(record.schedule.chargeDate, 1, world.calendar);
  reschedule(world, organisation, record, chargeDate);
}

/** Gives the payment a new charge date with all that follows from it. */
export function reschedule(world: World, organisation: Organisation, record: PaymentRecord, chargeDate: string): void {
  record.schedule = schedulePayment(record.resource.scheme, chargeDate, world.clock.now() + 1, world.calendar);
  record.resource = { ...record.resource, charge_date: chargeDate };
  planPayment(world, organisation, record);
}

/** On the charge date a mandate that went out with its first payment becomes active, or turns out to be no good. */
export function chargePayment(world: World, organisation: Organisation, record: PaymentRecord): void {
  const mandate = effectiveMandate(organisation, record.resource.links.mandate);
  if (mandate?.resource.status !== 'submitted') return;
  if (SCHEMES[mandate.resource.scheme].mandate.rule !== 'with_first_payment') return;
  if (mandate.steering === 'invalid') {
    failPayment(world, organisation, record, { cause: 'invalid_bank_details' }, false);
    const details = bankDetails('mandates', 'failed', mandate.resource.scheme, {});
    moveMandate(world, organisation, mandate, 'failed', { details });
    return;
  }
  activateMandate(world, organisation, mandate);
}

/** The mandate becomes active, and what its payer's name asks for comes next. */
export function activateMandate(world: World, organisation: Organisation, mandate: MandateRecord): void {
  moveMandate(world, organisation, mandate, 'active', {
    details: { origin: 'gocardless', cause: 'mandate_activated' },
  });
  const task = { organisation: organisation.id, mandate: mandate.resource.id } as const;
  const at = nextWorkingDayAt(world.clock.now(), HOURS.mandates, world.calendar);
  if (mandate.steering === 'expired') world.agenda.add(at, { kind: 'expire_steered_mandate', ...task });
  if (mandate.steering === 'switching') world.agenda.add(at, { kind: 'transfer_steered_mandate', ...task });
}

/** The window of a normal refusal has passed: the money is on its way to the next payouts. */
export function confirmPayment(world: World, organisation: Organisation, record: PaymentRecord): void {
  movePayment(world, organisation, record, 'confirmed', {
    details: { origin: 'gocardless', cause: 'payment_confirmed' },
  });
  creditPayment(organisation, record, record.schedule.payableFrom);
  if (settlesDirectly(organisation, record) && plansLoss(record)) planLoss(world, organisation, record);
}

/** The payment is lost the working day after. */
export function planLoss(world: World, organisation: Organisation, { resource }: PaymentRecord): void {
  const at = nextWorkingDayAt(world.clock.now(), HOURS.losses, world.calendar);
  world.agenda.add(at, { kind: 'lose_payment', organisation: organisation.id, payment: resource.id });
}

/** The bank refuses: in time, late before the payout, or late after it. */
export function failPayment(
  world: World,
  organisation: Organisation,
  record: PaymentRecord,
  reason: BankReason,
  willAttemptRetry?: boolean,
): void {
  const { status, scheme, retry_if_possible: retryWanted } = record.resource;
  const mandate = effectiveMandate(organisation, record.resource.links.mandate);
  const mayRetry = retryWanted && record.automaticRetries < AUTOMATIC_RETRIES && mandate?.resource.status === 'active';
  const retries = willAttemptRetry ?? mayRetry;
  const outOfTime = !retries && retryWanted ? { not_retried_reason: 'other' } : {};
  movePayment(world, organisation, record, 'failed', {
    details: { ...bankDetails('payments', 'failed', scheme, reason), will_attempt_retry: retries, ...outOfTime },
  });
  if (status === 'confirmed') withdrawCredit(organisation, record);
  if (status === 'paid_out') debitPayment(organisation, record, 'payment_failed', world.clock.now());
  if (retries) {
    const at = nextWorkingDayAt(world.clock.now(), HOURS.mandates, world.calendar);
    const task = { organisation: organisation.id, payment: record.resource.id } as const;
    world.agenda.add(at, { kind: 'resubmit_payment', ...task });
  }
}

/** The payer takes the money back. */
export function chargeBackPayment(
  world: World,
  organisation: Organisation,
  record: PaymentRecord,
  reason: BankReason,
): void {
  const { status, scheme } = record.resource;
  movePayment(world, organisation, record, 'charged_back', {
    details: bankDetails('payments', 'charged_back', scheme, reason),
  });
  if (status === 'confirmed') withdrawCredit(organisation, record);
  if (status === 'paid_out') debitPayment(organisation, record, 'payment_charged_back', world.clock.now());
}

/** The bank takes the chargeback back: the payment counts as collected and is paid out again. */
export function cancelChargeback(
  world: World,
  organisation: Organisation,
  record: PaymentRecord,
  origin: string,
): void {
  movePayment(world, organisation, record, 'chargeback_cancelled', {
    details: { origin, cause: 'payment_confirmed' },
  });
  creditPayment(organisation, record, world.clock.now());
  if (record.resource.links.payout !== undefined) returnSurcharge(organisation, record, world.clock.now());
}

/** Loses a payment by its plan, the working day after it was paid out. */
export function losePayment(world: World, organisation: Organisation, record: PaymentRecord): void {
  const { outcome, reason, willAttemptRetry } = record.plan;
  record.plan = { outcome: 'successful', reason: {} };
  if (outcome === 'charged_back') chargeBackPayment(world, organisation, record, reason);
  if (outcome === 'late_failure') failPayment(world, organisation, record, reason, willAttemptRetry);
}

export function plansLoss(record: PaymentRecord): boolean {
  if (record.plan.outcome === 'charged_back') return true;
  return record.plan.outcome === 'late_failure' && SCHEMES[record.resource.scheme].lateFailures;
}
