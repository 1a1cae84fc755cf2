import { type AdoptionSuspicion } from '../../domain/payments/events';
import { amountRefunded } from '../../domain/payments/required-documents';
import { evolveFacts, isAtGoCardless, type PaymentFacts } from '../../domain/payments/facts';
import {
  paymentCause,
  type PaymentCause,
  paymentFlags,
  type PaymentFlags,
  paymentMessage,
  paymentStatus,
  type PaymentStatus,
} from '../../domain/payments/flags-table';
import { type MoneyMovement } from '../../domain/payments/lateness';
import { countsTowardsTotal, lifecycleOf, mayBringMoney } from '../../domain/payments/lifecycle';
import { compareDates } from '../../domain/shared/calendar';
import { type LogEventOf } from '../../application/ports/log-event';
import { typesOf } from '../../domain/catalogue';
import { defaultMandates, exportRows, statedBalances } from '../balances/table';
import { mattersAfter, type PaymentMatters } from '../incidents/payment-incidents';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';
import { happenedOf, thingOf } from '../happened';

/** When money of a payment came, or went again. */
export interface AccountMovement {
  readonly kind: 'paid' | 'lost';
  /** Effective time, ISO 8601 UTC. */
  readonly at: string;
}

/** What a payment's facts show. Its flags are columns, so that lists can be filtered by them. */
export interface ShownPayment extends Row, PaymentFlags, PaymentCause {
  readonly connectionId: string;
  readonly customerId: string | null;
  readonly mandateId: string;
  readonly gocardlessPaymentId: string | null;
  readonly origin: PaymentFacts['origin']['kind'];
  readonly salesOrderId: string | null;
  readonly scheduledPaymentId: string | null;
  /** Which attempt at its instalment it is; null without one. */
  readonly attempt: number | null;
  readonly balanceExportId: string | null;
  readonly exportRowId: string | null;
  readonly amount: number;
  readonly currency: string;
  /** When it began with us. */
  readonly createdAt: string;
  readonly chargeDate: string | null;
  readonly status: PaymentStatus;
  readonly message: string;
  /** Whether its cash counts in its order's total. */
  readonly countsTowardsTotal: boolean;
  /** What it takes of each line of its order, by the line's index; null without an order. */
  readonly lineAmounts: readonly number[] | null;
  readonly amountRefunded: number;
  readonly payoutId: string | null;
  /** Payouts with which it was paid out before, each lost again; null for none. */
  readonly earlierPayoutIds: readonly string[] | null;
  /** When the money last left GoCardless for our bank. */
  readonly paidOutAt: string | null;
  readonly accepted: boolean;
  readonly acceptedBy: PaymentFacts['accepted'];
  readonly suspicion: AdoptionSuspicion | null;
  /** It is the row of an export that GoCardless has yet to show. */
  readonly awaited: boolean;
  /** It may still bring money. */
  readonly inFlight: boolean;
  /** GoCardless has it. */
  readonly seen: boolean;
  /** Its row was given up. */
  readonly released: boolean;
  /** The payment that was taken for this one. */
  readonly matchedTo: string | null;
  /** Of one made elsewhere that carries no tag of ours: GoCardless's `created_at`. */
  readonly adoptedAt: string | null;
  /** Of a payment on account, oldest first; null of an order's, which never was part of a balance. */
  readonly movements: readonly AccountMovement[] | null;
}

/** One attempt to move money at GoCardless, with the incidents about it. */
export interface PaymentRow extends ShownPayment, PaymentMatters {
  /** What all the rest follows from. */
  readonly facts: PaymentFacts;
}

export type VisiblePayment = Omit<PaymentRow, 'facts' | 'matters'>;

/** The events that say what is known of a payment. */
const PAYMENT_EVENTS = typesOf(['payment', 'refundMovement']);

const OF_PAYMENTS: ReadonlySet<string> = new Set(PAYMENT_EVENTS);

export function isPaymentLogEvent(event: {
  readonly type: string;
}): event is LogEventOf<(typeof PAYMENT_EVENTS)[number]> {
  return OF_PAYMENTS.has(event.type);
}

