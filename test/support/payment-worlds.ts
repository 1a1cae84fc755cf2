import { issued, type Asked } from './decider';
import { requiredKey, type DocumentPosted, type Entry, type DocumentData } from '../../src/domain/accounting/document';
import { type PaymentOrigin } from '../../src/domain/payments/events';
import { type PaymentEvent } from '../../src/domain/event-groups';
import { type PaymentFacts } from '../../src/domain/payments/facts';
import { paymentFactFrom } from '../../src/domain/payments/gocardless-facts';
import { type GoCardlessPaymentReading, type PaymentCommand, paymentDecider } from '../../src/domain/payments/payment';
import { type BookRules } from '../../src/domain/payments/post-documents';
import { type LineShare } from '../../src/domain/sales-orders/events';
import { isRefusal } from '../../src/domain/shared/decider';
import { type Happened } from '../../src/domain/shared/event';
import { type GoCardlessEvent, type GoCardlessEventDetails } from '../../src/domain/shared/gocardless-event';
import { happened, recorded, stateAfter } from './decider';

export type Log = readonly Happened<PaymentEvent>[];

export const PAYMENT = 'pay_1';
export const CONNECTION = 'con_1';
const CUSTOMER = 'cus_1';
export const AMOUNT = 12_000;

/** Books that were open long before anything happens here. */
export const RULES: BookRules = { booksFrom: '2026-01-01T00:00:00.000Z', accounts: [] };

export const ORDER: PaymentOrigin = {
  kind: 'scheduled_payment',
  salesOrderId: 'so_1',
  scheduledPaymentId: 'sp_1',
  attempt: 1,
};

/** A taxed line, an untaxed one with its own income account, and one that costs nothing. */
const SHARES: readonly LineShare[] = [
  { line: 0, taxRate: '20', amount: 9000, tax: 1500, incomeAccount: null },
  { line: 1, taxRate: '0', amount: 3000, tax: 0, incomeAccount: '4100' },
  { line: 2, taxRate: '20', amount: 0, tax: 0, incomeAccount: null },
];

/** An instant of March 2026, UTC. */
export function day(dayOfMonth: number, hour = 9): string {
  return new Date(Date.UTC(2026, 2, dayOfMonth, hour)).toISOString();
}

export const READING: GoCardlessPaymentReading = {
  gocardlessPaymentId: 'PM1',
  mandateId: 'MD1',
  creditorId: 'CR1',
  obstacle: null,
  amount: AMOUNT,
  currency: 'GBP',
  createdAt: day(1),
  chargeDate: '2026-03-05',
  status: 'pending_submission',
};

export function requested(origin: PaymentOrigin = ORDER, shares: readonly LineShare[] = SHARES): Log {
  const data = {
    paymentId: PAYMENT,
    connectionId: CONNECTION,
    customerId: CUSTOMER,
    origin,
    mandateId: 'MD1',
    amount: AMOUNT,
    currency: 'GBP',
    chargeDate: '2026-03-05',
    description: 'Membership',
    shares,
    idempotencyKey: 'key-1',
    retryIfPossible: false,
  };
  return [happened('PaymentRequested', data, { effectiveAt: day(1, 8), causationId: 'request' })];
}

/** Added from a balance batch, waiting for GoCardless. */
export function awaited(): Log {
  const data = {
    paymentId: PAYMENT,
    connectionId: CONNECTION,
    customerId: CUSTOMER,
    origin: { kind: 'balance_export', balanceExportId: 'bex_1', rowId: 'blr_1' } as const,
    mandateId: 'MD1',
    amount: AMOUNT,
    currency: 'GBP',
    chargeDate: null,
  };
  return [happened('PaymentAwaited', data, { effectiveAt: day(1, 8), causationId: 'await' })];
}

