import { reasonOf } from '../payments/gocardless-facts';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type GoCardlessPayoutFact, type PayoutDetails, type PayoutKey } from './events';

/**
 * What a GoCardless event about a payout means here, or null for one that means nothing. There is no bounce among the payouts' own
 * events: it is told of the creditor.
 *
 * @param details the payout as GoCardless describes it, read after the event
 */
export function payoutFactFrom(
  event: GoCardlessEvent,
  { connectionId, payoutId }: PayoutKey,
  details: PayoutDetails,
): GoCardlessPayoutFact | null {
  const data = { connectionId, payoutId, ...reasonOf(event) };
  switch (`${event.resourceType}.${event.action}`) {
    case 'payouts.paid':
      return { type: 'PayoutPaid', data: { ...data, details } };
    case 'payouts.fx_rate_confirmed':
      return { type: 'PayoutFxRateConfirmed', data: { ...data, details } };
    case 'payouts.tax_exchange_rates_confirmed':
      return { type: 'PayoutTaxRatesConfirmed', data };
    case 'creditors.bounced_payout':
      return { type: 'PayoutBounced', data };
    default:
      return null;
  }
}

/** Whether an event is one that a payout's stream records. */
export function isPayoutEvent({ resourceType, action }: Pick<GoCardlessEvent, 'resourceType' | 'action'>): boolean {
  return PAYOUT_EVENTS.includes(`${resourceType}.${action}`);
}

const PAYOUT_EVENTS: readonly string[] = [
  'payouts.paid',
  'payouts.fx_rate_confirmed',
  'payouts.tax_exchange_rates_confirmed',
  'creditors.bounced_payout',
];
