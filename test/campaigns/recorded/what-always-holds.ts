import { type GoCardlessEvent } from '../../../src/domain/shared/gocardless-event';
import { type Ledger, type TrialBalance } from './books';
import { type GoCardlessState } from './gocardless-states';

/** Throws when the books break one of the rules that hold for all books, or differ from what GoCardless itself says of the money. */
export function checkLedger(ledger: Ledger, state: GoCardlessState): void {
  const problems = [
    ...trialBalance(ledger),
    ...clearing(ledger.trialBalances, state),
    ...numbers(ledger),
    ...totals(ledger),
    ...chargedOnce(ledger, state),
    ...neverChargedWhatIsBarred(state),
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
/** Throws when clearing is not what GoCardless's own payouts still have to settle. */
export function checkClearing(trialBalances: readonly TrialBalance[], state: GoCardlessState, after: string): void {
  const problems = clearing(trialBalances, state);
  if (problems.length > 0) throw new Error(`After "${after}": ${problems.join('\n')}`);
}

function clearing(trialBalances: readonly TrialBalance[], state: GoCardlessState): readonly string[] {
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

/** Whose books they are: the account's first creditor; lists are newest first. */
function ourCreditor({ creditors }: GoCardlessState): string {
  return creditors.at(-1)?.id ?? '';
}

/** Mandates whose money is for these books, or would be. */
function ourMandates(state: GoCardlessState): ReadonlySet<string> {
  const ours = ourCreditor(state);
  return new Set(state.mandates.filter(({ creditorId }) => creditorId === ours).map(({ id }) => id));
}

function expectedClearing(all: GoCardlessState, currency: string): number {
  const state = oursOf(all);
  const oldestFirst = state.events.map(({ event }) => event).reverse();
  const payments = state.payments.filter((payment) => payment.currency === currency);
  const received = payments.reduce((sum, { id, amount }) => sum + (moneyStands(oldestFirst, id) ? amount : 0), 0);
  const refunds = state.refunds.filter((refund) => refund.currency === currency);
  const refunded = refunds.reduce((sum, { id, amount }) => sum + refundedNow(oldestFirst, id) * amount, 0);
  const settled = state.payouts
    .filter((payout) => payout.currency === currency && payout.status !== 'pending')
    .reduce((sum, { id }) => sum + settledBy(state, id), 0);
  const bounced = state.payouts
    .filter((payout) => payout.currency === currency && payout.status === 'bounced')
    .reduce((sum, { amount }) => sum + amount, 0);
  return received - refunded - settled + bounced;
}

/** What of GoCardless's account concerns our creditor. */
function oursOf(state: GoCardlessState): GoCardlessState {
  const ours = ourCreditor(state);
  const mandates = ourMandates(state);
  const payments = state.payments.filter(({ creditorId }) => creditorId === ours);
  const paymentIds = new Set(payments.map(({ id }) => id));
  const refunds = state.refunds.filter(({ gocardlessPaymentId, mandateId }) =>
    gocardlessPaymentId === null ? mandates.has(mandateId ?? '') : paymentIds.has(gocardlessPaymentId),
  );
  return { ...state, payments, refunds, payouts: state.payouts.filter(({ creditorId }) => creditorId === ours) };
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
function chargedOnce({ payments }: Ledger, all: GoCardlessState): readonly string[] {
  const state = oursOf(all);
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

/** Nothing was asked for on a mandate whose money is not for these books. */
function neverChargedWhatIsBarred({ payments, mandates, ...rest }: GoCardlessState): readonly string[] {
  const ours = ourCreditor({ payments, mandates, ...rest });
  const barred = mandates.filter(
    ({ creditorId, fundsSettlement }) => creditorId !== ours || fundsSettlement === 'direct',
  );
  const barredIds = new Set(barred.map(({ id }) => id));
  return payments
    .filter(({ mandateId, metadata }) => barredIds.has(mandateId) && metadata['ddl_payment'] !== undefined)
    .map(({ id, mandateId }) => `${id} was charged on ${mandateId}, which is barred.`);
}

/** Everything that GoCardless told has been heard, and something came of it. */
function everythingApplied({ deliveries }: Ledger, state: GoCardlessState): readonly string[] {
  const settled = new Set(
    // What another creditor of the account is told is none of ours.
    deliveries
      .filter(({ status, reason }) => ['applied', 'ignored'].includes(String(status)) || reason === 'other_creditor')
      .map(({ eventId }) => eventId),
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
