import { INSTALMENT_SCHEDULE_TRANSITIONS } from '../machines/instalment-schedule';
import { isMandateAction, nextMandateStatus, MANDATE_TRANSITIONS } from '../machines/mandate';
import { isPaymentAction, PAYMENT_TRANSITIONS, nextPaymentStatus } from '../machines/payment';
import { type RefundStatus } from '../machines/refund';
import { SUBSCRIPTION_TRANSITIONS } from '../machines/subscription';
import { type EventResource, type Links, type Metadata } from '../resources/shapes';
import { type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { eventActions } from './event-catalogue';
import { recordEvent } from './record-event';

export interface ForcedEvent {
  readonly resourceType: string;
  readonly action: string;
  readonly links: Links;
  readonly origin: string | null;
  readonly cause: string | null;
  readonly scheme: string | null;
  readonly reasonCode: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly metadata: Metadata;
  /** Null = what the named resource carries. */
  readonly resourceMetadata: Metadata | null;
  readonly changeStatus: boolean;
}

/**
 * Tells any event, also one that no machine allows or that nobody has heard of. The status of a named payment, mandate,
 * refund or payout follows where the action is known to lead to one; balances are left alone.
 */
export function forceEvent(world: World, organisation: Organisation, forced: ForcedEvent): EventResource {
  const documented = eventActions(forced.resourceType, forced.action).find(
    (row) =>
      (forced.origin === null || row.origin === forced.origin) &&
      (forced.cause === null || row.cause === forced.cause) &&
      (forced.scheme === null || row.scheme === forced.scheme),
  );
  const scheme = forced.scheme ?? documented?.scheme ?? null;
  const reasonCode = forced.reasonCode ?? documented?.reason_codes[0] ?? null;
  if (forced.changeStatus) followStatus(organisation, forced);
  return recordEvent(world, organisation, {
    resourceType: forced.resourceType,
    action: forced.action,
    links: forced.links,
    details: {
      origin: forced.origin ?? documented?.origin ?? 'gocardless',
      cause: forced.cause ?? documented?.cause ?? forced.action,
      ...(scheme !== null && { scheme }),
      ...(reasonCode !== null && { reason_code: reasonCode }),
      ...forced.details,
    },
    metadata: forced.metadata,
    resourceMetadata: forced.resourceMetadata ?? metadataOf(organisation, forced.links),
  });
}

function metadataOf(
  { refunds, payments, payouts, mandates, subscriptions, instalmentSchedules }: Organisation,
  links: Links,
): Metadata {
  const record =
    refunds.get(links['refund'] ?? '') ??
    subscriptions.get(links['subscription'] ?? '') ??
    instalmentSchedules.get(links['instalment_schedule'] ?? '') ??
    payments.get(links['payment'] ?? '') ??
    payouts.get(links['payout'] ?? '') ??
    mandates.get(links['mandate'] ?? '');
  return record?.resource.metadata ?? {};
}

const REFUND_STATUSES: Readonly<Record<string, RefundStatus>> = {
  paid: 'paid',
  failed: 'bounced',
  funds_returned: 'funds_returned',
};

function followStatus(organisation: Organisation, { resourceType, action, links }: ForcedEvent): void {
  const payment = organisation.payments.get(links['payment'] ?? '');
  if (resourceType === 'payments' && payment !== undefined && isPaymentAction(action)) {
    const usual = PAYMENT_TRANSITIONS.find(([, moved]) => moved === action)?.[2];
    const status = nextPaymentStatus(payment.resource.status, action) ?? usual;
    if (status !== undefined) payment.resource = { ...payment.resource, status };
  }
  const mandate = organisation.mandates.get(links['mandate'] ?? '');
  if (resourceType === 'mandates' && mandate !== undefined && isMandateAction(action)) {
    const usual = MANDATE_TRANSITIONS.find(([, moved]) => moved === action)?.[2];
    const status = nextMandateStatus(mandate.resource.status, action) ?? usual;
    const successor = links['new_mandate'];
    const after = { ...mandate.resource.links, ...(successor !== undefined && { new_mandate: successor }) };
    if (status !== undefined) mandate.resource = { ...mandate.resource, status, links: after };
  }
  const refund = organisation.refunds.get(links['refund'] ?? '');
  const refundStatus = REFUND_STATUSES[action];
  if (resourceType === 'refunds' && refund !== undefined && refundStatus !== undefined) {
    refund.resource = { ...refund.resource, status: refundStatus };
  }
  followPlanStatus(organisation, resourceType, action, links);
  const payout = organisation.payouts.get(links['payout'] ?? '');
  if (payout !== undefined && (action === 'bounced_payout' || (resourceType === 'payouts' && action === 'paid'))) {
    payout.resource = { ...payout.resource, status: action === 'paid' ? 'paid' : 'bounced' };
  }
}

function followPlanStatus(organisation: Organisation, resourceType: string, action: string, links: Links): void {
  const subscription = organisation.subscriptions.get(links['subscription'] ?? '');
  const subscriptionStatus = SUBSCRIPTION_TRANSITIONS.find(([, moved]) => moved === action)?.[2];
  if (resourceType === 'subscriptions' && subscription !== undefined && subscriptionStatus !== undefined) {
    subscription.resource = { ...subscription.resource, status: subscriptionStatus };
  }
  const schedule = organisation.instalmentSchedules.get(links['instalment_schedule'] ?? '');
  const scheduleStatus = INSTALMENT_SCHEDULE_TRANSITIONS.find(([, moved]) => moved === action)?.[2];
  if (resourceType === 'instalment_schedules' && schedule !== undefined && scheduleStatus !== undefined) {
    schedule.resource = { ...schedule.resource, status: scheduleStatus };
  }
}
