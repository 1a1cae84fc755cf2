import { reasonOf } from '../payments/gocardless-facts';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type MandateKey, type MandateStatusAction } from './events';
import { type GoCardlessMandateFact } from '../event-groups';

/** What a GoCardless event about a mandate means here, or null for an action that we do not know. */
export function mandateFactFrom(event: GoCardlessEvent, mandate: MandateKey): GoCardlessMandateFact | null {
  const data = { connectionId: mandate.connectionId, mandateId: mandate.mandateId, ...reasonOf(event) };
  const statusChanged = (action: MandateStatusAction): GoCardlessMandateFact => ({
    type: 'MandateStatusChanged',
    data: { ...data, action },
  });
  switch (event.action) {
    case 'created':
    case 'customer_approval_granted':
    case 'customer_approval_skipped':
    case 'submitted':
    case 'active':
    case 'reinstated':
    case 'blocked':
    case 'failed':
    case 'expired':
    case 'consumed':
    case 'cancelled':
      return statusChanged(event.action);
    // GoCardless does not say what it calls the action by which a PayTo payer suspends a mandate; the status has this name.
    case 'suspended_by_payer':
    case 'suspended':
      return statusChanged('suspended_by_payer');
    case 'replaced': {
      const newMandateId = event.links['new_mandate'];
      // Without its successor's name, what is left of a replacement is that this mandate has ended.
      return newMandateId === undefined
        ? statusChanged('cancelled')
        : { type: 'MandateReplaced', data: { ...data, newMandateId } };
    }
    case 'transferred':
      return {
        type: 'MandateTransferred',
        data: {
          ...data,
          previousBankAccountId: event.links['previous_customer_bank_account'] ?? null,
          newBankAccountId: event.links['new_customer_bank_account'] ?? null,
        },
      };
    case 'resubmission_requested':
      return { type: 'MandateResubmissionRequested', data };
    default:
      return null;
  }
}

/** Whether an event is one that a mandate's stream records. */
export function isMandateEvent(event: GoCardlessEvent): boolean {
  return mandateFactFrom(event, { connectionId: '', mandateId: '' }) !== null;
}
