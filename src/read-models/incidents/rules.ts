import { type LogEventOf } from '../../application/ports/log-event';
import { rowExpectedBy } from '../../domain/balance-exports/rows';
import { typesOf } from '../../domain/catalogue';
import { overdueFrom } from '../../domain/payments/response-deadline';
import {
  ANSWERING_TYPES,
  STATUS_FACT_TYPES,
  statusAfter,
  type StatusFactType,
} from '../../domain/payments/state-machine';
import { addDays } from '../../domain/shared/calendar';
import { never } from '../../domain/shared/decider';
import { GOCARDLESS_FACTS } from '../deliveries/table';
import { thingOf } from '../happened';
import { add, cleared, later, type Moment, newIncident, opened, type Remembering, rule, type Rule } from './rule';

const MINUTE_MS = 60_000;
/** Most events wait for seconds only, until what they are about was fetched. */
const PARKED_PATIENCE_MS = 10 * MINUTE_MS;
/** A payout and its payments are told by different events; what no webhook brought is swept up within minutes. */
const PAYOUT_PATIENCE_MS = 60 * MINUTE_MS;

/** An event of GoCardless that waits, and goes on waiting. */
const parked = rule({
  type: 'parked',
  about: 'event',
  handles: [...typesOf('waiting'), ...GOCARDLESS_FACTS],
  thing: ({ metadata: { connectionId, gocardlessEventId } }) =>
    connectionId === undefined || gocardlessEventId === undefined ? null : `${connectionId}.${gocardlessEventId}`,
  fold: (row: Remembering<null> | null, event, id) => {
    const since = later(event, PARKED_PATIENCE_MS);
    switch (event.type) {
      case 'GoCardlessEventParked': {
        const waits = row ?? { ...newIncident(id, 'parked', event, null), eventId: event.data.event.id };
        return opened({ ...waits, detail: event.data.reason }, since);
      }
      case 'RedriveRequested':
        return row === null ? null : opened(row, since);
      default:
        return row === null ? null : cleared(row, event);
    }
  },
});

/** How many receipts of each attempt stand: receipts less reversals, corrected ones taken back. */
type Standing = Readonly<Record<string, number>>;

/** Two attempts at one scheduled payment brought money. Only what was superseded can have a second attempt beside it. */
const collectedTwice = rule({
  type: 'collected_twice',
  about: 'scheduled_payment',
  handles: ['PaymentSuperseded', ...typesOf('document')],
  thing: (event) => {
    if (event.type !== 'PaymentSuperseded' && effectOnReceipts(event) === 0) return null;
    return event.metadata.scheduledPaymentId ?? null;
  },
  fold: (row: Remembering<Standing> | null, event, id) => {
    if (event.type === 'PaymentSuperseded') return row ?? newIncident(id, 'collected_twice', event, {});
    if (row === null) return null;
    const paymentId = thingOf(event);
    const memory = { ...row.memory, [paymentId]: (row.memory[paymentId] ?? 0) + effectOnReceipts(event) };
    const twice = Object.values(memory).filter((standing) => standing > 0).length > 1;
    return twice ? opened({ ...row, memory, paymentId }, later(event, 0)) : cleared({ ...row, memory }, event);
  },
});

function effectOnReceipts(event: LogEventOf<'DocumentPosted' | 'CorrectionPosted'>): number {
  const kind = event.type === 'DocumentPosted' ? event.data.kind : event.data.correctedKind;
  const effect = kind === 'receipt' ? 1 : kind === 'reversal' ? -1 : 0;
  return event.type === 'DocumentPosted' ? effect : -effect;
}

