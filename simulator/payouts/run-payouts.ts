import { recordEvent } from '../events/record-event';
import { movePayment, tellPayment } from '../payments/move-payment';
import { planLoss, plansLoss } from '../payments/collect-payment';
import { tellRefund } from '../refunds/move-refund';
import { type Payout, type PayoutItem } from '../resources/shapes';
import { nextWorkingDayAt } from '../schemes/payment-schedule';
import { HOURS } from '../schemes/scheme-facts';
import { type CreditorRecord, type Organisation, type PayoutRecord } from '../state/organisation';
import { type World } from '../state/world';
import { type BalanceEntry, settle } from './balance';
import { oneDecimal, taxesWithin } from './fees';
import { exchange } from './exchange';

/** Pays out every available balance that is positive: one payout per creditor and currency. */
export function runPayouts(world: World, organisation: Organisation): PayoutRecord[] {
  const made: PayoutRecord[] = [];
  for (const creditor of organisation.creditors.oldestFirst()) {
    if (creditor.resource.verification_status !== 'successful' || creditor.frozen) continue;
    for (const [currency, entries] of availableByCurrency(world, organisation, creditor)) {
      const payout = payOut(world, organisation, creditor, currency, entries);
      if (payout !== undefined) made.push(payout);
    }
  }
  return made;
}

function availableByCurrency(world: World, organisation: Organisation, creditor: CreditorRecord) {
  const available = new Map<string, BalanceEntry[]>();
  for (const entry of organisation.balance) {
    if (entry.creditor !== creditor.resource.id || entry.availableFrom > world.clock.now()) continue;
    const entries = available.get(entry.currency);
    if (entries === undefined) available.set(entry.currency, [entry]);
    else entries.push(entry);
  }
  return available;
}

function payOut(
  world: World,
  organisation: Organisation,
  creditor: CreditorRecord,
  currency: string,
  entries: readonly BalanceEntry[],
): PayoutRecord | undefined {
  const { amount, deductedFees } = settle(entries);
  if (amount <= 0) return undefined;
  const taxCurrency = creditor.fees.taxCurrency ?? currency;
  const fxCurrency = creditor.resource.fx_payout_currency ?? currency;
  const id = world.ids.next('PO');
  const sent = world.clock.stamp();
  const resource: Payout = {
    id,
    created_at: sent,
    amount,
    deducted_fees: deductedFees,
    currency,
    reference: `${creditor.resource.bank_reference_prefix}-PO-${id.slice(-6)}`,
    status: fxCurrency === currency ? 'paid' : 'pending',
    arrival_date: fxCurrency === currency ? world.clock.today() : null,
    payout_type: 'merchant',
    tax_currency: taxCurrency,
    fx: {
      fx_currency: fxCurrency,
      fx_amount: null,
      exchange_rate: null,
      estimated_exchange_rate: fxCurrency === currency ? null : creditor.exchangeRate,
    },
    metadata: {},
    links: { creditor: creditor.resource.id, creditor_bank_account: creditor.payoutAccount },
  };
  const items = entries.map((entry) => toItem(organisation, entry, creditor, taxCurrency));
  const paid = recordEvent(world, organisation, {
    resourceType: 'payouts',
    action: 'paid',
    links: { payout: id },
    details: { origin: 'gocardless', cause: 'payout_paid' },
    createdAt: sent,
  });
  const record: PayoutRecord = { resource, items, paidEvent: paid.id };
  organisation.payouts.add(record);
  for (const entry of entries) {
    organisation.balance.delete(entry);
    settleEntry(world, organisation, record, entry);
  }
  if (fxCurrency !== currency || taxCurrency !== currency) {
    const at = nextWorkingDayAt(world.clock.now(), HOURS.payouts, world.calendar);
    world.agenda.add(at, { kind: 'confirm_payout_rates', organisation: organisation.id, payout: id });
  }
  return record;
}

function toItem(
  organisation: Organisation,
  entry: BalanceEntry,
  { fees }: CreditorRecord,
  taxCurrency: string,
): PayoutItem {
  const taxed = entry.type === 'gocardless_fee' || entry.type === 'surcharge_fee';
  const payment = organisation.payments.get(entry.links['payment'] ?? '');
  const isRefund =
    entry.type === 'payment_refunded' || entry.type === 'refund' || entry.type === 'refund_funds_returned';
  const mandate = isRefund ? (entry.links['mandate'] ?? payment?.resource.links.mandate) : undefined;
  return {
    type: entry.type,
    amount: oneDecimal(entry.tenths),
    taxes: taxed ? taxesWithin(entry.tenths, entry.currency, taxCurrency, fees) : [],
    links: { ...entry.links, ...(mandate !== undefined && { mandate }) },
  };
}

