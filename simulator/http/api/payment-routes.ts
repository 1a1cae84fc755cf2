import { invalidState } from '../../api-errors/api-failure';
import { type Fields } from '../fields';
import { createPayment, type PaymentWish } from '../../payments/create-payment';
import { movePayment } from '../../payments/move-payment';
import { retryPayment } from '../../payments/retry-payment';
import { type Payment } from '../../resources/shapes';
import { type Organisation, type PaymentRecord } from '../../state/organisation';
import { pageOf, pageOfSorted } from '../pagination';
import { type Query } from '../query';
import { type RequestContext, type Route } from '../route';
import { found, linked } from '../../api-errors/must-exist';
import { createOnce, dataOf, fieldsOf, listed, one } from './answers';

const paymentOf = ({ organisation, params }: RequestContext) => found(organisation.payments.get(params['id'] ?? ''));

function readWish(fields: Fields): { mandate: string; wish: PaymentWish } {
  const mandate = fields.within('links').text('mandate');
  const fasterAch = fields.optionalBoolean('faster_ach');
  const appFee = fields.optionalInteger('app_fee', { min: 0 });
  fields.optionalText('psu_interaction_type', { oneOf: ['in_session', 'off_session'] });
  const wish: PaymentWish = {
    amount: fields.integer('amount', { min: 1 }),
    currency: fields.text('currency', { max: 3 }),
    chargeDate: fields.optionalDate('charge_date'),
    description: fields.optionalText('description', { max: 140 }),
    reference: fields.optionalText('reference', { max: 140 }),
    metadata: fields.metadata() ?? {},
    retryIfPossible: fields.optionalBoolean('retry_if_possible') ?? false,
    ...(fasterAch !== null && { fasterAch }),
    ...(appFee !== null && { appFee }),
  };
  fields.check();
  return { mandate, wish };
}

function create(context: RequestContext) {
  return createOnce(context, 'payments', () => {
    const { mandate, wish } = readWish(fieldsOf(context, 'payments'));
    const record = linked(context.organisation.mandates.get(mandate), 'mandate');
    return createPayment(context.world, context.organisation, record, wish).resource;
  });
}

function filterOf(organisation: Organisation, query: Query): (payment: Payment) => boolean {
  query.exclusive('customer', 'creditor');
  const customer = query.text('customer');
  const creditor = query.text('creditor');
  const mandate = query.text('mandate');
  const subscription = query.text('subscription');
  const currency = query.text('currency');
  const scheme = query.text('scheme');
  const status = query.oneOf('status');
  const charged = query.dateRange('charge_date');
  const created = query.timeRange('created_at');
  const customerOf = (payment: Payment) => organisation.mandates.get(payment.links.mandate)?.resource.links.customer;
  return (payment) =>
    (mandate === null || payment.links.mandate === mandate) &&
    (creditor === null || payment.links.creditor === creditor) &&
    (currency === null || payment.currency === currency) &&
    (scheme === null || payment.scheme === scheme) &&
    (subscription === null || payment.links.subscription === subscription) &&
    status(payment.status) &&
    charged(payment.charge_date) &&
    created(payment.created_at) &&
    (customer === null || customerOf(payment) === customer);
}

function list(context: RequestContext) {
  const { organisation, query } = context;
  const matches = filterOf(organisation, query);
  const idOf = ({ resource }: PaymentRecord) => resource.id;
  const sortField = query.text('sort_field');
  const ascending = query.text('sort_direction') === 'asc';
  if (sortField === null) {
    const page = pageOf(organisation.payments, query, idOf, ({ resource }) => matches(resource));
    return listed(context, 'payments', page, ({ resource }) => resource);
  }
  const compare =
    sortField === 'amount'
      ? (one: Payment, other: Payment) => one.amount - other.amount
      : (one: Payment, other: Payment) => one.charge_date.localeCompare(other.charge_date);
  const sorted = [...organisation.payments.newestFirst()]
    .filter(({ resource }) => matches(resource))
    .sort((one, other) => (ascending ? 1 : -1) * compare(one.resource, other.resource));
  return listed(context, 'payments', pageOfSorted(sorted, query, idOf), ({ resource }) => resource);
}

function update(context: RequestContext) {
  const record = paymentOf(context);
  const fields = fieldsOf(context, 'payments');
  const metadata = fields.metadata() ?? record.resource.metadata;
  const retry = fields.optionalBoolean('retry_if_possible') ?? record.resource.retry_if_possible;
  fields.check();
  record.resource = { ...record.resource, metadata, retry_if_possible: retry };
  return one('payments', record.resource);
}

function cancel(context: RequestContext) {
  const record = paymentOf(context);
  const fields = dataOf(context);
  const metadata = fields.metadata() ?? {};
  fields.check();
  const { status } = record.resource;
  if (status !== 'pending_submission' && status !== 'pending_customer_approval') {
    throw invalidState('cancellation_failed', `This payment is ${status} and can not be cancelled`);
  }
  movePayment(context.world, context.organisation, record, 'cancelled', {
    details: { origin: 'api', cause: 'payment_cancelled' },
    metadata,
  });
  return one('payments', record.resource);
}

function retry(context: RequestContext) {
  const record = paymentOf(context);
  const fields = dataOf(context);
  const chargeDate = fields.optionalDate('charge_date');
  const metadata = fields.metadata() ?? {};
  fields.check();
  retryPayment(context.world, context.organisation, record, chargeDate, metadata);
  return one('payments', record.resource);
}

export const paymentRoutes: readonly Route<RequestContext>[] = [
  { method: 'POST', path: '/payments', handle: create },
  { method: 'GET', path: '/payments', handle: list },
  { method: 'GET', path: '/payments/:id', handle: (context) => one('payments', paymentOf(context).resource) },
  { method: 'PUT', path: '/payments/:id', handle: update },
  { method: 'POST', path: '/payments/:id/actions/cancel', handle: cancel },
  { method: 'POST', path: '/payments/:id/actions/retry', handle: retry },
];
