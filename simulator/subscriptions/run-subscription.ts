import { isLiveMandateStatus } from '../machines/mandate';
import { createPayment } from '../payments/create-payment';
import { firstChargeDate, rollChargeDate } from '../schemes/payment-schedule';
import { effectiveMandate } from '../mandates/move-mandate';
import { type Organisation, type SubscriptionRecord } from '../state/organisation';
import { type World } from '../state/world';
import { chargeDateOf } from './charge-dates';
import { hasCycle, planNextCycle } from './create-subscription';
import { moveSubscription, tellSubscription } from './move-subscription';

const byGoCardless = (cause: string) => ({ details: { origin: 'gocardless', cause } });

/** A cycle has come: its payment is made, or left out while the subscription is paused; the last one finishes it. */
export function runSubscription(world: World, organisation: Organisation, record: SubscriptionRecord): void {
  const { status } = record.resource;
  const mandate = effectiveMandate(organisation, record.resource.links.mandate);
  if (mandate === undefined || !isLiveMandateStatus(mandate.resource.status)) return;
  if (status === 'active') collect(world, organisation, record);
  else if (status !== 'paused' && status !== 'pending_customer_approval') return;
  record.cycle += 1;
  if (status === 'paused') countPause(world, organisation, record);
  if (hasCycle(record, record.cycle)) planNextCycle(world, organisation, record, mandate);
  else if (status !== 'pending_customer_approval') {
    moveSubscription(world, organisation, record, 'finished', byGoCardless('subscription_finished'));
  }
}

function collect(world: World, organisation: Organisation, record: SubscriptionRecord): void {
  const { resource, cycle } = record;
  const mandate = effectiveMandate(organisation, resource.links.mandate);
  if (mandate === undefined) return;
  const { scheme, status } = mandate.resource;
  const wished = rollChargeDate(scheme, chargeDateOf(resource, cycle), world.calendar);
  const first = firstChargeDate(scheme, world.clock.now(), status === 'active', world.calendar);
  const payment = createPayment(world, organisation, mandate, {
    amount: resource.amount,
    currency: resource.currency,
    chargeDate: wished < first ? null : wished,
    description: resource.name,
    reference: resource.payment_reference,
    metadata: {},
    retryIfPossible: resource.retry_if_possible,
    ...(resource.app_fee !== null && { appFee: resource.app_fee }),
    madeBy: { subscription: resource.id },
  });
  const links = { payment: payment.resource.id };
  tellSubscription(world, organisation, record, 'payment_created', { ...byGoCardless('payment_created'), links });
}

/** A pause for so many cycles ends by itself. */
function countPause(world: World, organisation: Organisation, record: SubscriptionRecord): void {
  if (record.cyclesPaused === null) return;
  record.cyclesPaused -= 1;
  if (record.cyclesPaused > 0) return;
  record.cyclesPaused = null;
  moveSubscription(world, organisation, record, 'resumed', byGoCardless('subscription_resumed'));
}
