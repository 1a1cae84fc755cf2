import { settlesDirectly } from '../payments/payment-balance';
import { dateOf, instantAt } from '../calendar/local-date';
import { ApiFailure, invalidApiUsage, invalidState } from '../api-errors/api-failure';
import { type Metadata, type Refund } from '../resources/shapes';
import { nextWorkingDayAt } from '../schemes/payment-schedule';
import { HOURS, SCHEMES } from '../schemes/scheme-facts';
import { type MandateRecord, type Organisation, type PaymentRecord, type RefundRecord } from '../state/organisation';
import { type World } from '../state/world';
import { tellRefund } from './move-refund';

export interface RefundWish {
  readonly amount: number;
  readonly reference: string | null;
  readonly metadata: Metadata;
}

const MAX_REFUNDS = 5;
const SAFE_DAYS = 7;

/** Refunds a payment that was collected; guarded against two writers by the confirmed total. */
export function refundPayment(
  world: World,
  organisation: Organisation,
  payment: PaymentRecord,
  wish: RefundWish,
  totalConfirmed: number | null,
): RefundRecord {
  checkPermitted(organisation, payment.resource.links.creditor);
  if (settlesDirectly(organisation, payment)) {
    throw invalidState('refund_is_unreachable', 'The money of this payment never was with GoCardless');
  }
  checkState(world, organisation, payment);
  const total = payment.resource.amount_refunded + wish.amount;
  if (totalConfirmed !== null && totalConfirmed !== total) {
    throw invalidState('total_amount_confirmation_invalid', 'The confirmed total does not match the refunds so far');
  }
  if (total > payment.resource.amount) {
    throw invalidState('refund_is_unreachable', 'The refunds would be more than the payment');
  }
  checkBalance(organisation, payment.resource.links.creditor, payment.resource.currency, wish.amount);
  payment.resource = { ...payment.resource, amount_refunded: total };
  const { creditor } = payment.resource.links;
  const links = { payment: payment.resource.id };
  return addRefund(world, organisation, wish, { creditor, currency: payment.resource.currency, links });
}

/** Refunds a payer without naming a payment; the money goes to the mandate's bank account. */
export function refundMandate(
  world: World,
  organisation: Organisation,
  mandate: MandateRecord,
  wish: RefundWish,
): RefundRecord {
  const { creditor } = mandate.resource.links;
  const { currency } = SCHEMES[mandate.resource.scheme];
  checkPermitted(organisation, creditor);
  checkBalance(organisation, creditor, currency, wish.amount);
  return addRefund(world, organisation, wish, { creditor, currency, links: { mandate: mandate.resource.id } });
}

function checkPermitted(organisation: Organisation, creditor: string): void {
  if (organisation.creditors.get(creditor)?.resource.can_create_refunds === true) return;
  throw invalidApiUsage(403, 'feature_disabled', 'Refunds are not enabled for this account');
}

function checkState(world: World, organisation: Organisation, { resource }: PaymentRecord): void {
  if (resource.status !== 'confirmed' && resource.status !== 'paid_out') {
    throw invalidState('refund_payment_invalid_state', `A payment that is ${resource.status} can not be refunded`);
  }
  const safeFrom = instantAt(resource.charge_date, '00:00') + SAFE_DAYS * 86_400_000;
  if (world.clock.now() < safeFrom) {
    throw new ApiFailure(422, 'validation_failed', 'Validation failed', [
      {
        field: 'payment',
        message: `can not be refunded before ${dateOf(safeFrom)}, ${SAFE_DAYS} days after its charge date`,
        request_pointer: '/refunds/links/payment',
      },
    ]);
  }
  let refunds = 0;
  for (const refund of organisation.refunds.oldestFirst()) {
    if (refund.resource.links.payment === resource.id) refunds += 1;
  }
  if (refunds >= MAX_REFUNDS) {
    throw invalidState('number_of_refunds_exceeded', `A payment can be refunded ${MAX_REFUNDS} times at most`);
  }
}

function checkBalance(organisation: Organisation, creditor: string, currency: string, amount: number): void {
  let tenths = 0;
  for (const entry of organisation.balance) {
    if (entry.creditor === creditor && entry.currency === currency) tenths += entry.tenths;
  }
  if (tenths < amount * 10) {
    throw invalidState('available_refund_amount_insufficient', 'The balance holds too little for this refund');
  }
}

function addRefund(
  world: World,
  organisation: Organisation,
  wish: RefundWish,
  whose: { creditor: string; currency: string; links: Refund['links'] },
): RefundRecord {
  const id = world.ids.next('RF');
  const record: RefundRecord = {
    resource: {
      id,
      created_at: world.clock.stamp(),
      amount: wish.amount,
      currency: whose.currency,
      reference: wish.reference,
      status: 'pending_submission',
      fx: { fx_currency: whose.currency, fx_amount: null, exchange_rate: null, estimated_exchange_rate: null },
      metadata: wish.metadata,
      links: whose.links,
    },
    settled: false,
    currency: whose.currency,
    creditor: whose.creditor,
  };
  organisation.refunds.add(record);
  organisation.balance.add({
    type: whose.links.payment === undefined ? 'refund' : 'payment_refunded',
    tenths: -wish.amount * 10,
    currency: whose.currency,
    creditor: whose.creditor,
    links: { ...whose.links, refund: id },
    availableFrom: world.clock.now(),
  });
  const cause = whose.links.payment === undefined ? 'refund_created' : 'payment_refunded';
  tellRefund(world, organisation, record, 'created', { details: { origin: 'api', cause }, metadata: wish.metadata });
  const at = (hour: string) => nextWorkingDayAt(world.clock.now(), hour, world.calendar);
  const task = { organisation: organisation.id, refund: id } as const;
  world.agenda.add(at(HOURS.submission), { kind: 'submit_refund', ...task });
  world.agenda.add(at(HOURS.confirmation), { kind: 'pay_refund', ...task });
  return record;
}
