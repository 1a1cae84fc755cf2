import { addMonths, instantAt } from '../calendar/local-date';
import { HOURS, SCHEMES } from '../schemes/scheme-facts';
import { invalidState } from '../api-errors/api-failure';
import { bankDetails } from '../events/event-catalogue';
import { recordEvent } from '../events/record-event';
import { isLiveMandateStatus, type MandateAction, nextMandateStatus } from '../machines/mandate';
import { movePayment } from '../payments/move-payment';
import { type EventResource, type Links, type Mandate, type Metadata } from '../resources/shapes';
import { firstChargeDate } from '../schemes/payment-schedule';
import { type MandateRecord, type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { endPlans } from './end-plans';

export interface MandateMove {
  readonly details: { readonly origin: string; readonly cause: string } & Readonly<Record<string, unknown>>;
  readonly links?: Links;
  readonly metadata?: Metadata;
}

const ENDS: readonly MandateAction[] = ['cancelled', 'failed', 'expired', 'blocked'];
const PLAN_ENDS: readonly MandateAction[] = [...ENDS, 'consumed', 'suspended_by_payer'];

/** Moves a mandate along its machine and tells it; an end takes the payments with it that are not yet sent. */
export function moveMandate(
  world: World,
  organisation: Organisation,
  record: MandateRecord,
  action: MandateAction,
  move: MandateMove,
): EventResource {
  const next = nextMandateStatus(record.resource.status, action);
  if (next === undefined) {
    throw invalidState('impossible_transition', `A mandate that is ${record.resource.status} can not become ${action}`);
  }
  record.resource = { ...record.resource, status: next };
  // What was planned for the way to the bank must not touch a mandate that went another way.
  if (next !== 'pending_submission' && next !== 'submitted') record.way = null;
  const event = recordEvent(world, organisation, {
    resourceType: 'mandates',
    action,
    links: { mandate: record.resource.id, ...move.links },
    details: move.details,
    ...(move.metadata && { metadata: move.metadata }),
    resourceMetadata: record.resource.metadata,
  });
  if (action === 'active' || action === 'reinstated') watchDormancy(world, organisation, record);
  if (ENDS.includes(action)) cancelWaitingPayments(world, organisation, record, event);
  if (PLAN_ENDS.includes(action)) endPlans(world, organisation, record, action, event);
  return event;
}

/** From now on disuse counts: the scheme's months without a collection end the mandate. */
function watchDormancy(world: World, organisation: Organisation, record: MandateRecord): void {
  const months = SCHEMES[record.resource.scheme].dormancyMonths;
  if (months === null) return;
  record.lastUsed = world.clock.today();
  const end = instantAt(addMonths(record.lastUsed, months), HOURS.mandates);
  const task = { organisation: organisation.id, mandate: record.resource.id } as const;
  world.agenda.add(end, { kind: 'expire_dormant_mandate', ...task });
}

function cancelWaitingPayments(
  world: World,
  organisation: Organisation,
  mandate: MandateRecord,
  parent: EventResource,
) {
  for (const id of organisation.paymentsOfMandate.get(mandate.resource.id) ?? []) {
    const payment = organisation.payments.get(id);
    if (payment === undefined) continue;
    if (payment.resource.status !== 'pending_submission' && payment.resource.status !== 'pending_customer_approval')
      continue;
    movePayment(world, organisation, payment, 'cancelled', {
      details: cascadeDetails(mandate.resource, parent),
      links: { parent_event: parent.id },
    });
  }
}

/** The same story as the parent's, in the words that the payments' catalogue has for it. */
function cascadeDetails(mandate: Mandate, parent: EventResource) {
  const origin = String(parent.details['origin']);
  const cause = String(parent.details['cause']);
  if (origin === 'bank') return bankDetails('payments', 'cancelled', mandate.scheme, { cause });
  if (origin === 'gocardless') {
    return { origin, cause: cause === 'mandate_expired' ? cause : 'mandate_cancelled' };
  }
  return { origin: 'api', cause: cause === 'bank_account_closed' ? cause : 'mandate_cancelled' };
}

/** The mandate as it reads now: the possible charge date moves with the calendar. */
export function readMandate(world: World, record: MandateRecord): Mandate {
  const { resource } = record;
  const chargeable = isLiveMandateStatus(resource.status) && resource.status !== 'suspended_by_payer';
  const date = chargeable
    ? firstChargeDate(resource.scheme, world.clock.now(), resource.status === 'active', world.calendar)
    : null;
  return {
    ...resource,
    next_possible_charge_date: date,
    ...(resource.scheme === 'ach' && { next_possible_standard_ach_charge_date: date }),
  };
}

/** The mandate at the end of the chain of replacements. */
export function effectiveMandate(organisation: Organisation, id: string): MandateRecord | undefined {
  let record = organisation.mandates.get(id);
  while (record?.resource.links.new_mandate !== undefined) {
    record = organisation.mandates.get(record.resource.links.new_mandate);
  }
  return record;
}
