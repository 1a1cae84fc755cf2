import { invalidField, invalidState } from '../api-errors/api-failure';
import { type Metadata, type Payment } from '../resources/shapes';
import { firstChargeDate, rollChargeDate, schedulePayment } from '../schemes/payment-schedule';
import { instantAt } from '../calendar/local-date';
import { HOURS, SCHEMES, type SchemeName } from '../schemes/scheme-facts';
import {
  listUnder,
  type MandateRecord,
  type Organisation,
  type PaymentRecord,
  type PlannedOutcome,
} from '../state/organisation';
import { type World } from '../state/world';
import { tellPayment } from './move-payment';

export interface PaymentWish {
  readonly amount: number;
  readonly currency: string;
  readonly chargeDate: string | null;
  readonly description: string | null;
  readonly reference: string | null;
  readonly metadata: Metadata;
  readonly retryIfPossible: boolean;
  readonly fasterAch?: boolean;
  readonly appFee?: number;
  /** What collects by itself and asked for this payment. */
  readonly madeBy?: { readonly subscription: string } | { readonly instalment_schedule: string };
}

const STEERED: Readonly<Record<string, PlannedOutcome>> = {
  Penniless: 'failed',
  Fickle: 'charged_back',
  Late: 'late_failure',
};

/** Makes a payment against a mandate that may be charged, and puts its stations on the agenda. */
export function createPayment(
  world: World,
  organisation: Organisation,
  mandate: MandateRecord,
  wish: PaymentWish,
): PaymentRecord {
  const chargeDate = checkPayment(world, organisation, mandate, wish);
  const { scheme, status, links } = mandate.resource;
  const resource: Payment = {
    id: world.ids.next('PM'),
    created_at: world.clock.stamp(),
    charge_date: chargeDate,
    amount: wish.amount,
    amount_refunded: 0,
    currency: wish.currency,
    description: wish.description,
    reference: wish.reference,
    status: status === 'pending_customer_approval' ? 'pending_customer_approval' : 'pending_submission',
    scheme,
    retry_if_possible: wish.retryIfPossible,
    ...(scheme === 'ach' && { faster_ach: wish.fasterAch ?? false }),
    ...(wish.appFee !== undefined && { app_fee: wish.appFee }),
    fx: { fx_currency: wish.currency, fx_amount: null, exchange_rate: null, estimated_exchange_rate: null },
    metadata: wish.metadata,
    links: { mandate: mandate.resource.id, creditor: links.creditor, ...wish.madeBy },
  };
  const givenName = organisation.customers.get(links.customer)?.resource.given_name ?? '';
  const record: PaymentRecord = {
    resource,
    schedule: schedulePayment(scheme, chargeDate, world.clock.now(), world.calendar),
    plan: { outcome: STEERED[givenName] ?? 'successful', reason: {} },
    retries: 0,
    automaticRetries: 0,
    feeTenths: 0,
  };
  organisation.payments.add(record);
  listUnder(organisation.paymentsOfMandate, mandate.resource.id, resource.id);
  tellPayment(world, organisation, record, 'created', {
    details: creationDetails(wish),
    links: wish.madeBy ?? {},
    metadata: wish.metadata,
  });
  planPayment(world, organisation, record);
  return record;
}

function creationDetails({ madeBy }: PaymentWish) {
  if (madeBy === undefined) return { origin: 'api', cause: 'payment_created' };
  return 'subscription' in madeBy
    ? { origin: 'gocardless', cause: 'payment_created' }
    : { origin: 'api', cause: 'instalment_schedule_created' };
}

/** Refuses a payment that can not be; the answer is the day on which a good one is charged. */
export function checkPayment(
  world: World,
  organisation: Organisation,
  mandate: MandateRecord,
  wish: PaymentWish,
): string {
  checkMandate(mandate);
  checkWish(organisation, mandate, wish);
  return possibleChargeDate(world, mandate.resource.scheme, mandate.resource.status === 'active', wish.chargeDate);
}

/** Puts the stations of the payment's schedule on the agenda. */
export function planPayment(world: World, organisation: Organisation, record: PaymentRecord): void {
  const task = { organisation: organisation.id, payment: record.resource.id } as const;
  const { chargeDate, submitAt, confirmAt } = record.schedule;
  world.agenda.add(submitAt, { kind: 'submit_payment', ...task });
  world.agenda.add(instantAt(chargeDate, HOURS.mandates), { kind: 'charge_payment', ...task });
  world.agenda.add(confirmAt, { kind: 'confirm_payment', ...task });
}

/** The wished day rolled to one on which the scheme charges; refused when it is too early. */
export function possibleChargeDate(
  world: World,
  scheme: SchemeName,
  mandateIsActive: boolean,
  wished: string | null,
): string {
  const first = firstChargeDate(scheme, world.clock.now(), mandateIsActive, world.calendar);
  if (wished === null) return first;
  const rolled = rollChargeDate(scheme, wished, world.calendar);
  if (rolled < first) {
    throw invalidField('payments', 'charge_date', "must be on or after mandate's next_possible_charge_date");
  }
  return rolled;
}

function checkMandate({ resource }: MandateRecord): void {
  if (resource.links.new_mandate !== undefined) {
    throw invalidState('mandate_replaced', 'The mandate was replaced by another one', {
      new_mandate: resource.links.new_mandate,
    });
  }
  const chargeable = ['pending_customer_approval', 'pending_submission', 'submitted', 'active'];
  if (!chargeable.includes(resource.status)) {
    throw invalidState('mandate_is_inactive', 'The mandate for this payment is inactive');
  }
}

function checkWish(organisation: Organisation, mandate: MandateRecord, wish: PaymentWish): void {
  const facts = SCHEMES[mandate.resource.scheme];
  if (wish.currency !== facts.currency) {
    throw invalidField('payments', 'currency', `must be ${facts.currency} for a ${mandate.resource.scheme} mandate`);
  }
  if (wish.reference !== null && wish.reference.length > facts.referenceLength) {
    const rule = facts.referenceLength === 0 ? 'can not be set' : `is too long (maximum is ${facts.referenceLength})`;
    throw invalidField('payments', 'reference', `${rule} for ${mandate.resource.scheme}`);
  }
  if (wish.appFee !== undefined && wish.appFee > wish.amount) {
    throw invalidField('payments', 'app_fee', 'must not exceed the amount');
  }
  if (organisation.creditors.get(mandate.resource.links.creditor)?.enforceLimits !== true) return;
  const { minimum, maximum } = facts.limits;
  if (wish.amount < minimum) throw invalidField('payments', 'amount', `must be at least ${minimum}`);
  if (maximum !== null && wish.amount > maximum) {
    throw invalidField('payments', 'amount', `must be at most ${maximum}`);
  }
}
