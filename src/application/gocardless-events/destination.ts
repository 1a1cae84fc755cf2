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
    case 'payouts':
    case 'creditors': // a bounced payout is reported as an event of the creditor
      return place(event, 'payout', isPayoutEvent(event), (id) => ({ kind: 'payout', payoutId: id }));
    default:
      return { kind: 'nowhere', reason: 'unknown_resource_type' };
  }
}

function place(
  event: GoCardlessEvent,
  link: string,
  known: boolean,
  destination: (id: string) => Destination,
): Destination {
  if (!known) return { kind: 'nowhere', reason: 'unknown_action' };
  const id = event.links[link];
  return id !== undefined && isGoCardlessId(id) ? destination(id) : { kind: 'nowhere', reason: 'no_resource_id' };
}