/** Tells what the payout did to the payment or refund behind an entry, as a child of the payout's own event. */
function settleEntry(world: World, organisation: Organisation, payout: PayoutRecord, entry: BalanceEntry): void {
  const child = { links: { parent_event: payout.paidEvent }, createdAt: payout.resource.created_at };
  const payment = organisation.payments.get(entry.links['payment'] ?? '');
  const refund = organisation.refunds.get(entry.links['refund'] ?? '');
  const settled = (cause: string) => ({ ...child, details: { origin: 'gocardless', cause } });
  switch (entry.type) {
    case 'payment_paid_out': {
      if (payment === undefined) return;
      const id = payout.resource.id;
      payment.resource = { ...payment.resource, links: { ...payment.resource.links, payout: id } };
      const links = { ...child.links, payout: id };
      movePayment(world, organisation, payment, 'paid_out', { ...settled('payment_paid_out'), links });
      if (plansLoss(payment)) planLoss(world, organisation, payment);
      return;
    }
    case 'payment_failed':
      if (payment) tellPayment(world, organisation, payment, 'late_failure_settled', settled('late_failure_settled'));
      return;
    case 'payment_charged_back':
      if (payment) tellPayment(world, organisation, payment, 'chargeback_settled', settled('chargeback_settled'));
      return;
    case 'surcharge_fee':
      if (payment && entry.tenths < 0) {
        tellPayment(world, organisation, payment, 'surcharge_fee_debited', settled('surcharge_fee_debited'));
      }
      return;
    case 'payment_refunded':
    case 'refund':
      if (refund) {
        refund.settled = true;
        tellRefund(world, organisation, refund, 'refund_settled', settled('refund_settled'));
      }
      return;
    case 'refund_funds_returned':
      if (refund) {
        refund.resource = { ...refund.resource, status: 'funds_returned' };
        tellRefund(world, organisation, refund, 'funds_returned', settled('refund_funds_returned'));
      }
      return;
    case 'gocardless_fee':
    case 'app_fee':
      return;
    default:
      entry.type satisfies never;
  }
}

/** The working day after a payout its exchange rates are final. */
export function confirmRates(world: World, organisation: Organisation, record: PayoutRecord): void {
  const { currency, fx, tax_currency: taxCurrency } = record.resource;
  if (fx.fx_currency !== currency && fx.exchange_rate === null) confirmFxRate(world, organisation, record);
  if (taxCurrency !== currency) confirmTaxRates(world, organisation, record);
}

export function confirmFxRate(world: World, organisation: Organisation, record: PayoutRecord): void {
  const rate = organisation.creditors.get(record.resource.links.creditor)?.exchangeRate ?? '1';
  record.resource = {
    ...record.resource,
    status: 'paid',
    arrival_date: world.clock.today(),
    fx: { ...record.resource.fx, exchange_rate: rate, fx_amount: exchange(record.resource.amount, rate) },
  };
  tellPayout(world, organisation, record, 'fx_rate_confirmed', 'payout_fx_rate_confirmed');
}

export function confirmTaxRates(world: World, organisation: Organisation, record: PayoutRecord): void {
  const rate = organisation.creditors.get(record.resource.links.creditor)?.exchangeRate ?? '1';
  record.items = record.items.map((item) => ({
    ...item,
    taxes: item.taxes.map((tax) => ({
      ...tax,
      exchange_rate: rate,
      destination_amount: oneDecimal(exchange(Number(tax.amount.replace('.', '')), rate)),
    })),
  }));
  tellPayout(world, organisation, record, 'tax_exchange_rates_confirmed', 'payout_tax_exchange_rates_confirmed');
}

function tellPayout(
  world: World,
  organisation: Organisation,
  record: PayoutRecord,
  action: string,
  cause: string,
): void {
  recordEvent(world, organisation, {
    resourceType: 'payouts',
    action,
    links: { payout: record.resource.id },
    details: { origin: 'gocardless', cause },
    resourceMetadata: record.resource.metadata,
  });
}