/** The payment exists at GoCardless. */
export function bound(reading: Partial<GoCardlessPaymentReading> = {}): Log {
  const { gocardlessPaymentId, mandateId, creditorId, obstacle, amount, currency, createdAt } = {
    ...READING,
    ...reading,
  };
  const data = { gocardlessPaymentId, mandateId, creditorId, obstacle, amount, currency };
  return [happened('PaymentSubmitted', data, { effectiveAt: createdAt, causationId: 'bind' })];
}

/** An instalment of an order, at GoCardless. */
export const orderPayment: Log = [...requested(), ...bound()];

/** A collection from a customer without an order, at GoCardless. */
export const paymentOnAccount: Log = [...requested({ kind: 'manual' }, []), ...bound()];

/** Made elsewhere; `customerId` null while nobody knows the mandate. */
export function adopted(customerId: string | null): Log {
  return [...adoptedOnly(customerId), ...bound()];
}

/** The same before it is said what GoCardless shows of it. */
export function adoptedOnly(customerId: string | null): Log {
  const data = {
    paymentId: PAYMENT,
    connectionId: CONNECTION,
    customerId,
    mandateId: 'MD1',
    amount: AMOUNT,
    currency: 'GBP',
    suspicion: null,
  };
  return [happened('PaymentAdopted', data, { effectiveAt: day(1), causationId: 'adopt' })];
}

type Details = Partial<GoCardlessEventDetails> & { readonly id?: string; readonly payout?: string };

/** A GoCardless event about the payment. Its id tells what and when, unless another is given. */
export function told(action: string, createdAt: string, details: Details = {}): GoCardlessEvent {
  const { id = `EV-${action}-${createdAt}`, payout, ...rest } = details;
  return {
    id,
    createdAt,
    resourceType: 'payments',
    action,
    links: payout === undefined ? { payment: 'PM1' } : { payment: 'PM1', payout },
    details: { origin: 'gocardless', cause: `cause_of_${action}`, description: '', ...rest },
    resourceMetadata: {},
  };
}

/** The same as it stands in the log. */
export function seen(action: string, createdAt: string, details: Details = {}): Happened<PaymentEvent> {
  const event = told(action, createdAt, details);
  const fact = paymentFactFrom(event);
  if (fact === null) throw new Error(`No such action of a payment: ${action}`);
  const stamp = { effectiveAt: createdAt, causationId: event.id, gocardlessEventId: event.id };
  return { ...fact, ...stamp, recordedAt: createdAt };
}

export function observe(events: readonly GoCardlessEvent[], rules: BookRules = RULES): Asked<PaymentCommand> {
  return { type: 'ObserveGoCardlessEvents', events, rules };
}

/** A refund that is settled or returned. */
export function refund(
  type: 'RefundSettled' | 'RefundReturned',
  refundId: string,
  amount: number,
  createdAt: string,
  rules: BookRules = RULES,
): Extract<PaymentCommand, { type: 'ObserveRefund' }> {
  const reason = { origin: 'gocardless', cause: 'refund', description: '' };
  const eventId = `EV-${type}-${refundId}-${createdAt}`;
  return { type: 'ObserveRefund', fact: { type, data: { ...reason, refundId, amount } }, eventId, createdAt, rules };
}

export function identify(customerId: string, rules: BookRules = RULES): Asked<PaymentCommand> {
  return { type: 'IdentifyPayment', customerId, rules, causationId: 'identify', at: day(28) };
}

