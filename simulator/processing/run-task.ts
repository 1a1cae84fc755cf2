import { addDays, addMonths, instantAt } from '../calendar/local-date';
import { isWorkingDay } from '../calendar/working-days';
import { bankDetails } from '../events/event-catalogue';
import { moveMandate } from '../mandates/move-mandate';
import { transferMandate } from '../mandates/transfer-mandate';
import {
  activateMandate,
  chargePayment,
  confirmPayment,
  failPayment,
  losePayment,
  submitPayment,
} from '../payments/collect-payment';
import { retryAutomatically } from '../payments/retry-payment';
import { settlesDirectly } from '../payments/payment-balance';
import { confirmRates, runPayouts } from '../payouts/run-payouts';
import { runSubscription } from '../subscriptions/run-subscription';
import { moveRefund } from '../refunds/move-refund';
import { nextWorkingDayAt } from '../schemes/payment-schedule';
import { HOURS, SCHEMES } from '../schemes/scheme-facts';
import { type MandateRecord, type Organisation, type PaymentRecord } from '../state/organisation';
import { type World } from '../state/world';
import { type MandateTaskKind, type PaymentTaskKind, type Task } from './task';

/**
 * Does what the agenda says, if it is still to be done: a task whose resource has moved on meanwhile, or was given
 * another date, means nothing any more.
 */
export function runTask(world: World, at: number, task: Task): void {
  if (task.kind === 'payouts') {
    runDailyPayouts(world, task.date);
    return;
  }
  const organisation = world.organisations.get(task.organisation);
  if (organisation === undefined) return;
  if ('mandate' in task) {
    const record = organisation.mandates.get(task.mandate);
    if (record) runMandateTask(world, organisation, record, task.kind, at);
    return;
  }
  if ('payment' in task) {
    const record = organisation.payments.get(task.payment);
    if (record) runPaymentTask(world, organisation, record, task.kind, at);
    return;
  }
  if ('payout' in task) {
    const record = organisation.payouts.get(task.payout);
    if (record) confirmRates(world, organisation, record);
    return;
  }
  if ('subscription' in task) {
    const record = organisation.subscriptions.get(task.subscription);
    if (record) runSubscription(world, organisation, record);
    return;
  }
  const refund = organisation.refunds.get(task.refund);
  if (refund === undefined) return;
  if (task.kind === 'submit_refund' && refund.resource.status === 'pending_submission') {
    moveRefund(world, organisation, refund, 'submitted');
  }
  if (task.kind === 'pay_refund' && refund.resource.status === 'submitted') {
    moveRefund(world, organisation, refund, 'paid');
  }
}

function runDailyPayouts(world: World, date: string): void {
  if (isWorkingDay(date, world.calendar)) {
    for (const organisation of world.organisations.values()) runPayouts(world, organisation);
  }
  planPayoutRun(world, addDays(date, 1));
}

/** Puts the payout run of a day on the agenda; each run plans the next. */
export function planPayoutRun(world: World, date: string): void {
  world.agenda.add(instantAt(date, HOURS.payouts), { kind: 'payouts', date });
}

function runMandateTask(
  world: World,
  organisation: Organisation,
  record: MandateRecord,
  kind: MandateTaskKind,
  at: number,
): void {
  const { status, scheme, id } = record.resource;
  switch (kind) {
    case 'submit_mandate':
      if (status !== 'pending_submission' || record.way?.submitAt !== at) return;
      moveMandate(world, organisation, record, 'submitted', {
        details: { origin: 'gocardless', cause: 'mandate_submitted' },
      });
      return;
    case 'activate_mandate':
      if (status !== 'submitted' || record.way?.activateAt !== at) return;
      if (record.steering === 'invalid') {
        moveMandate(world, organisation, record, 'failed', { details: bankDetails('mandates', 'failed', scheme, {}) });
        return;
      }
      activateMandate(world, organisation, record);
      return;
    case 'reinstate_mandate':
      reinstate(world, organisation, record);
      return;
    case 'expire_steered_mandate':
      if (status === 'active') expire(world, organisation, record);
      return;
    case 'transfer_steered_mandate':
      if (status === 'active') transferMandate(world, organisation, record, {});
      return;
    case 'expire_dormant_mandate': {
      const months = SCHEMES[scheme].dormancyMonths;
      if (status !== 'active' || months === null) return;
      const end = instantAt(addMonths(record.lastUsed, months), HOURS.mandates);
      if (end <= at) expire(world, organisation, record);
      else world.agenda.add(end, { kind, organisation: organisation.id, mandate: id });
      return;
    }
    default:
      kind satisfies never;
  }
}

function expire(world: World, organisation: Organisation, record: MandateRecord): void {
  moveMandate(world, organisation, record, 'expired', { details: { origin: 'gocardless', cause: 'mandate_expired' } });
}

/** Two working days after it was asked for: sent to the bank on the first, in force again on the second. */
function reinstate(world: World, organisation: Organisation, record: MandateRecord): void {
  if (record.resource.status === 'pending_submission') {
    moveMandate(world, organisation, record, 'submitted', {
      details: { origin: 'gocardless', cause: 'mandate_submitted' },
    });
    const at = nextWorkingDayAt(world.clock.now(), HOURS.mandates, world.calendar);
    const task = { organisation: organisation.id, mandate: record.resource.id } as const;
    world.agenda.add(at, { kind: 'reinstate_mandate', ...task });
    return;
  }
  if (record.resource.status !== 'submitted') return;
  if (record.steering === 'invalid') {
    const details = bankDetails('mandates', 'failed', record.resource.scheme, {});
    moveMandate(world, organisation, record, 'failed', { details });
    return;
  }
  moveMandate(world, organisation, record, 'reinstated', {
    details: { origin: 'gocardless', cause: 'mandate_reinstated' },
  });
}

function runPaymentTask(
  world: World,
  organisation: Organisation,
  record: PaymentRecord,
  kind: PaymentTaskKind,
  at: number,
): void {
  const { status } = record.resource;
  switch (kind) {
    case 'submit_payment':
      if (status === 'pending_submission' && record.schedule.submitAt === at)
        submitPayment(world, organisation, record);
      return;
    case 'charge_payment':
      if (status === 'submitted') chargePayment(world, organisation, record);
      return;
    case 'confirm_payment':
      if (status !== 'submitted' || record.schedule.confirmAt !== at) return;
      if (record.plan.outcome === 'failed') {
        failPayment(world, organisation, record, record.plan.reason, record.plan.willAttemptRetry);
      } else {
        confirmPayment(world, organisation, record);
      }
      return;
    case 'lose_payment':
      // What settles directly is never paid out here: it is lost from where it ends.
      if (status === (settlesDirectly(organisation, record) ? 'confirmed' : 'paid_out'))
        losePayment(world, organisation, record);
      return;
    case 'resubmit_payment':
      if (status === 'failed') retryAutomatically(world, organisation, record);
      return;
    default:
      kind satisfies never;
  }
}
