import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type Reason } from '../mandates/events';
import { type GoCardlessPaymentFact } from '../event-groups';

/** What a GoCardless event about a payment means here, or null for an action that we do not know. */
export function paymentFactFrom(event: GoCardlessEvent): GoCardlessPaymentFact | null {
  const reason = reasonOf(event);
  const payoutId = event.links['payout'] ?? null;
  switch (event.action) {
    case 'created':
      return { type: 'PaymentCreated', data: reason };
    case 'customer_approval_granted':
      return { type: 'PaymentApprovalGranted', data: reason };
    case 'customer_approval_denied':
      return { type: 'PaymentApprovalDenied', data: reason };
    case 'submitted':
      return { type: 'PaymentSubmittedToBank', data: reason };
    case 'confirmed':
      return { type: 'PaymentConfirmed', data: reason };
    case 'paid_out':
      return { type: 'PaymentPaidOut', data: { ...reason, payoutId } };
    case 'failed':
      return {
        type: 'PaymentFailed',
        data: { ...reason, willAttemptRetry: event.details.willAttemptRetry ?? false },
      };
    case 'charged_back':
      return { type: 'PaymentChargedBack', data: reason };
    case 'chargeback_cancelled':
      return { type: 'ChargebackCancelled', data: reason };
    case 'resubmission_requested':
      return { type: 'PaymentResubmissionRequested', data: reason };
    case 'cancelled':
      return { type: 'PaymentCancelled', data: reason };
    case 'late_failure_settled':
      return { type: 'LateFailureSettled', data: { ...reason, payoutId } };
    case 'chargeback_settled':
      return { type: 'ChargebackSettled', data: { ...reason, payoutId } };
    case 'surcharge_fee_debited':
      return { type: 'SurchargeFeeDebited', data: { ...reason, payoutId } };
    default:
      return null;
  }
}

/** GoCardless's words on why, for any kind of event. */
export function reasonOf({ details }: GoCardlessEvent): Reason {
  const { origin, cause, description, scheme, reasonCode } = details;
  return {
    origin,
    cause,
    description,
    ...(scheme === undefined ? {} : { scheme }),
    ...(reasonCode === undefined ? {} : { reasonCode }),
  };
}
