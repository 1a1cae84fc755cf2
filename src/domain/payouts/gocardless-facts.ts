import { reasonOf } from '../payments/gocardless-facts';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type PayoutDetails, type PayoutKey } from './events';
import { type GoCardlessPayoutFact } from '../event-groups';

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
  const type = factTypeOf(event);
  switch (type) {
    case 'PayoutPaid':
    case 'PayoutFxRateConfirmed':
      return { type, data: { ...data, details } };
    case 'PayoutTaxRatesConfirmed':
    case 'PayoutBounced':
      return { type, data };
    default:
      return type;
  }
}

/** Whether an event is one that a payout's stream records. */
export function isPayoutEvent(event: Pick<GoCardlessEvent, 'resourceType' | 'action'>): boolean {
  return factTypeOf(event) !== null;
}

function factTypeOf({
  resourceType,
  action,
}: Pick<GoCardlessEvent, 'resourceType' | 'action'>): GoCardlessPayoutFact['type'] | null {
  switch (`${resourceType}.${action}`) {
    case 'payouts.paid':
      return 'PayoutPaid';
    case 'payouts.fx_rate_confirmed':
      return 'PayoutFxRateConfirmed';
    case 'payouts.tax_exchange_rates_confirmed':
      return 'PayoutTaxRatesConfirmed';
    case 'creditors.bounced_payout':
      return 'PayoutBounced';
    default:
      return null;
  }
}
