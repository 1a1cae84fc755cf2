import { type Cause, decided, type Decision, type Issued, refuse } from '../shared/decider';
import { type Decided } from '../shared/event';
import { type AdoptionSuspicion, type PaymentSubmissionRejected } from './events';
import { type PaymentEvent } from '../event-groups';
import { type MandateObstacle } from '../mandates/obstacle';
import { isAtGoCardless, type PaymentFacts } from './facts';
import { NOTHING } from './payment-state';

/** What GoCardless says of a payment itself, in an answer or when it is fetched: these few fields become facts, nothing else. */
export interface GoCardlessPaymentReading {
  readonly gocardlessPaymentId: string;
  readonly mandateId: string;
  readonly creditorId: string;
  /** Why its money is not for these books: it is another creditor's, or its mandate settles directly. */
  readonly obstacle: MandateObstacle | null;
  readonly amount: number;
  readonly currency: string;
  readonly createdAt: string;
  readonly chargeDate: string | null;
  readonly status: string;
}

/** A payment that was made elsewhere becomes one of ours. */
export interface AdoptPayment {
  readonly type: 'AdoptPayment';
  readonly paymentId: string;
  readonly connectionId: string;
  readonly customerId: string | null;
  readonly reading: GoCardlessPaymentReading;
  readonly suspicion: AdoptionSuspicion | null;
}

export interface BindPayment {
  readonly type: 'BindPayment';
  readonly reading: GoCardlessPaymentReading;
}

export interface ReadChargeDate {
  readonly type: 'ReadChargeDate';
  readonly chargeDate: string;
}

export interface RejectSubmission {
  readonly type: 'RejectSubmission';
  readonly rejection: PaymentSubmissionRejected['data'];
}

export function adopt(command: Issued<AdoptPayment>): Decision<PaymentEvent> {
  const { paymentId, connectionId, customerId, reading, suspicion } = command;
  const { mandateId, amount, currency } = reading;
  const adopted = { paymentId, connectionId, customerId, mandateId, amount, currency, suspicion };
  return [
    decided({ ...command, at: reading.createdAt }, { type: 'PaymentAdopted', data: adopted }),
    ...submitted(command, reading),
  ];
}

/** Ties the payment to one at GoCardless; the first stays. */
export function bind(command: Issued<BindPayment>, facts: PaymentFacts): Decision<PaymentEvent> {
  const { reading } = command;
  if (facts.gocardlessPaymentId === reading.gocardlessPaymentId) return NOTHING;
  if (facts.gocardlessPaymentId !== null) {
    return refuse('bound_to_another', `The payment is ${facts.gocardlessPaymentId} at GoCardless already.`);
  }
  if (facts.matchedTo !== null) {
    return refuse('bound_to_another', `Staff have taken ${facts.matchedTo} for what this payment was to be.`);
  }
  // GoCardless's amount wins for a row of a file; what we asked for ourselves has shares that must add up to it.
  const takesAmount = facts.origin.kind === 'balance_export' || reading.amount === facts.amount;
  if (!takesAmount || reading.currency !== facts.currency) {
    return refuse(
      'differs_from_request',
      `${reading.gocardlessPaymentId} has another amount or currency than was asked for.`,
    );
  }
  return submitted(command, reading);
}

function submitted(cause: Cause, reading: GoCardlessPaymentReading): readonly Decided<PaymentEvent>[] {
  const { gocardlessPaymentId, mandateId, creditorId, amount, currency, obstacle } = reading;
  const { createdAt, chargeDate, status } = reading;
  const atCreation = { ...cause, at: createdAt };
  return [
    decided<PaymentEvent>(atCreation, {
      type: 'PaymentSubmitted',
      data: { gocardlessPaymentId, mandateId, creditorId, amount, currency, obstacle },
    }),
    ...(status === 'pending_customer_approval'
      ? [decided<PaymentEvent>(atCreation, { type: 'PaymentApprovalPending', data: {} })]
      : []),
    ...(chargeDate === null
      ? []
      : [decided<PaymentEvent>(cause, { type: 'PaymentChargeDateRead', data: { chargeDate } })]),
  ];
}

export function readChargeDate(command: Issued<ReadChargeDate>, facts: PaymentFacts): Decision<PaymentEvent> {
  const { chargeDate } = command;
  return chargeDate === facts.chargeDate
    ? NOTHING
    : [decided(command, { type: 'PaymentChargeDateRead', data: { chargeDate } })];
}

/** Any fact of GoCardless outranks a rejection. */
export function rejectSubmission(command: Issued<RejectSubmission>, facts: PaymentFacts): Decision<PaymentEvent> {
  return isAtGoCardless(facts)
    ? NOTHING
    : [decided(command, { type: 'PaymentSubmissionRejected', data: command.rejection })];
}
