import { feeTenths } from '../payouts/fees';
import { type BalanceEntryType } from '../payouts/balance';
import { type CreditorRecord, type Organisation, type PaymentRecord } from '../state/organisation';

/** Money that goes from payer to creditor without GoCardless between: no balance and no payout ever shows it. */
export function settlesDirectly({ mandates }: Organisation, { resource }: PaymentRecord): boolean {
  return mandates.get(resource.links.mandate)?.resource.funds_settlement === 'direct';
}

/** Credits a collected payment and its fees to the creditor's balance. */
export function creditPayment(organisation: Organisation, record: PaymentRecord, availableFrom: number): void {
  const creditor = organisation.creditors.get(record.resource.links.creditor);
  if (creditor === undefined || settlesDirectly(organisation, record)) return;
  record.feeTenths = feeTenths(record.resource.amount, creditor.fees);
  enter(organisation, record, 'payment_paid_out', record.resource.amount * 10, availableFrom);
  enter(organisation, record, 'gocardless_fee', -record.feeTenths, availableFrom);
  enter(organisation, record, 'app_fee', -(record.resource.app_fee ?? 0) * 10, availableFrom);
}

/** Takes back credits that no payout has carried yet. */
export function withdrawCredit(organisation: Organisation, record: PaymentRecord): void {
  for (const entry of organisation.balance) {
    if (entry.links['payment'] !== record.resource.id) continue;
    const isCredit = entry.type === 'payment_paid_out';
    const isItsFee = (entry.type === 'gocardless_fee' || entry.type === 'app_fee') && entry.tenths < 0;
    if (isCredit || isItsFee) organisation.balance.delete(entry);
  }
}

/** Debits a payment that was lost after its payout; the fees come back, a surcharge may be due. */
export function debitPayment(
  organisation: Organisation,
  record: PaymentRecord,
  type: 'payment_failed' | 'payment_charged_back',
  now: number,
): void {
  enter(organisation, record, type, -record.resource.amount * 10, now);
  enter(organisation, record, 'gocardless_fee', record.feeTenths, now);
  enter(organisation, record, 'app_fee', (record.resource.app_fee ?? 0) * 10, now);
  enter(organisation, record, 'surcharge_fee', -surchargeOf(organisation, record), now);
}

/** Gives back the surcharge of a chargeback that was withdrawn. */
export function returnSurcharge(organisation: Organisation, record: PaymentRecord, now: number): void {
  enter(organisation, record, 'surcharge_fee', surchargeOf(organisation, record), now);
}

function surchargeOf(organisation: Organisation, record: PaymentRecord): number {
  const creditor: CreditorRecord | undefined = organisation.creditors.get(record.resource.links.creditor);
  return (creditor?.fees.surcharge ?? 0) * 10;
}

function enter(
  organisation: Organisation,
  { resource }: PaymentRecord,
  type: BalanceEntryType,
  tenths: number,
  availableFrom: number,
): void {
  if (tenths === 0) return;
  organisation.balance.add({
    type,
    tenths,
    currency: resource.currency,
    creditor: resource.links.creditor,
    links: { payment: resource.id },
    availableFrom,
  });
}
