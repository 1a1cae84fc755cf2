import { bankDetails } from '../events/event-catalogue';
import { isLiveInstalmentSchedule, moveInstalmentSchedule } from '../instalment-schedules/move-instalment-schedule';
import { type MandateAction } from '../machines/mandate';
import { type EventResource } from '../resources/shapes';
import { listUnder, type MandateRecord, type Organisation } from '../state/organisation';
import { isLiveSubscription, moveSubscription } from '../subscriptions/move-subscription';
import { type World } from '../state/world';

/** Subscriptions and instalment schedules end with their mandate. */
export function endPlans(
  world: World,
  organisation: Organisation,
  { resource }: MandateRecord,
  action: MandateAction,
  parent: EventResource,
): void {
  const links = { parent_event: parent.id };
  for (const id of organisation.subscriptionsOfMandate.get(resource.id) ?? []) {
    const record = organisation.subscriptions.get(id);
    if (record === undefined || !isLiveSubscription(record)) continue;
    const details = subscriptionDetails(resource.scheme, parent);
    moveSubscription(world, organisation, record, 'cancelled', { details, links });
  }
  for (const id of organisation.instalmentSchedulesOfMandate.get(resource.id) ?? []) {
    const record = organisation.instalmentSchedules.get(id);
    if (record === undefined || !isLiveInstalmentSchedule(record)) continue;
    const details = { origin: 'gocardless', cause: SCHEDULE_CAUSES[action] ?? 'mandate_cancelled' };
    moveInstalmentSchedule(world, organisation, record, 'cancelled', { details, links });
  }
}

/** The same story as the parent's, in the words that the subscriptions' catalogue has for it. */
function subscriptionDetails(scheme: string, { details }: EventResource) {
  const origin = String(details['origin']);
  const cause = String(details['cause']);
  if (origin === 'bank' || origin === 'payer') return bankDetails('subscriptions', 'cancelled', scheme, { cause });
  if (origin === 'gocardless') {
    return { origin, cause: cause === 'mandate_expired' ? cause : 'mandate_cancelled' };
  }
  return { origin: 'api', cause: cause === 'bank_account_closed' ? cause : 'mandate_cancelled' };
}

const SCHEDULE_CAUSES: Readonly<Partial<Record<MandateAction, string>>> = {
  failed: 'mandate_failed',
  expired: 'mandate_expired',
  suspended_by_payer: 'mandate_suspended_by_payer',
};

/** Subscriptions and instalment schedules go on through the mandate that takes the place of theirs. */
export function movePlans(organisation: Organisation, from: MandateRecord, to: MandateRecord): void {
  const mandate = to.resource.id;
  for (const id of organisation.subscriptionsOfMandate.get(from.resource.id) ?? []) {
    const record = organisation.subscriptions.get(id);
    if (record === undefined || !isLiveSubscription(record)) continue;
    record.resource = { ...record.resource, links: { mandate } };
    listUnder(organisation.subscriptionsOfMandate, mandate, id);
  }
  for (const id of organisation.instalmentSchedulesOfMandate.get(from.resource.id) ?? []) {
    const record = organisation.instalmentSchedules.get(id);
    if (record === undefined || !isLiveInstalmentSchedule(record)) continue;
    record.resource = { ...record.resource, links: { ...record.resource.links, mandate } };
    listUnder(organisation.instalmentSchedulesOfMandate, mandate, id);
  }
}