/** A payment was adopted by itself although it carries the tag of another payment or row. What that means a person must say. */
const suspicions = (['duplicate_of_row', 'duplicate_of_payment', 'differs_from_request'] as const).map((type) =>
  rule({
    type,
    about: 'payment',
    handles: ['PaymentAdopted'],
    thing: (event) => (event.data.suspicion?.kind === type ? thingOf(event) : null),
    fold: (row: Remembering<null> | null, event, id) => {
      const { suspicion } = event.data;
      if (row !== null || suspicion === null) return row;
      const named = suspicion.kind === 'duplicate_of_row' ? { row: suspicion.rowId } : { detail: suspicion.paymentId };
      return opened({ ...newIncident(id, type, event, null), ...named }, later(event, 0));
    },
  }),
);

/** GoCardless has another payment under our key. */
const idempotencyConflict = rule({
  type: 'idempotency_conflict',
  about: 'payment',
  handles: ['PaymentSubmissionRejected', 'PaymentSubmitted'],
  thing: (event) =>
    event.type === 'PaymentSubmissionRejected' && event.data.errorType !== 'idempotency_conflict'
      ? null
      : thingOf(event),
  fold: (row: Remembering<null> | null, event, id) => {
    if (event.type === 'PaymentSubmitted') return row === null ? null : cleared(row, event);
    const conflict = row ?? newIncident(id, 'idempotency_conflict', event, null);
    const [error] = event.data.errors;
    return opened({ ...conflict, detail: error?.message ?? null }, later(event, 0));
  },
});

/** Its row was given up, and GoCardless shows it all the same. */
const afterCancellation = rule({
  type: 'after_cancellation',
  about: 'payment',
  handles: ['AwaitedPaymentReleased', 'PaymentSubmitted'],
  thing: ofNoOrder,
  fold: (row: Remembering<null> | null, event, id) => {
    if (event.type === 'AwaitedPaymentReleased') return row ?? newIncident(id, 'after_cancellation', event, null);
    return row === null ? null : opened(row, later(event, 0));
  },
});

/** GoCardless's amount wins for a row of a file; that it is another one may be a slip. */
const amountDiffers = rule({
  type: 'amount_differs',
  about: 'payment',
  handles: ['PaymentAwaited', 'PaymentSubmitted'],
  thing: ofNoOrder,
  fold: (row: Remembering<{ readonly amount: number }> | null, event, id) => {
    const { amount } = event.data;
    if (event.type === 'PaymentAwaited') {
      return row ?? { ...newIncident(id, 'amount_differs', event, { amount }), row: rowOf(event) };
    }
    if (row === null || row.memory.amount === amount) return row;
    return opened({ ...row, detail: `${row.memory.amount} in the file, ${amount} at GoCardless` }, later(event, 0));
  },
});

/** Added as a payment, and GoCardless does not show it: probably the file was never uploaded. */
const rowNotSeen = rule({
  type: 'row_not_seen',
  about: 'payment',
  handles: [
    'PaymentAwaited',
    'PaymentRequested',
    'PaymentSubmitted',
    'AwaitedPaymentReleased',
    'AwaitedPaymentMatched',
  ],
  thing: ofNoOrder,
  fold: (row: Remembering<null> | null, event, id) => {
    switch (event.type) {
      case 'PaymentAwaited': {
        if (row !== null) return row;
        const missedFrom = addDays(rowExpectedBy(event.metadata.recordedAt.slice(0, 10)), 1);
        return opened({ ...newIncident(id, 'row_not_seen', event, null), row: rowOf(event) }, startOf(missedFrom));
      }
      case 'PaymentRequested':
      case 'PaymentSubmitted':
      case 'AwaitedPaymentReleased':
      case 'AwaitedPaymentMatched':
        return row === null ? null : cleared(row, event);
      default:
        return never(event);
    }
  },
});

/** A scheduled payment is sent by us and never waited for; all that these rules look for is of rows. */
function ofNoOrder(event: { readonly stream: string; readonly metadata: { readonly scheduledPaymentId?: string } }) {
  return event.metadata.scheduledPaymentId === undefined ? thingOf(event) : null;
}

function rowOf({ data: { origin } }: LogEventOf<'PaymentAwaited'>): string | null {
  return origin.kind === 'balance_export' ? origin.rowId : null;
}

