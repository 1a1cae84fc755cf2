import { invalidState } from '../api-errors/api-failure';
import { type BillingRequestAction, nextBillingRequestStatus } from '../machines/billing-request';
import { createMandate } from '../mandates/create-mandate';
import { applyMandateOutcome, bringToActive } from '../mandates/mandate-outcomes';
import { bringTo } from '../payments/payment-outcomes';
import { createPayment } from '../payments/create-payment';
import { createBankAccount, inventedNumber } from '../resources/bank-accounts';
import { createCustomer, readCustomer } from '../resources/customers';
import { Fields } from '../http/fields';
import { type FundsSettlement } from '../resources/shapes';
import { isSchemeName, SCHEMES, type SchemeName, usualScheme } from '../schemes/scheme-facts';
import {
  type BankAccountRecord,
  type BillingRequestRecord,
  type CreditorRecord,
  type MandateRecord,
  type Organisation,
  type Payer,
} from '../state/organisation';
import { type World } from '../state/world';
import { tellBillingRequest } from './create-billing-request';

/** Moves a billing request along its machine; the steps between are told by no event. */
export function moveBillingRequest(record: BillingRequestRecord, action: BillingRequestAction): void {
  const next = nextBillingRequestStatus(record.resource.status, action);
  if (next === undefined) throw impossible(record);
  record.resource = { ...record.resource, status: next };
}

function impossible({ resource }: BillingRequestRecord) {
  return invalidState('billing_request_not_possible', `A billing request that is ${resource.status} can not do this`);
}

export function cancelBillingRequest(world: World, organisation: Organisation, record: BillingRequestRecord): void {
  moveBillingRequest(record, 'cancelled');
  tellBillingRequest(world, organisation, record, 'cancelled', 'api', 'billing_request_cancelled');
}

/** The payer has agreed: customer, bank account, mandate and payment come to be. */
export function fulfilBillingRequest(
  world: World,
  organisation: Organisation,
  record: BillingRequestRecord,
  payer: Payer,
): void {
  const creditor = organisation.creditors.get(record.creditor);
  if (creditor === undefined) return;
  if (!['pending', 'ready_to_fulfil'].includes(record.resource.status)) throw impossible(record);
  const mandateRequest = record.resource.mandate_request;
  const paymentRequest = record.resource.payment_request;
  const currency = String((mandateRequest ?? paymentRequest ?? {})['currency']);
  const scheme = schemeOf(String(mandateRequest?.['scheme']), currency);
  const customer = record.resource.links['customer'] ?? createPayer(world, organisation, payer, scheme);
  // Nothing moves before the payer's details have proved good: who is refused may try again.
  if (record.resource.status === 'pending') moveBillingRequest(record, 'ready');
  moveBillingRequest(record, 'fulfil_started');
  const account = createPayerAccount(world, organisation, customer, payer, scheme);
  const made: Record<string, string> = { customer, customer_bank_account: account.resource.id };
  const mandate = mandateRequest && addMandate(world, organisation, creditor, account, scheme, record);
  if (mandate) made['mandate_request_mandate'] = mandate.resource.id;
  if (paymentRequest) {
    made['payment_request_payment'] = addPayment(world, organisation, creditor, account, mandate, record);
  }
  moveBillingRequest(record, 'fulfilled');
  record.resource = {
    ...record.resource,
    actions: record.resource.actions.map((action) => ({ ...action, status: 'completed' })),
    links: { ...record.resource.links, ...made },
  };
  tellBillingRequest(world, organisation, record, 'fulfilled', 'gocardless', 'billing_request_fulfilled');
}

function schemeOf(wished: string, currency: string): SchemeName {
  if (isSchemeName(wished)) return wished;
  return usualScheme(currency) ?? 'bacs';
}

function createPayer(world: World, organisation: Organisation, payer: Payer, scheme: SchemeName): string {
  const fields = Fields.of(
    {
      given_name: payer.givenName,
      family_name: payer.familyName,
      company_name: payer.companyName,
      email: payer.email,
      country_code: SCHEMES[scheme].countryCode,
    },
    '/customer',
  );
  return createCustomer(world, organisation, readCustomer(fields)).id;
}

function createPayerAccount(
  world: World,
  organisation: Organisation,
  customer: string,
  payer: Payer,
  scheme: SchemeName,
): BankAccountRecord {
  const holder = payer.companyName ?? `${payer.givenName ?? ''} ${payer.familyName ?? ''}`.trim();
  return createBankAccount(world, organisation, {
    customer,
    holder,
    number: inventedNumber(world),
    countryCode: SCHEMES[scheme].countryCode,
    currency: SCHEMES[scheme].currency,
    accountType: null,
    metadata: {},
  });
}

function addMandate(
  world: World,
  organisation: Organisation,
  creditor: CreditorRecord,
  account: BankAccountRecord,
  scheme: SchemeName,
  record: BillingRequestRecord,
): MandateRecord {
  const request = record.resource.mandate_request ?? {};
  const metadata = Fields.of(request, '').metadata() ?? {};
  const wish = { scheme, reference: null, metadata, fundsSettlement: settlementOf(request) };
  return createMandate(world, organisation, creditor, account, wish);
}

function settlementOf(request: Readonly<Record<string, unknown>>): FundsSettlement {
  return request['funds_settlement'] === 'direct' ? 'direct' : 'managed';
}

/** An instant payment goes by a mandate of its own, which is used up by it; one for direct debit by the new mandate. */
function addPayment(
  world: World,
  organisation: Organisation,
  creditor: CreditorRecord,
  account: BankAccountRecord,
  mandate: MandateRecord | null,
  record: BillingRequestRecord,
): string {
  const request = Fields.of(record.resource.payment_request ?? {}, '');
  const currency = request.text('currency');
  const instant = currency === 'GBP' || mandate === null;
  const wish = {
    amount: request.integer('amount'),
    currency,
    chargeDate: null,
    description: request.optionalText('description'),
    reference: null,
    metadata: request.metadata() ?? {},
    retryIfPossible: false,
  };
  if (!instant) return createPayment(world, organisation, mandate, wish).resource.id;
  const scheme = currency === 'GBP' ? 'faster_payments' : schemeOf('', currency);
  const fundsSettlement = settlementOf(record.resource.payment_request ?? {});
  const once = { scheme, reference: null, metadata: {}, fundsSettlement };
  const single = createMandate(world, organisation, creditor, account, once);
  if (scheme === 'faster_payments') bringToActive(world, organisation, single);
  const payment = createPayment(world, organisation, single, wish);
  if (scheme === 'faster_payments') {
    bringTo(world, organisation, payment, 'submitted');
    applyMandateOutcome(world, organisation, single, 'consumed', {});
  }
  return payment.resource.id;
}
