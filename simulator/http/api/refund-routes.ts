import { refundMandate, refundPayment } from '../../refunds/create-refund';
import { pageOf } from '../pagination';
import { type RequestContext, type Route } from '../route';
import { found, linked } from '../../api-errors/must-exist';
import { createOnce, fieldsOf, listed, one } from './answers';

function create(context: RequestContext) {
  return createOnce(context, 'refunds', () => {
    const { world, organisation } = context;
    const fields = fieldsOf(context, 'refunds');
    const links = fields.within('links');
    const paymentId = links.optionalText('payment');
    const mandateId = links.optionalText('mandate');
    if ((paymentId === null) === (mandateId === null)) links.fault('payment', 'or a mandate must be given, not both');
    const total = fields.optionalInteger('total_amount_confirmation', { min: 0 });
    if (paymentId !== null && total === null) fields.fault('total_amount_confirmation', "can't be blank");
    const wish = {
      amount: fields.integer('amount', { min: 1 }),
      reference: fields.optionalText('reference', { max: 140 }),
      metadata: fields.metadata() ?? {},
    };
    fields.check();
    if (paymentId !== null) {
      const payment = linked(organisation.payments.get(paymentId), 'payment');
      return refundPayment(world, organisation, payment, wish, total).resource;
    }
    const mandate = linked(organisation.mandates.get(mandateId ?? ''), 'mandate');
    return refundMandate(world, organisation, mandate, wish).resource;
  });
}

function list(context: RequestContext) {
  const { query, organisation } = context;
  const payment = query.text('payment');
  const mandate = query.text('mandate');
  const type = query.text('refund_type');
  const created = query.timeRange('created_at');
  const page = pageOf(
    organisation.refunds,
    query,
    ({ resource }) => resource.id,
    ({ resource }) =>
      (payment === null || resource.links.payment === payment) &&
      (mandate === null || resource.links.mandate === mandate) &&
      (type === 'mandate' || mandate !== null) === (resource.links.mandate !== undefined) &&
      created(resource.created_at),
  );
  return listed(context, 'refunds', page, ({ resource }) => resource);
}

export const refundRoutes: readonly Route<RequestContext>[] = [
  { method: 'POST', path: '/refunds', handle: create },
  { method: 'GET', path: '/refunds', handle: list },
  {
    method: 'GET',
    path: '/refunds/:id',
    handle: ({ organisation, params }) => one('refunds', found(organisation.refunds.get(params['id'] ?? '')).resource),
  },
  {
    method: 'PUT',
    path: '/refunds/:id',
    handle: (context) => {
      const record = found(context.organisation.refunds.get(context.params['id'] ?? ''));
      const fields = fieldsOf(context, 'refunds');
      const metadata = fields.metadata() ?? record.resource.metadata;
      fields.check();
      record.resource = { ...record.resource, metadata };
      return one('refunds', record.resource);
    },
  },
];