/** What each command appends, one after the other; none may be refused. */
export function appendsOf(beginning: Log, commands: readonly PaymentCommand[]): readonly Log[] {
  let state = stateAfter(paymentDecider, beginning);
  return commands.map((command) => {
    const outcome = paymentDecider.decide(issued(command), state);
    if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.code}`);
    const events = recorded(outcome);
    state = events.reduce(paymentDecider.evolve, state);
    return events;
  });
}

/** The log after commands; none may be refused. */
export function logOf(beginning: Log, commands: readonly PaymentCommand[]): Log {
  return [...beginning, ...appendsOf(beginning, commands).flat()];
}

export function factsAfter(log: Log): PaymentFacts {
  const { facts } = stateAfter(paymentDecider, log);
  if (facts === null) throw new Error('The log begins no payment.');
  return facts;
}

type Posted = Happened<DocumentPosted>;

/** The documents that were posted and not corrected, read from the log alone. */
export function postedIn(log: Log): readonly Posted[] {
  const corrected = log.flatMap((event) => (event.type === 'CorrectionPosted' ? [event.data.correctsId] : []));
  return log.filter(
    (event): event is Posted => event.type === 'DocumentPosted' && !corrected.includes(event.data.documentId),
  );
}

/** A standing document without what follows arrival: ids, numbers, positions, recorded times. */
export interface Booked {
  readonly requiredAs: DocumentData['requiredAs'];
  readonly effectiveAt: string;
  readonly cause: string | null;
  readonly amount: number;
  readonly lines: DocumentData['lines'];
  readonly entries: readonly string[];
  /** `requiredKey` of the standing document that it reverses, or null; `gone` when it names one that does not stand. */
  readonly reverses: string | null;
}

export function booksOf(log: Log): readonly Booked[] {
  const standing = postedIn(log).map((posted) => ({ ...posted, key: requiredKey(posted.data.requiredAs) }));
  const keys = new Map(standing.map(({ data, key }) => [data.documentId, key]));
  return standing
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ data, effectiveAt }) => ({
      requiredAs: data.requiredAs,
      effectiveAt,
      cause: data.cause,
      amount: data.amount,
      lines: data.lines,
      entries: data.entries.map(written),
      reverses: data.reversesId === null ? null : (keys.get(data.reversesId) ?? 'gone'),
    }));
}

/** An entry as a line of a journal, for example `1100 debit 12000 GBP` or `4000 credit 100 GBP at 20 %`. */
export function written({ account, debit, credit, currency, taxRate }: Entry): string {
  if (debit < 0 || credit < 0 || debit > 0 === credit > 0) throw new Error(`Not one side: ${debit} and ${credit}`);
  const rate = taxRate === undefined ? '' : ` at ${taxRate} %`;
  return `${account} ${debit > 0 ? `debit ${debit}` : `credit ${credit}`} ${currency}${rate}`;
}

// Histories as GoCardless may make them, walked from its table of a payment's statuses.

/** Which action may come next, and the status after it. Written down here a second time, so that no test trusts the code. */
const NEXT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pending_customer_approval: {
    customer_approval_granted: 'pending_submission',
    customer_approval_denied: 'customer_approval_denied',
  },
  pending_submission: { submitted: 'submitted', cancelled: 'cancelled' },
  submitted: { confirmed: 'confirmed', failed: 'failed', cancelled: 'cancelled' },
  confirmed: { paid_out: 'paid_out', failed: 'failed', charged_back: 'charged_back' },
  paid_out: { failed: 'failed', charged_back: 'charged_back', surcharge_fee_debited: 'paid_out' },
  charged_back: { chargeback_cancelled: 'confirmed', chargeback_settled: 'charged_back' },
  failed: { resubmission_requested: 'pending_submission', late_failure_settled: 'failed' },
  cancelled: {},
  customer_approval_denied: {},
};

export type Step =
  | { readonly action: string; readonly willAttemptRetry?: boolean }
  | { readonly action: 'refund_settled' | 'funds_returned'; readonly refundId: string; readonly amount: number };

/** A history as far as it was walked, with the money as GoCardless itself would count it. */
export interface Walk {
  readonly status: string;
  readonly steps: readonly Step[];
  /** What each step added to our claim on GoCardless; refunds count once a paid-out is among the steps. */
  readonly money: readonly number[];
  readonly stands: boolean;
  /** For each chargeback that is open: whether it ended standing money. */
  readonly chargebacks: readonly boolean[];
  readonly refunds: Readonly<Record<string, number>>;
  readonly refunded: number;
}

export function walkFrom(status: string): Walk {
  return { status, steps: [], money: [], stands: false, chargebacks: [], refunds: {}, refunded: 0 };
}

/** All steps that GoCardless may take next. */
export function nextSteps(walk: Walk, refundAmount: number): readonly Step[] {
  const steps: Step[] = Object.keys(NEXT[walk.status] ?? {}).map((action) => ({ action }));
  if (walk.status === 'submitted') steps.push({ action: 'failed', willAttemptRetry: true });
  const left = AMOUNT - Object.values(walk.refunds).reduce((total, amount) => total + amount, 0);
  const refundable = walk.status === 'confirmed' || walk.status === 'paid_out';
  if (refundable && left > 0) {
    const refundId = `RF${walk.refunded + 1}`;
    steps.push({ action: 'refund_settled', refundId, amount: Math.min(left, refundAmount) });
  }
  for (const [refundId, amount] of Object.entries(walk.refunds)) {
    steps.push({ action: 'funds_returned', refundId, amount });
  }
  return steps;
}

export function walkOn(walk: Walk, step: Step): Walk {
  const on = (change: Partial<Walk>, money = 0): Walk => ({
    ...walk,
    status: NEXT[walk.status]?.[step.action] ?? walk.status,
    steps: [...walk.steps, step],
    money: [...walk.money, money],
    ...change,
  });
  if ('refundId' in step) {
    const { [step.refundId]: returned, ...others } = walk.refunds;
    return returned === undefined
      ? on({ refunds: { ...others, [step.refundId]: step.amount }, refunded: walk.refunded + 1 }, -step.amount)
      : on({ refunds: others }, step.amount);
  }
  switch (step.action) {
    case 'paid_out':
      return on({ stands: true }, walk.stands ? 0 : AMOUNT);
    case 'failed':
      return on({ stands: false }, walk.stands ? -AMOUNT : 0);
    case 'charged_back':
      return on({ stands: false, chargebacks: [...walk.chargebacks, walk.stands] }, walk.stands ? -AMOUNT : 0);
    case 'chargeback_cancelled': {
      const restored = walk.chargebacks.at(-1) ?? false;
      return on({ stands: restored, chargebacks: walk.chargebacks.slice(0, -1) }, restored ? AMOUNT : 0);
    }
    default:
      return on({});
  }
}

/** One thing that arrives: an event of the payment, or a command that brings a refund or an identification. */
export type Arrival = GoCardlessEvent | PaymentCommand;

/** Steps at instants of their own or shared ones. Ids tell nothing of the order in time. */
export function arrivalsOf(steps: readonly Step[], instants: readonly string[], salt: number): readonly Arrival[] {
  return steps.map((step, index) => {
    const at = instants[index] ?? '';
    // 11 is prime and more than the steps, so that each gets another id.
    const id = `EV${String((index * 7 + salt) % 11).padStart(2, '0')}`;
    if ('refundId' in step) {
      const type = step.action === 'refund_settled' ? 'RefundSettled' : 'RefundReturned';
      return { ...refund(type, step.refundId, step.amount, at), eventId: id };
    }
    const { action, willAttemptRetry = false } = step;
    const payout = action === 'paid_out' ? { payout: `PO${index}` } : {};
    return told(action, at, { id, cause: `${action} ${index}`, willAttemptRetry, ...payout });
  });
}

/** Arrivals as commands under the same books. After an arrival whose `cuts` is false, the next event joins the same command. */
export function commandsFor(
  arrivals: readonly Arrival[],
  booksFrom: string,
  cuts: (index: number) => boolean = () => true,
): readonly PaymentCommand[] {
  const rules = { ...RULES, booksFrom };
  const commands: Asked<PaymentCommand>[] = [];
  arrivals.forEach((arrival, index) => {
    const last = commands.at(-1);
    if ('type' in arrival) commands.push('rules' in arrival ? { ...arrival, rules } : arrival);
    else if (last?.type === 'ObserveGoCardlessEvents' && !cuts(index - 1)) {
      commands.splice(-1, 1, { ...last, events: [...last.events, arrival] });
    } else commands.push(observe([arrival], rules));
  });
  return commands;
}
