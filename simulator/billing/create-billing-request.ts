import { type Fields } from '../http/fields';
import { recordEvent } from '../events/record-event';
import { type BillingRequest, type FundsSettlement, type Metadata } from '../resources/shapes';
import { isSchemeName, SCHEMES, usualScheme } from '../schemes/scheme-facts';
import { type BillingRequestRecord, type CreditorRecord, type Organisation } from '../state/organisation';
import { type World } from '../state/world';

export interface BillingRequestWish {
  readonly mandateRequest: {
    readonly scheme: string | null;
    readonly currency: string;
    readonly fundsSettlement: FundsSettlement;
    readonly metadata: Metadata;
  } | null;
  readonly paymentRequest: {
    readonly amount: number;
    readonly currency: string;
    readonly fundsSettlement: FundsSettlement;
    readonly description: string | null;
    readonly metadata: Metadata;
  } | null;
  readonly metadata: Metadata;
  readonly customer: string | null;
  readonly creditor: string | null;
}

export function readBillingRequest(fields: Fields): BillingRequestWish {
  const links = fields.within('links');
  const wish: BillingRequestWish = {
    mandateRequest: fields.has('mandate_request') ? readMandateRequest(fields.within('mandate_request')) : null,
    paymentRequest: fields.has('payment_request') ? readPaymentRequest(fields.within('payment_request')) : null,
    metadata: fields.metadata() ?? {},
    customer: links.optionalText('customer'),
    creditor: links.optionalText('creditor'),
  };
  if (wish.mandateRequest === null && wish.paymentRequest === null) {
    fields.fault('mandate_request', 'or a payment request must be given');
  }
  fields.check();
  return wish;
}

function readMandateRequest(fields: Fields) {
  const scheme = fields.optionalText('scheme', { oneOf: Object.keys(SCHEMES) });
  const currency = fields.optionalText('currency', { max: 3 });
  const known = scheme !== null && isSchemeName(scheme) ? SCHEMES[scheme].currency : null;
  if (known === null && currency === null) fields.fault('currency', "can't be blank");
  if (known !== null && currency !== null && known !== currency) fields.fault('currency', `must be ${known}`);
  const fundsSettlement = readSettlement(fields);
  return { scheme, currency: currency ?? known ?? '', fundsSettlement, metadata: fields.metadata() ?? {} };
}

function readSettlement(fields: Fields): FundsSettlement {
  return fields.optionalText('funds_settlement', { oneOf: ['managed', 'direct'] }) === 'direct' ? 'direct' : 'managed';
}

function readPaymentRequest(fields: Fields) {
  return {
    amount: fields.integer('amount', { min: 1 }),
    currency: fields.text('currency', { max: 3 }),
    fundsSettlement: readSettlement(fields),
    description: fields.optionalText('description', { max: 140 }),
    metadata: fields.metadata() ?? {},
  };
}

/** Opens a request; it waits for its payer. */
export function createBillingRequest(
  world: World,
  organisation: Organisation,
  creditor: CreditorRecord,
  wish: BillingRequestWish,
): BillingRequestRecord {
  const { mandateRequest, paymentRequest } = wish;
  const mandateRequestId = world.ids.next('MRQ');
  const paymentRequestId = world.ids.next('PRQ');
  const resource: BillingRequest = {
    id: world.ids.next('BRQ'),
    created_at: world.clock.stamp(),
    status: 'pending',
    mandate_request: mandateRequest && {
      currency: mandateRequest.currency,
      scheme: mandateRequest.scheme ?? usualScheme(mandateRequest.currency) ?? null,
      funds_settlement: mandateRequest.fundsSettlement,
      metadata: mandateRequest.metadata,
      links: {},
    },
    payment_request: paymentRequest && {
      amount: paymentRequest.amount,
      currency: paymentRequest.currency,
      description: paymentRequest.description,
      funds_settlement: paymentRequest.fundsSettlement,
      metadata: paymentRequest.metadata,
      scheme: null,
      links: {},
    },
    fallback_enabled: false,
    fallback_occurred: false,
    actions: ['collect_customer_details', 'collect_bank_account', 'confirm_payer_details'].map((type) => ({
      type,
      required: true,
      completes_actions: [],
      requires_actions: [],
      status: 'pending',
    })),
    metadata: wish.metadata,
    links: {
      creditor: creditor.resource.id,
      organisation: organisation.id,
      ...(mandateRequest && { mandate_request: mandateRequestId }),
      ...(paymentRequest && { payment_request: paymentRequestId }),
      ...(wish.customer !== null && { customer: wish.customer }),
    },
  };
  const record: BillingRequestRecord = { resource, payer: null, creditor: creditor.resource.id };
  organisation.billingRequests.add(record);
  tellBillingRequest(world, organisation, record, 'created', 'api', 'billing_request_created');
  return record;
}

export function tellBillingRequest(
  world: World,
  organisation: Organisation,
  { resource }: BillingRequestRecord,
  action: string,
  origin: string,
  cause: string,
): void {
  const names = ['mandate_request_mandate', 'payment_request_payment', 'customer', 'customer_bank_account'];
  const made = names.flatMap((name) => {
    const id = resource.links[name];
    return id === undefined ? [] : [[name, id] as const];
  });
  recordEvent(world, organisation, {
    resourceType: 'billing_requests',
    action,
    links: { billing_request: resource.id, ...(action === 'fulfilled' && Object.fromEntries(made)) },
    details: { origin, cause },
    resourceMetadata: resource.metadata,
  });
}