export const paymentsTable = tableOf<PaymentRow>()({
  name: 'payments',
  columns: {
    connectionId: 'text',
    customerId: 'text',
    mandateId: 'text',
    gocardlessPaymentId: 'text',
    origin: 'text',
    salesOrderId: 'text',
    scheduledPaymentId: 'text',
    attempt: 'integer',
    balanceExportId: 'text',
    exportRowId: 'text',
    amount: 'amount',
    currency: 'text',
    createdAt: 'instant',
    chargeDate: 'date',
    status: 'text',
    message: 'text',
    cause: 'text',
    reasonCode: 'text',
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
    countsTowardsTotal: 'boolean',
    lineAmounts: 'json',
    amountRefunded: 'amount',
    payoutId: 'text',
    earlierPayoutIds: 'json',
    paidOutAt: 'instant',
    accepted: 'boolean',
    acceptedBy: 'text',
    suspicion: 'json',
    awaited: 'boolean',
    inFlight: 'boolean',
    seen: 'boolean',
    released: 'boolean',
    matchedTo: 'text',
    adoptedAt: 'instant',
    movements: 'json',
    overdueFrom: 'date',
    watchedAt: 'ordinal',
    overdueId: 'text',
    incidents: 'json',
    incidentsFrom: 'instant',
    matters: 'kept',
    facts: 'kept',
  },
  keeps: 'history',
  internal: ['facts', 'matters'],
  indexes: [
    ['customerId'],
    ['gocardlessPaymentId'],
    ['mandateId'],
    ['salesOrderId'],
    ['status'],
    ['matchedTo'],
    ['adoptedAt'],
    ['overdueFrom'],
    ['incidentsFrom'],
  ],
  handles: [...PAYMENT_EVENTS, 'IncidentResolved'],
  touches: (event) => {
    if (event.type !== 'IncidentResolved') return [thingOf(event)];
    return event.data.paymentId === null ? [] : [event.data.paymentId];
  },
  fold: (row, event) => {
    const before = row?.facts ?? null;
    const facts = isPaymentLogEvent(event) ? evolveFacts(before, happenedOf(event)) : before;
    if (facts === null) return row;
    const suspicion = event.type === 'PaymentAdopted' ? event.data.suspicion : (row?.suspicion ?? null);
    const shown = row !== null && facts === before ? row : { ...shownPayment(facts, suspicion), facts };
    const { overdueFrom, watchedAt, overdueId, incidents, incidentsFrom, matters } = mattersAfter(row, event, shown);
    // One by one: a second spread into a row of fifty fields costs as much as all the rest.
    return { ...shown, overdueFrom, watchedAt, overdueId, incidents, incidentsFrom, matters };
  },
});

/** What a payment's facts show. */
export function shownPayment(facts: PaymentFacts, suspicion: AdoptionSuspicion | null): ShownPayment {
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
    attempt: ofOrder ? origin.attempt : null,
    balanceExportId: ofExport ? origin.balanceExportId : null,
    exportRowId: ofExport ? origin.rowId : null,
    amount: facts.amount,
    currency: facts.currency,
    createdAt: facts.begunAt,
    chargeDate: facts.chargeDate,
    status: paymentStatus(phase),
    message: paymentMessage(phase, facts),
    ...paymentCause(phase, facts),
    ...paymentFlags(phase),
    countsTowardsTotal: countsTowardsTotal(facts, lifecycle),
    lineAmounts: ofOrder ? shares.map(({ amount }) => amount) : null,
    amountRefunded: amountRefunded(facts),
    payoutId,
    earlierPayoutIds: earlierPayoutIds(facts, payoutId),
    paidOutAt: movements.findLast(({ fact }) => fact.type === 'PaymentPaidOut')?.fact.effectiveAt ?? null,
    accepted: facts.accepted !== null,
    acceptedBy: facts.accepted,
    suspicion,
    awaited: phase.kind === 'awaiting_gocardless',
    inFlight: mayBringMoney(facts, lifecycle),
    seen: isAtGoCardless(facts),
    released: facts.released,
    matchedTo: facts.matchedTo,
    adoptedAt: origin.kind === 'adopted' && suspicion === null ? facts.submittedAt : null,
    movements: ofOrder ? null : movements.map(accountMovement).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
}

function earlierPayoutIds({ observed }: PaymentFacts, last: string | null): readonly string[] | null {
  const ordered = [...observed].sort((a, b) => compareDates(a.effectiveAt, b.effectiveAt));
  const ids = ordered.flatMap((fact) => (fact.type === 'PaymentPaidOut' ? (fact.data.payoutId ?? []) : []));
  const earlier = [...new Set(ids)].filter((id) => id !== last);
  return earlier.length === 0 ? null : earlier;
}

function accountMovement({ kind, fact }: MoneyMovement): AccountMovement {
  return { kind: kind === 'lost' ? 'lost' : 'paid', at: fact.effectiveAt };
}

/** Balances stand under the same checkpoint: what stops being a reserved row is a payment in the same moment, and no page shows neither. */
export const paymentsReadModel: ReadModel = {
  name: 'payments',
  version: 6,
  tables: [paymentsTable, statedBalances, exportRows, defaultMandates],
};
