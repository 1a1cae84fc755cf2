import { type RequestAnswer } from '../../../application/payments/cancel-payment';
import { type Refusal } from '../../../domain/shared/decider';
import { type Answer, answered } from '../answers/answer';
import { unlessRefused } from '../errors/refusals';
import { type RequestedPayment } from './payment-fields';

/** 200 when GoCardless has answered, 202 when the request goes on by itself; what is not allowed now is 409. */
export function requestedOfGoCardless(outcome: RequestAnswer | Refusal): Answer<RequestedPayment> {
  const { paymentId, answered: hasAnswered, position } = unlessRefused(outcome);
  return answered({ paymentId, position }, { status: hasAnswered ? 200 : 202 });
}
