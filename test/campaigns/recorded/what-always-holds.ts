import { type GoCardlessEvent } from '../../../src/domain/shared/gocardless-event';
import { type Ledger } from './books';
import { type GoCardlessState } from './gocardless-states';

/** Throws when the books break one of the rules that hold for all books, or differ from what GoCardless itself says of the money. */
export function checkLedger(ledger: Ledger, state: GoCardlessState): void {
  const problems = [
    ...trialBalance(ledger),
    ...clearing(ledger, state),
    ...numbers(ledger),
    ...totals(ledger),
    ...chargedOnce(ledger, state),
    ...everythingApplied(ledger, state),
    ...statuses(ledger, state),
  ];
  if (problems.length > 0) throw new Error(problems.slice(0, 8).join('\n'));
}

function trialBalance({ trialBalances }: Ledger): readonly string[] {
  return trialBalances.flatMap(({ currency, totalDebit, totalCredit, balances }) => {
    const sum = [...balances.values()].reduce((total, balance) => total + balance, 0);
    return totalDebit === totalCredit && sum === 0
      ? []
      : [`The ${currency} trial balance is off: ${totalDebit} debit, ${totalCredit} credit.`];
  });
}

/** Clearing is what was paid out and lost, less what GoCardless's own payout items say that payouts have settled. */
function clearing({ trialBalances }: Ledger, state: GoCardlessState): readonly string[] {
  return trialBalances.flatMap(({ currency, balances }) => {
    const found = balances.get('1100') ?? 0;
    const expected = expectedClearing(state, currency);
    return found === expected ? [] : [`Clearing is ${found} ${currency}, but by GoCardless's payouts ${expected}.`];
  });
}

const SETTLED_ITEMS = [
  'payment_paid_out',
  'payment_failed',
  'payment_charged_back',
  'payment_refunded',
  'refund',
  'refund_funds_returned',
];

function expectedClearing(state: GoCardlessState, currency: string): number {
  const oldestFirst = state.events.map(({ event }) => event).reverse();
  const payments = state.payments.filter((payment) => payment.currency === currency);
  const received = payments.reduce((sum, { id, amount }) => sum + (moneyStands(oldestFirst, id) ? amount : 0), 0);
  const refunds = state.refunds.filter((refund) => refund.currency === currency);
  const refunded = refunds.reduce((sum, { id, amount }) => sum + refundedNow(oldestFirst, id) * amount, 0);
  const settled = state.payouts
    .filter((payout) => payout.currency === currency)
    .reduce((sum, { id }) => sum + settledBy(state, id), 0);
  const bounced = state.payouts
    .filter((payout) => payout.currency === currency && payout.status === 'bounced')
    .reduce((sum, { amount }) => sum + amount, 0);
  return received - refunded - settled + bounced;
}

/** Whether a payment's money is with us or on its way to us, by the order in which GoCardless told it. */
function moneyStands(events: readonly GoCardlessEvent[], paymentId: string): boolean {
  let stands = false;
  let endedByChargeback = false;
  for (const { resourceType, action, links } of events) {
    if (resourceType !== 'payments' || links['payment'] !== paymentId) continue;
    if (action === 'paid_out') stands = true;
    if (action === 'failed') stands = false;
    if (action === 'charged_back') {
      endedByChargeback = stands;
      stands = false;
    }
    if (action === 'chargeback_cancelled' && endedByChargeback) stands = true;
  }
  return stands;
}

/** 1 when a refund's money has gone, 0 when it has not, or came back. */
function refundedNow(events: readonly GoCardlessEvent[], refundId: string): number {
  const told = events.filter(({ resourceType, links }) => resourceType === 'refunds' && links['refund'] === refundId);
  const times = (action: string) => told.filter((event) => event.action === action).length;
  return times('refund_settled') - times('funds_returned');
}

function settledBy(state: GoCardlessState, payoutId: string): number {
  const items = state.payoutItems.get(payoutId) ?? [];
  return items
    .filter(({ type }) => SETTLED_ITEMS.includes(type))
    .reduce((sum, { amount }) => sum + Math.round(Number(amount)), 0);
}

function numbers({ receipts }: Ledger): readonly string[] {
  const given = receipts.map(({ number }) => Number(String(number).replace(/\D/g, ''))).sort((a, b) => a - b);
  return given.every((number, index) => number === index + 1)
    ? []
    : [`Receipt numbers have a gap: ${given.join(' ')}.`];
}

function totals({ salesOrders }: Ledger): readonly string[] {
  return salesOrders.flatMap(({ id, planTotal, total, receiptedTotal }) =>
    Number(receiptedTotal) <= Number(total) && Number(total) <= Number(planTotal)
      ? []
      : [
          `Order ${String(id)}: ${String(receiptedTotal)} receipted, ${String(total)} total, ${String(planTotal)} planned.`,
        ],
  );
}

/** Every payment of ours is one at GoCardless, and no two there are the same one of ours. */
function chargedOnce({ payments }: Ledger, state: GoCardlessState): readonly string[] {
  const tags = state.payments.flatMap(({ metadata }) => metadata['ddl_payment'] ?? []);
  const twice = tags.filter((tag, index) => tags.indexOf(tag) !== index);
  const known = payments.flatMap(({ gocardlessPaymentId }) =>
    typeof gocardlessPaymentId === 'string' ? [gocardlessPaymentId] : [],
  );
  const unknown = state.payments.filter(({ id }) => !known.includes(id));
  const doubled = known.filter((id, index) => known.indexOf(id) !== index);
  const unanswered = payments.filter(
    ({ gocardlessPaymentId, status }) => gocardlessPaymentId === null && status !== 'rejected',
  );
  return [
    ...unanswered.map(({ id }) => `${String(id)} was requested, but GoCardless does not have it.`),
    ...twice.map((tag) => `${tag} was charged twice.`),
    ...unknown.map(({ id }) => `The books do not know ${id}.`),
    ...doubled.map((id) => `${id} is two payments in the books.`),
  ];
}

/** Everything that GoCardless told has been heard, and something came of it. */
function everythingApplied({ deliveries }: Ledger, state: GoCardlessState): readonly string[] {
  const settled = new Set(
    deliveries.filter(({ status }) => ['applied', 'ignored'].includes(String(status))).map(({ eventId }) => eventId),
  );
  return state.events
    .filter(({ event }) => !settled.has(event.id))
    .map(({ event }) => `${event.resourceType} ${event.action} ${event.id} was not applied.`);
}

/** Where GoCardless has a payment, the books show it in the same status; but a chargeback that is cancelled leads to the status before it. */
function statuses({ payments }: Ledger, state: GoCardlessState): readonly string[] {
  const ours = new Map(
    payments.map(({ gocardlessPaymentId, status }) => [gocardlessPaymentId, JSON.stringify(status)]),
  );
  const cancelled = new Set(
    state.events.flatMap(({ event }) => (event.action === 'chargeback_cancelled' ? [event.links['payment']] : [])),
  );
  return state.payments.flatMap(({ id, status }) => {
    const shown = cancelled.has(id) ? undefined : ours.get(id);
    return shown === undefined || shown === JSON.stringify(status)
      ? []
      : [`${id} is ${status}, but shown as ${shown}.`];
  });
}