interface Silence {
  readonly chargeDate: string;
  /** Effective time of the last fact that said how it went. */
  readonly answeredAt: string | null;
  /** Effective time of the last resubmission, after which it is waited for anew. */
  readonly resubmittedAt: string | null;
}

/** GoCardless says nothing of a payment that should have been confirmed or failed. By effective times, so that arrival plays no part. */
const statusOverdue = rule({
  type: 'status_overdue',
  about: 'payment',
  handles: ['PaymentChargeDateRead', 'PaymentResubmissionRequested', ...ANSWERING_TYPES],
  thing: thingOf,
  fold: (row: Remembering<Silence> | null, event, id) => {
    if (event.type === 'PaymentChargeDateRead') {
      const { chargeDate } = event.data;
      const memory = { chargeDate, answeredAt: null, resubmittedAt: null };
      const watched = row ?? newIncident(id, 'status_overdue', event, memory);
      return silent({ ...watched, memory: { ...watched.memory, chargeDate } }, event);
    }
    if (row === null) return null;
    const { effectiveAt } = event.metadata;
    const { memory } = row;
    return event.type === 'PaymentResubmissionRequested'
      ? silent({ ...row, memory: { ...memory, resubmittedAt: latest(memory.resubmittedAt, effectiveAt) } }, event)
      : silent({ ...row, memory: { ...memory, answeredAt: latest(memory.answeredAt, effectiveAt) } }, event);
  },
});

function silent(row: Remembering<Silence>, event: Moment): Remembering<Silence> {
  const { chargeDate, answeredAt, resubmittedAt } = row.memory;
  const waited = answeredAt === null || (resubmittedAt !== null && resubmittedAt >= answeredAt);
  if (!waited) return cleared(row, event);
  const since = startOf(overdueFrom(latest(resubmittedAt?.slice(0, 10) ?? null, chargeDate)));
  // The date may have moved: what counted from the old one counts no more.
  return opened(row.since === since ? row : cleared(row, event), since);
}

interface Settled {
  /** Items of payments, and their sum with all others in tenths of a minor unit; `gone`: GoCardless has forgotten them. */
  readonly listed: number;
  readonly tenths: number | null;
  readonly sealedAt: string | null;
  /** How many payments said that they were paid out with it. */
  readonly told: number;
  readonly amount: number | null;
}

const NOTHING_SETTLED: Settled = { listed: 0, tenths: null, sealedAt: null, told: 0, amount: null };
/** A difference up to one unit is rounding. */
const ROUNDING_TENTHS = 10;

/** A payout holds more payments than ours say were paid out with it, or its items do not add up to its amount. */
const unexplainedPayout = rule({
  type: 'unexplained_payout',
  about: 'payout',
  handles: ['PayoutItemsListed', 'PayoutItemsSealed', 'PayoutPaid', 'PayoutFxRateConfirmed', 'PaymentPaidOut'],
  thing: (event) => {
    const { payoutId } = event.data;
    const { connectionId } = event.metadata;
    return payoutId === null || connectionId === undefined ? null : `${connectionId}.${payoutId}`;
  },
  fold: (row: Remembering<Settled> | null, event, id) => {
    const { payoutId } = event.data;
    const known = row ?? { ...newIncident(id, 'unexplained_payout', event, NOTHING_SETTLED), payoutId, ...OF_NOBODY };
    const memory = settledBy(known.memory, event);
    const next = { ...known, memory, detail: whyUnexplained(memory) };
    if (memory.sealedAt === null) return next;
    return next.detail === null
      ? { ...cleared(next, event), detail: known.detail }
      : opened(next, add(memory.sealedAt, PAYOUT_PATIENCE_MS));
  },
});

/** It may begin with one of its payments, and is not about that one. */
const OF_NOBODY = { paymentId: null, customerId: null, mandateId: null, scheduledPaymentId: null } as const;

