import { type AdoptionSuspicion } from '../../domain/payments/events';
import { amountRefunded } from '../../domain/payments/required-documents';
import { evolveFacts, type PaymentFacts } from '../../domain/payments/facts';
import {
  paymentFlags,
  type PaymentFlags,
  paymentMessage,
  paymentStatus,
  scheduledPaymentFlags,
  type ScheduledPaymentFlags,
} from '../../domain/payments/flags-table';
import { countsTowardsTotal, lifecycleOf } from '../../domain/payments/lifecycle';
import { type LogEventOf } from '../../application/ports/log-event';
import { type EventType } from '../../domain/catalogue';
import { type ReadModel, type Row, type Table } from '../engine/read-model';
import { happenedOf, thingOf } from '../happened';

/** One attempt to move money at GoCardless; its flags are columns, so that lists can be filtered by them. */
export interface PaymentRow extends Row, PaymentFlags {
  readonly connectionId: string;
  readonly customerId: string | null;
  readonly mandateId: string;
  readonly gocardlessPaymentId: string | null;
  readonly origin: PaymentFacts['origin']['kind'];
  readonly salesOrderId: string | null;
  readonly scheduledPaymentId: string | null;
  readonly balanceExportId: string | null;
  readonly exportRowId: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly chargeDate: string | null;
  readonly status: string;
  readonly message: string;
  /** The flags of the scheduled payment whose newest attempt this is; null for other origins. */
  readonly attemptFlags: ScheduledPaymentFlags | null;
  /** Whether its cash counts in its order's total. */
  readonly countsTowardsTotal: boolean;
  /** What it takes of each line of its order, by the line's index; null without an order. */
  readonly lineAmounts: readonly number[] | null;
  readonly amountRefunded: number;
  readonly payoutId: string | null;
  /** When the money last left GoCardless for our bank. */
  readonly paidOutAt: string | null;
  readonly accepted: boolean;
  readonly acceptedBy: PaymentFacts['accepted'];
  readonly suspicion: AdoptionSuspicion | null;
  /** What all the rest follows from. */
  readonly facts: PaymentFacts;
}

export type VisiblePayment = Omit<PaymentRow, 'facts'>;

/** The events that change what is known of a payment. */
export const PAYMENT_EVENTS = [
  'PaymentRequested',
  'PaymentAwaited',
  'AwaitedPaymentReleased',
  'AwaitedPaymentMatched',
  'PaymentAdopted',
  'PaymentSubmitted',
  'PaymentApprovalPending',
  'PaymentChargeDateRead',
  'PaymentSubmissionRejected',
  'PaymentCreated',
  'PaymentApprovalGranted',
  'PaymentApprovalDenied',
  'PaymentSubmittedToBank',
  'PaymentConfirmed',
  'PaymentPaidOut',
  'PaymentFailed',
  'PaymentChargedBack',
  'ChargebackCancelled',
  'PaymentResubmissionRequested',
  'PaymentCancelled',
  'LateFailureSettled',
  'ChargebackSettled',
  'SurchargeFeeDebited',
  'RefundSettled',
  'RefundReturned',
  'PaymentCancellationRequested',
  'PaymentRetryRequested',
  'PaymentRequestAnswered',
  'PaymentSuperseded',
  'PaymentAccepted',
  'PaymentIdentified',
] as const satisfies readonly EventType[];

export type PaymentLogEvent = LogEventOf<(typeof PAYMENT_EVENTS)[number]>;

export function isPaymentLogEvent(event: { readonly type: string }): event is PaymentLogEvent {
  return PAYMENT_EVENTS.some((type) => type === event.type);
}

export const paymentsTable: Table<PaymentRow> = {
  name: 'payments',
  columns: {
    connectionId: 'text',
    customerId: 'text',
    mandateId: 'text',
    gocardlessPaymentId: 'text',
    origin: 'text',
    salesOrderId: 'text',
    scheduledPaymentId: 'text',
    balanceExportId: 'text',
    exportRowId: 'text',
    amount: 'amount',
    currency: 'text',
    chargeDate: 'date',
    status: 'text',
    message: 'text',
    scheduled: 'boolean',
    pending: 'boolean',
    submitted: 'boolean',
    succeeded: 'boolean',
    confirmed: 'boolean',
    paidOut: 'boolean',
    cancelled: 'boolean',
    hasErrors: 'boolean',
    lateFailure: 'boolean',
    chargedBack: 'boolean',
    retryScheduled: 'boolean',
    attemptFlags: 'json',
    countsTowardsTotal: 'boolean',
    lineAmounts: 'json',
    amountRefunded: 'amount',
    payoutId: 'text',
    paidOutAt: 'instant',
    accepted: 'boolean',
    acceptedBy: 'text',
    suspicion: 'json',
    facts: 'kept',
  },
  keeps: 'history',
  internal: ['facts'],
  indexes: [['customerId'], ['gocardlessPaymentId'], ['mandateId'], ['salesOrderId'], ['status']],
  handles: PAYMENT_EVENTS,
  touches: (event) => [thingOf(event)],
  fold: (row, event) => {
    if (!isPaymentLogEvent(event)) return row;
    const before = row?.facts ?? null;
    const facts = evolveFacts(before, happenedOf(event));
    if (facts === null || facts === before) return row;
    const suspicion = event.type === 'PaymentAdopted' ? event.data.suspicion : (row?.suspicion ?? null);
    return { ...visiblePayment(facts, suspicion), facts };
  },
};

/** What a payment's facts show. */
export function visiblePayment(facts: PaymentFacts, suspicion: AdoptionSuspicion | null): VisiblePayment {
  const lifecycle = lifecycleOf(facts);
  const { phase, movements, payoutId } = lifecycle;
  const { origin, shares } = facts;
  const ofOrder = origin.kind === 'scheduled_payment';
  const ofExport = origin.kind === 'balance_export';
  return {
    id: facts.paymentId,
    connectionId: facts.connectionId,
    customerId: facts.customerId,
    mandateId: facts.mandateId,
    gocardlessPaymentId: facts.gocardlessPaymentId,
    origin: origin.kind,
    salesOrderId: ofOrder ? origin.salesOrderId : null,
    scheduledPaymentId: ofOrder ? origin.scheduledPaymentId : null,
    balanceExportId: ofExport ? origin.balanceExportId : null,
    exportRowId: ofExport ? origin.rowId : null,
    amount: facts.amount,
    currency: facts.currency,
    chargeDate: facts.chargeDate,
    status: paymentStatus(phase),
    message: paymentMessage(phase, facts),
    ...paymentFlags(phase),
    attemptFlags: ofOrder ? scheduledPaymentFlags(phase) : null,
    countsTowardsTotal: countsTowardsTotal(facts, lifecycle),
    lineAmounts: ofOrder ? shares.map(({ amount }) => amount) : null,
    amountRefunded: amountRefunded(facts),
    payoutId,
    paidOutAt: movements.findLast(({ kind }) => kind === 'paid_out')?.fact.effectiveAt ?? null,
    accepted: facts.accepted !== null,
    acceptedBy: facts.accepted,
    suspicion,
  };
}

export const paymentsReadModel: ReadModel = { name: 'payments', version: 2, tables: [paymentsTable] };
