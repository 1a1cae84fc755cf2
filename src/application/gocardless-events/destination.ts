import { planActionOf } from '../../domain/gocardless-plans/gocardless-facts';
import { resourceIdOf, resourcePlace } from '../../domain/gocardless-resources/gocardless-facts';
import { isMandateEvent } from '../../domain/mandates/gocardless-facts';
import { paymentFactFrom } from '../../domain/payments/gocardless-facts';
import { isPayoutEvent } from '../../domain/payouts/gocardless-facts';
import { isRefundEvent } from '../../domain/refunds/gocardless-facts';
import { isGoCardlessId } from '../../domain/shared/identity';
import { type GoCardlessEvent } from '../../domain/shared/gocardless-event';
import { type GoCardlessEventIgnored } from '../../domain/deliveries/events';

/** Where a GoCardless event goes. */
export type Destination =
  | { readonly kind: 'payment'; readonly gocardlessPaymentId: string }
  | { readonly kind: 'mandate'; readonly mandateId: string }
  | { readonly kind: 'payout'; readonly payoutId: string }
  | { readonly kind: 'refund'; readonly refundId: string }
  | { readonly kind: 'plan'; readonly planId: string }
  /** The account as a whole: its connection. `creditorId`: whom of the account it concerns, if it is one. */
  | { readonly kind: 'account'; readonly creditorId: string | null }
  | { readonly kind: 'resource'; readonly resourceId: string }
  | { readonly kind: 'nowhere'; readonly reason: GoCardlessEventIgnored['data']['reason'] };

/** GoCardless adds actions and resource types without notice: what is not known here goes nowhere, and is no error. */
export function destinationOf(event: GoCardlessEvent): Destination {
  switch (event.resourceType) {
    case 'payments':
      return place(event, 'payment', paymentFactFrom(event) !== null, (id) => ({
        kind: 'payment',
        gocardlessPaymentId: id,
      }));
    case 'mandates':
      return place(event, 'mandate', isMandateEvent(event), (id) => ({ kind: 'mandate', mandateId: id }));
    case 'refunds':
      return place(event, 'refund', isRefundEvent(event), (id) => ({ kind: 'refund', refundId: id }));
    case 'subscriptions':
      return place(event, 'subscription', planActionOf(event) !== null, (id) => ({ kind: 'plan', planId: id }));
    case 'instalment_schedules':
      return place(event, 'instalment_schedule', planActionOf(event) !== null, (id) => ({ kind: 'plan', planId: id }));
    case 'payouts':
      return place(event, 'payout', isPayoutEvent(event), (id) => ({ kind: 'payout', payoutId: id }));
    default:
      // A bounced payout is reported as an event of the creditor.
      return isPayoutEvent(event)
        ? place(event, 'payout', true, (id) => ({ kind: 'payout', payoutId: id }))
        : resourceDestination(event);
  }
}

/** What is known and changes nothing here: steps on the way to an end that is told too, and what concerns no books. */
const CHANGES_NOTHING: Readonly<Record<string, readonly string[]>> = {
  billing_requests: [
    'bank_authorisation_authorised',
    'bank_authorisation_denied',
    'bank_authorisation_expired',
    'bank_authorisation_failed',
    'bank_authorisation_visited',
    'choose_currency',
    'collect_amount',
    'collect_bank_account',
    'collect_customer_details',
    'created',
    'flow_created',
    'flow_exited',
    'flow_visited',
    'payer_details_confirmed',
    'payer_geo_blocked',
    'select_institution',
  ],
  exports: ['started', 'completed', 'failed'],
  // A transaction of the account that GoCardless keeps for its owner: no payment of a payer, and in no payout.
  payment_account_transactions: ['created'],
  // Listed by GoCardless, and nowhere explained.
  payments: ['sds_settlement_delayed'],
};
const KNOWN_TYPES: readonly string[] = ['creditors', 'customers', 'organisations', 'outbound_payments'].concat(
  'payer_authorisations',
  'scheme_identifiers',
  Object.keys(CHANGES_NOTHING),
);

function resourceDestination(event: GoCardlessEvent): Destination {
  const on = resourcePlace(event);
  if (on === 'connection') return { kind: 'account', creditorId: event.links['creditor'] ?? null };
  if (on === 'itself') {
    const resourceId = resourceIdOf(event);
    return resourceId === null ? { kind: 'nowhere', reason: 'no_resource_id' } : { kind: 'resource', resourceId };
  }
  return unplaced(event);
}

function unplaced({ resourceType, action }: GoCardlessEvent): Destination {
  if (CHANGES_NOTHING[resourceType]?.includes(action) === true) return { kind: 'nowhere', reason: 'changes_nothing' };
  const isKnown = KNOWN_TYPES.includes(resourceType) || PLACED_TYPES.includes(resourceType);
  return { kind: 'nowhere', reason: isKnown ? 'unknown_action' : 'unknown_resource_type' };
}

const PLACED_TYPES: readonly string[] = ['payments', 'mandates', 'refunds', 'payouts'].concat(
  'subscriptions',
  'instalment_schedules',
);

function place(
  event: GoCardlessEvent,
  link: string,
  known: boolean,
  destination: (id: string) => Destination,
): Destination {
  if (!known) return unplaced(event);
  const id = event.links[link];
  return id !== undefined && isGoCardlessId(id) ? destination(id) : { kind: 'nowhere', reason: 'no_resource_id' };
}
