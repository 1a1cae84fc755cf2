import { invalidState } from '../api-errors/api-failure';
import { bankDetails } from '../events/event-catalogue';
import { bringToActive } from '../mandates/mandate-outcomes';
import { effectiveMandate } from '../mandates/move-mandate';
import { runPayouts } from '../payouts/run-payouts';
import { SCHEMES } from '../schemes/scheme-facts';
import { type BankReason, type Organisation, type PaymentRecord } from '../state/organisation';
import { type World } from '../state/world';
import {
  cancelChargeback,
  chargeBackPayment,
  chargePayment,
  confirmPayment,
  failPayment,
  submitPayment,
} from './collect-payment';
import { movePayment, tellPayment } from './move-payment';
import { creditPayment, settlesDirectly, withdrawCredit } from './payment-balance';
import { retryAutomatically } from './retry-payment';

export const PAYMENT_OUTCOMES = [
  'customer_approval_granted',
  'customer_approval_denied',
  'submitted',
  'confirmed',
  'paid_out',
  'failed',
  'late_failure',
  'late_failure_settled',
  'cancelled',
  'charged_back',
  'chargeback_settled',
  'chargeback_cancelled',
  'resubmission_requested',
  'surcharge_fee_debited',
] as const;

export type PaymentOutcome = (typeof PAYMENT_OUTCOMES)[number];

export interface OutcomeWish extends BankReason {
  readonly willAttemptRetry?: boolean;
  /** The loss comes before the payout, not after it. */
  readonly beforePayout?: boolean;
}

/** Makes an outcome happen now, going through the moves that must come before it. */
export function applyPaymentOutcome(
  world: World,
  organisation: Organisation,
  record: PaymentRecord,
  outcome: PaymentOutcome,
  wish: OutcomeWish,
): void {
  record.plan = { outcome: 'successful', reason: {} };
  const bring = (target: Station) => {
    bringTo(world, organisation, record, target);
  };
  const beforeLoss = wish.beforePayout === true ? 'confirmed' : 'paid_out';
  switch (outcome) {
    case 'customer_approval_granted':
    case 'customer_approval_denied':
      movePayment(world, organisation, record, outcome, { details: { origin: 'customer', cause: outcome } });
      return;
    case 'submitted':
    case 'confirmed':
    case 'paid_out':
      bring(outcome);
      return;
    case 'failed':
      bring('submitted');
      failPayment(world, organisation, record, wish, wish.willAttemptRetry);
      return;
    case 'late_failure':
    case 'late_failure_settled':
      refuseWithoutLateFailures(record);
      if (record.resource.status !== 'failed') {
        bring(beforeLoss);
        failPayment(world, organisation, record, wish, wish.willAttemptRetry);
      }
      if (outcome === 'late_failure_settled') runPayouts(world, organisation);
      return;
    case 'charged_back':
    case 'chargeback_settled':
      if (record.resource.status !== 'charged_back') {
        bring(beforeLoss);
        chargeBackPayment(world, organisation, record, wish);
      }
      if (outcome === 'chargeback_settled') runPayouts(world, organisation);
      return;
    case 'chargeback_cancelled':
      cancelChargeback(world, organisation, record, wish.origin ?? 'bank');
      return;
    case 'cancelled':
      cancel(world, organisation, record, wish);
      return;
    case 'resubmission_requested':
      retryAutomatically(world, organisation, record);
      return;
    case 'surcharge_fee_debited':
      tellPayment(world, organisation, record, outcome, { details: { origin: 'gocardless', cause: outcome } });
      return;
    default:
      outcome satisfies never;
  }
}

type Station = 'submitted' | 'confirmed' | 'paid_out';

const BEFORE: Readonly<Record<Station, readonly string[]>> = {
  submitted: ['pending_customer_approval', 'pending_submission'],
  confirmed: ['pending_customer_approval', 'pending_submission', 'submitted'],
  paid_out: ['pending_customer_approval', 'pending_submission', 'submitted', 'confirmed'],
};

/** Takes a payment forward to a station; one that is there or beyond stays where it is. */
export function bringTo(world: World, organisation: Organisation, record: PaymentRecord, target: Station): void {
  const isBefore = (station: Station) => BEFORE[station].includes(record.resource.status);
  if (!isBefore(target)) return;
  const mandate = effectiveMandate(organisation, record.resource.links.mandate);
  if (isBefore('submitted')) {
    const goesTogether = mandate && SCHEMES[mandate.resource.scheme].mandate.rule === 'with_first_payment';
    if (mandate !== undefined && goesTogether !== true) bringToActive(world, organisation, mandate);
    if (record.resource.status === 'pending_customer_approval') {
      const cause = 'customer_approval_granted';
      movePayment(world, organisation, record, cause, { details: { origin: 'customer', cause } });
    }
    submitPayment(world, organisation, record);
    if (isBefore('submitted')) {
      throw invalidState('mandate_is_inactive', 'The mandate of this payment can not be charged');
    }
  }
  if (target === 'submitted') return;
  if (isBefore('confirmed')) {
    chargePayment(world, organisation, record);
    if (record.resource.status === 'submitted') confirmPayment(world, organisation, record);
  }
  if (target === 'paid_out' && record.resource.status === 'confirmed') payOutNow(world, organisation, record);
}

function payOutNow(world: World, organisation: Organisation, record: PaymentRecord): void {
  if (settlesDirectly(organisation, record)) {
    throw invalidState('impossible_transition', 'What settles directly is never paid out by GoCardless');
  }
  withdrawCredit(organisation, record);
  creditPayment(organisation, record, world.clock.now());
  runPayouts(world, organisation);
  if (record.resource.status === 'confirmed') {
    throw invalidState('balance_not_positive', 'The payment stays confirmed: the balance allows no payout');
  }
}

function refuseWithoutLateFailures({ resource }: PaymentRecord): void {
  if (SCHEMES[resource.scheme].lateFailures) return;
  throw invalidState('impossible_transition', `Payments by ${resource.scheme} do not fail late`);
}

function cancel(world: World, organisation: Organisation, record: PaymentRecord, wish: OutcomeWish): void {
  const details =
    wish.origin === undefined || wish.origin === 'bank'
      ? bankDetails('payments', 'cancelled', record.resource.scheme, wish)
      : { origin: wish.origin, cause: wish.cause ?? 'payment_cancelled' };
  movePayment(world, organisation, record, 'cancelled', { details });
}