function settledBy(
  memory: Settled,
  event: LogEventOf<
    'PayoutItemsListed' | 'PayoutItemsSealed' | 'PayoutPaid' | 'PayoutFxRateConfirmed' | 'PaymentPaidOut'
  >,
): Settled {
  switch (event.type) {
    case 'PayoutItemsListed': {
      const payments = event.data.items.filter(({ type }) => type === 'payment_paid_out').length;
      // A listing that was broken off begins anew.
      return { ...memory, listed: (event.data.from === 0 ? 0 : memory.listed) + payments };
    }
    case 'PayoutItemsSealed': {
      const { gone, totalTenths } = event.data;
      const sealedAt = event.metadata.recordedAt;
      return gone ? { ...memory, listed: 0, tenths: null, sealedAt } : { ...memory, tenths: totalTenths, sealedAt };
    }
    case 'PaymentPaidOut':
      return { ...memory, told: memory.told + 1 };
    default:
      return { ...memory, amount: event.data.details.amount };
  }
}

function whyUnexplained({ listed, told, tenths, amount }: Settled): string | null {
  if (told < listed) return 'unknown_payments';
  if (tenths === null || amount === null || Math.abs(tenths - 10 * amount) <= ROUNDING_TENTHS) return null;
  return 'does_not_add_up';
}

interface Difference {
  readonly gocardlessStatus: string;
  /** When GoCardless was asked. */
  readonly notedAt: string;
}

/** GoCardless's status after a fact; a payment that was created waits to be sent. */
function statusBy(type: StatusFactType | 'PaymentApprovalPending'): string {
  if (type === 'PaymentApprovalPending') return 'pending_customer_approval';
  return statusAfter(type) ?? 'pending_submission';
}

/** GoCardless's lists say another status than its events, until the missing fact comes or a newer one makes the old word void. */
const compareFailed = rule({
  type: 'compare_failed',
  about: 'payment',
  handles: ['PaymentStatusDiffered', 'PaymentApprovalPending', ...STATUS_FACT_TYPES],
  thing: thingOf,
  fold: (row: Remembering<Difference> | null, event, id) => {
    const { effectiveAt } = event.metadata;
    if (event.type === 'PaymentStatusDiffered') {
      const { gocardlessStatus, status } = event.data;
      const memory = { gocardlessStatus, notedAt: effectiveAt };
      const differing = row ?? newIncident(id, 'compare_failed', event, memory);
      return opened(
        { ...differing, memory, detail: `${gocardlessStatus} at GoCardless, ${status} here` },
        later(event, 0),
      );
    }
    if (row === null) return null;
    const { gocardlessStatus, notedAt } = row.memory;
    return statusBy(event.type) === gocardlessStatus || effectiveAt > notedAt ? cleared(row, event) : row;
  },
});

/** A signed webhook was not taken in: GoCardless sends it again, and what it holds has to be fetched. */
const deliveryRefused = rule({
  type: 'delivery_refused',
  about: 'delivery',
  handles: ['DeliveryRefused'],
  thing: thingOf,
  fold: (row: Remembering<null> | null, event, id) => {
    if (row !== null) return row;
    const { webhookId, reason, count } = event.data;
    const detail = `${webhookId ?? 'a webhook without an id'}: ${reason}, ${count}`;
    return opened({ ...newIncident(id, 'delivery_refused', event, null), detail }, later(event, 0));
  },
});

function startOf(day: string): string {
  return `${day}T00:00:00.000Z`;
}

function latest(a: string | null, b: string): string {
  return a !== null && a > b ? a : b;
}

/** What each type of incident follows from. */
export const RULES: readonly Rule[] = [
  parked,
  collectedTwice,
  ...suspicions,
  idempotencyConflict,
  afterCancellation,
  amountDiffers,
  rowNotSeen,
  statusOverdue,
  unexplainedPayout,
  compareFailed,
  deliveryRefused,
];
