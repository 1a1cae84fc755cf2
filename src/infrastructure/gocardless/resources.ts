import { type PlanKind } from '../../domain/gocardless-plans/events';
import {
  type GoCardlessCreditor,
  type GoCardlessCustomer,
  type GoCardlessCustomerBankAccount,
  type GoCardlessMandate,
  type GoCardlessPayment,
  type GoCardlessPayout,
  type GoCardlessPayoutItem,
  type GoCardlessPlan,
  type GoCardlessRefund,
} from '../../application/ports/gocardless';
import { OWN_METADATA_KEYS } from '../../domain/shared/gocardless-event';
import { Fields, pick } from './json';

// One function for each resource: GoCardless's JSON → our value. They throw `UnexpectedShape`.

export function creditorFrom(json: unknown): GoCardlessCreditor {
  const creditor = new Fields(json, 'creditor');
  return { id: creditor.text('id'), name: creditor.textOrNull('name') ?? '' };
}

export function customerFrom(json: unknown): GoCardlessCustomer {
  const customer = new Fields(json, 'customer');
  return {
    id: customer.text('id'),
    createdAt: customer.instant('created_at'),
    givenName: customer.textOrNull('given_name'),
    familyName: customer.textOrNull('family_name'),
    companyName: customer.textOrNull('company_name'),
    email: customer.textOrNull('email'),
  };
}

export function customerBankAccountFrom(json: unknown): GoCardlessCustomerBankAccount {
  const account = new Fields(json, 'customer_bank_account');
  return {
    id: account.text('id'),
    gocardlessCustomerId: account.object('links').text('customer'),
    bankName: account.textOrNull('bank_name'),
    accountNumberEnding: account.textOrNull('account_number_ending'),
  };
}

export function mandateFrom(json: unknown): GoCardlessMandate {
  const mandate = new Fields(json, 'mandate');
  const links = mandate.object('links');
  return {
    id: mandate.text('id'),
    createdAt: mandate.instant('created_at'),
    status: mandate.text('status'),
    scheme: mandate.text('scheme'),
    reference: mandate.textOrNull('reference'),
    nextPossibleChargeDate: mandate.dateOrNull('next_possible_charge_date'),
    gocardlessCustomerId: links.text('customer'),
    customerBankAccountId: links.text('customer_bank_account'),
    creditorId: links.text('creditor'),
    fundsSettlement: mandate.textOrNull('funds_settlement') ?? 'managed',
    newMandateId: links.textOrNull('new_mandate'),
    metadata: pick(mandate.texts('metadata'), OWN_METADATA_KEYS),
  };
}

export function paymentFrom(json: unknown): GoCardlessPayment {
  const payment = new Fields(json, 'payment');
  const links = payment.object('links');
  return {
    id: payment.text('id'),
    createdAt: payment.instant('created_at'),
    status: payment.text('status'),
    amount: payment.amount('amount'),
    amountRefunded: payment.amountOrNull('amount_refunded') ?? 0,
    currency: payment.text('currency'),
    chargeDate: payment.dateOrNull('charge_date'),
    mandateId: links.text('mandate'),
    creditorId: links.text('creditor'),
    payoutId: links.textOrNull('payout'),
    metadata: pick(payment.texts('metadata'), OWN_METADATA_KEYS),
  };
}

export function payoutFrom(json: unknown): GoCardlessPayout {
  const payout = new Fields(json, 'payout');
  return {
    id: payout.text('id'),
    createdAt: payout.instant('created_at'),
    status: payout.text('status'),
    creditorId: payout.object('links').text('creditor'),
    amount: payout.amount('amount'),
    deductedFees: payout.amount('deducted_fees'),
    currency: payout.text('currency'),
    reference: payout.textOrNull('reference'),
    arrivalDate: payout.dateOrNull('arrival_date'),
    fx: conversionFrom(payout.objectOrNull('fx'), payout.text('currency')),
  };
}

/** GoCardless sends `fx` for every payout; when nothing was converted, it names the payout's own currency. */
function conversionFrom(fx: Fields | null, currency: string): GoCardlessPayout['fx'] {
  const bankCurrency = fx?.textOrNull('fx_currency') ?? null;
  if (fx === null || bankCurrency === null || bankCurrency === currency) return null;
  return { currency: bankCurrency, amount: fx.amountOrNull('fx_amount') };
}

export function payoutItemFrom(json: unknown): GoCardlessPayoutItem {
  const item = new Fields(json, 'payout_item');
  const links = item.objectOrNull('links');
  return {
    type: item.text('type'),
    amount: item.tenths('amount'),
    gocardlessPaymentId: links?.textOrNull('payment') ?? null,
    refundId: links?.textOrNull('refund') ?? null,
    taxes: item.listOrEmpty('taxes').map((tax) => new Fields(tax, 'payout_item.taxes').tenths('amount')),
  };
}

export function planFrom(kind: PlanKind): (json: unknown) => GoCardlessPlan {
  return (json) => {
    const plan = new Fields(json, kind);
    return {
      id: plan.text('id'),
      kind,
      createdAt: plan.instant('created_at'),
      status: plan.text('status'),
      mandateId: plan.object('links').text('mandate'),
    };
  };
}

export function refundFrom(json: unknown): GoCardlessRefund {
  const refund = new Fields(json, 'refund');
  const links = refund.object('links');
  return {
    id: refund.text('id'),
    createdAt: refund.instant('created_at'),
    status: refund.text('status'),
    amount: refund.amount('amount'),
    currency: refund.text('currency'),
    gocardlessPaymentId: links.textOrNull('payment'),
    mandateId: links.textOrNull('mandate'),
    metadata: pick(refund.texts('metadata'), OWN_METADATA_KEYS),
  };
}
