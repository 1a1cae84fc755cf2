import { invalidState } from '../api-errors/api-failure';
import { effectiveMandate } from '../mandates/move-mandate';
import { type Metadata } from '../resources/shapes';
import { type Organisation, type PaymentRecord } from '../state/organisation';
import { type World } from '../state/world';
import { reschedule } from './collect-payment';
import { possibleChargeDate } from './create-payment';
import { movePayment } from './move-payment';

const MAX_RETRIES = 3;

/** A retry on request: only of a failed payment with an active mandate, three times at most. */
export function retryPayment(
  world: World,
  organisation: Organisation,
  record: PaymentRecord,
  chargeDate: string | null,
  metadata: Metadata,
): void {
  const mandate = effectiveMandate(organisation, record.resource.links.mandate);
  if (record.resource.status !== 'failed') throw retryFailed(`This payment is ${record.resource.status}, not failed`);
  if (mandate?.resource.status !== 'active') throw retryFailed('The mandate of this payment is not active');
  if (record.retries >= MAX_RETRIES) throw retryFailed(`This payment was retried ${MAX_RETRIES} times already`);
  const date = possibleChargeDate(world, record.resource.scheme, true, chargeDate);
  record.retries += 1;
  resubmit(world, organisation, record, date, { origin: 'api', cause: 'payment_retried' }, metadata);
}

/** GoCardless's own retry of a payment that was made with `retry_if_possible`. */
export function retryAutomatically(world: World, organisation: Organisation, record: PaymentRecord): void {
  const date = possibleChargeDate(world, record.resource.scheme, true, null);
  record.automaticRetries += 1;
  resubmit(world, organisation, record, date, { origin: 'gocardless', cause: 'payment_autoretried' }, {});
}

function resubmit(
  world: World,
  organisation: Organisation,
  record: PaymentRecord,
  chargeDate: string,
  details: { origin: string; cause: string },
  metadata: Metadata,
): void {
  movePayment(world, organisation, record, 'resubmission_requested', { details, metadata });
  reschedule(world, organisation, record, chargeDate);
}

function retryFailed(message: string) {
  return invalidState('retry_failed', message);
}
