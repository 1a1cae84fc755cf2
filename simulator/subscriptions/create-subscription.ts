import { invalidField, invalidState } from '../api-errors/api-failure';
import { instantAt, type LocalDate } from '../calendar/local-date';
import { isLiveMandateStatus } from '../machines/mandate';
import { type Metadata, type Subscription } from '../resources/shapes';
import { firstChargeDate, lastCreationDay } from '../schemes/payment-schedule';
import { HOURS, SCHEMES } from '../schemes/scheme-facts';
import { listUnder, type MandateRecord, type Organisation, type SubscriptionRecord } from '../state/organisation';
import { type World } from '../state/world';
import { addMonths } from '../calendar/local-date';
import { chargeDateOf, onDay } from './charge-dates';
import { tellSubscription } from './move-subscription';

export interface SubscriptionWish {
  readonly amount: number;
  readonly currency: string;
  readonly name: string | null;
  readonly startDate: LocalDate | null;
  readonly endDate: LocalDate | null;
  readonly interval: number;
  readonly intervalUnit: Subscription['interval_unit'];
  readonly dayOfMonth: number | null;
  readonly month: string | null;
  readonly count: number | null;
  readonly paymentReference: string | null;
  readonly retryIfPossible: boolean;
  readonly appFee: number | null;
  readonly metadata: Metadata;
}

/** Upcoming payments that the API shows at most. */
const MAX_UPCOMING = 10;

/** Makes a subscription, whose payments GoCardless creates by itself, each as late as its scheme allows. */
export function createSubscription(
  world: World,
  organisation: Organisation,
  mandate: MandateRecord,
  wish: SubscriptionWish,
): SubscriptionRecord {
  const { id: mandateId, status, scheme } = mandate.resource;
  if (!isLiveMandateStatus(status)) throw invalidState('mandate_is_inactive', 'The mandate is inactive');
  if (wish.currency !== SCHEMES[scheme].currency) {
    throw invalidField('subscriptions', 'currency', `must be ${SCHEMES[scheme].currency} for a ${scheme} mandate`);
  }
  const resource: Subscription = {
    id: world.ids.next('SB'),
    created_at: world.clock.stamp(),
    amount: wish.amount,
    currency: wish.currency,
    status: status === 'pending_customer_approval' ? 'pending_customer_approval' : 'active',
    name: wish.name,
    start_date: startOf(world, mandate, wish),
    end_date: wish.endDate,
    interval: wish.interval,
    interval_unit: wish.intervalUnit,
    day_of_month: wish.dayOfMonth,
    month: wish.month,
    count: wish.count,
    upcoming_payments: [],
    payment_reference: wish.paymentReference,
    app_fee: wish.appFee,
    retry_if_possible: wish.retryIfPossible,
    earliest_charge_date_after_resume: null,
    parent_plan_paused: false,
    metadata: wish.metadata,
    links: { mandate: mandateId },
  };
  const record: SubscriptionRecord = { resource, cycle: 0, cyclesPaused: null };
  organisation.subscriptions.add(record);
  listUnder(organisation.subscriptionsOfMandate, mandateId, resource.id);
  tellSubscription(world, organisation, record, 'created', {
    details: { origin: 'api', cause: 'subscription_created' },
    metadata: wish.metadata,
  });
  planNextCycle(world, organisation, record, mandate);
  return record;
}

/** The wished day; without one the first that the scheme allows, on the wished day of the month. */
function startOf(world: World, { resource }: MandateRecord, wish: SubscriptionWish): LocalDate {
  const first = firstChargeDate(resource.scheme, world.clock.now(), resource.status === 'active', world.calendar);
  if (wish.startDate !== null) {
    if (wish.startDate < first) {
      throw invalidField('subscriptions', 'start_date', "must be on or after mandate's next_possible_charge_date");
    }
    return wish.startDate;
  }
  if (wish.dayOfMonth === null) return first;
  const thisMonth = onDay(`${first.slice(0, 7)}-01`, wish.dayOfMonth);
  return thisMonth >= first ? thisMonth : onDay(addMonths(`${first.slice(0, 7)}-01`, 1), wish.dayOfMonth);
}

/** Puts the creation of the next payment on the agenda. */
export function planNextCycle(
  world: World,
  organisation: Organisation,
  { resource, cycle }: SubscriptionRecord,
  mandate: MandateRecord,
): void {
  const date = chargeDateOf(resource, cycle);
  const day = lastCreationDay(mandate.resource.scheme, date, mandate.resource.status === 'active', world.calendar);
  world.agenda.add(Math.max(world.clock.now(), instantAt(day, HOURS.mandates)), {
    kind: 'collect_subscription',
    organisation: organisation.id,
    subscription: resource.id,
  });
}

/** Whether there is a cycle with that number. */
export function hasCycle({ resource }: SubscriptionRecord, cycle: number): boolean {
  if (resource.count !== null && cycle >= resource.count) return false;
  return resource.end_date === null || chargeDateOf(resource, cycle) <= resource.end_date;
}

/** The subscription as the API shows it now. */
export function readSubscription(record: SubscriptionRecord): Subscription {
  const { resource, cycle } = record;
  const upcoming = [];
  const shows = resource.status === 'active' || resource.status === 'pending_customer_approval';
  for (let next = cycle; shows && upcoming.length < MAX_UPCOMING && hasCycle(record, next); next += 1) {
    upcoming.push({ charge_date: chargeDateOf(resource, next), amount: resource.amount });
  }
  return { ...resource, upcoming_payments: upcoming };
}
