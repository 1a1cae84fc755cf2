import { invalidState } from '../../api-errors/api-failure';
import { found, linked } from '../../api-errors/must-exist';
import { type Subscription } from '../../resources/shapes';
import { createSubscription, readSubscription } from '../../subscriptions/create-subscription';
import { isLiveSubscription, moveSubscription, tellSubscription } from '../../subscriptions/move-subscription';
import { type Fields } from '../fields';
import { pageOf } from '../pagination';
import { type RequestContext, type Route } from '../route';
import { createOnce, dataOf, fieldsOf, listed, one } from './answers';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const subscriptionOf = ({ organisation, params }: RequestContext) =>
  found(organisation.subscriptions.get(params['id'] ?? ''));

function readUnit(fields: Fields): Subscription['interval_unit'] {
  const unit = fields.text('interval_unit', { oneOf: ['weekly', 'monthly', 'yearly'] });
  return unit === 'weekly' || unit === 'yearly' ? unit : 'monthly';
}

function create(context: RequestContext) {
  return createOnce(context, 'subscriptions', () => {
    const fields = fieldsOf(context, 'subscriptions');
    const mandate = fields.within('links').text('mandate');
    const day = fields.optionalInteger('day_of_month', { min: -1, max: 28 });
    if (day === 0) fields.fault('day_of_month', 'must be between 1 and 28, or -1');
    const wish = {
      amount: fields.integer('amount', { min: 1 }),
      currency: fields.text('currency', { max: 3 }),
      name: fields.optionalText('name', { max: 255 }),
      startDate: fields.optionalDate('start_date'),
      endDate: fields.optionalDate('end_date'),
      interval: fields.optionalInteger('interval', { min: 1 }) ?? 1,
      intervalUnit: readUnit(fields),
      dayOfMonth: day,
      month: fields.optionalText('month', { oneOf: MONTHS }),
      count: fields.optionalInteger('count', { min: 1 }),
      paymentReference: fields.optionalText('payment_reference', { max: 140 }),
      retryIfPossible: fields.optionalBoolean('retry_if_possible') ?? false,
      appFee: fields.optionalInteger('app_fee', { min: 0 }),
      metadata: fields.metadata() ?? {},
    };
    fields.check();
    const { world, organisation } = context;
    const record = linked(organisation.mandates.get(mandate), 'mandate');
    return readSubscription(createSubscription(world, organisation, record, wish));
  });
}

function list(context: RequestContext) {
  const { query, organisation } = context;
  query.exclusive('customer', 'mandate');
  const customer = query.text('customer');
  const mandate = query.text('mandate');
  const status = query.oneOf('status');
  const created = query.timeRange('created_at');
  const page = pageOf(
    organisation.subscriptions,
    query,
    ({ resource }) => resource.id,
    ({ resource }) =>
      (mandate === null || resource.links.mandate === mandate) &&
      (customer === null || organisation.mandates.get(resource.links.mandate)?.resource.links.customer === customer) &&
      status(resource.status) &&
      created(resource.created_at),
  );
  return listed(context, 'subscriptions', page, readSubscription);
}

function update(context: RequestContext) {
  const { world, organisation } = context;
  const record = subscriptionOf(context);
  const { resource } = record;
  const fields = fieldsOf(context, 'subscriptions');
  const amount = fields.optionalInteger('amount', { min: 1 }) ?? resource.amount;
  const changed: Subscription = {
    ...resource,
    amount,
    app_fee: fields.optionalInteger('app_fee', { min: 0 }) ?? resource.app_fee,
    name: fields.optionalText('name', { max: 255 }) ?? resource.name,
    payment_reference: fields.optionalText('payment_reference', { max: 140 }) ?? resource.payment_reference,
    retry_if_possible: fields.optionalBoolean('retry_if_possible') ?? resource.retry_if_possible,
    metadata: fields.metadata() ?? resource.metadata,
  };
  fields.check();
  record.resource = changed;
  if (amount !== resource.amount) {
    tellSubscription(world, organisation, record, 'amended', {
      details: { origin: 'api', cause: 'subscription_amended' },
    });
  }
  return one('subscriptions', readSubscription(record));
}

const byApi = (cause: string) => ({ details: { origin: 'api', cause } });

function pause(context: RequestContext) {
  const { world, organisation } = context;
  const record = subscriptionOf(context);
  const fields = dataOf(context);
  const cycles = fields.optionalInteger('pause_cycles', { min: 1 });
  fields.check();
  moveSubscription(world, organisation, record, 'paused', byApi('subscription_paused'));
  record.cyclesPaused = cycles;
  if (cycles !== null) tellSubscription(world, organisation, record, 'scheduled_resume', byApi('scheduled_resume'));
  return one('subscriptions', readSubscription(record));
}

function resume(context: RequestContext) {
  const record = subscriptionOf(context);
  moveSubscription(context.world, context.organisation, record, 'resumed', byApi('subscription_resumed'));
  record.cyclesPaused = null;
  return one('subscriptions', readSubscription(record));
}

function cancel(context: RequestContext) {
  const record = subscriptionOf(context);
  const { status } = record.resource;
  if (!isLiveSubscription(record)) {
    throw invalidState('cancellation_failed', `This subscription is ${status} and can not be cancelled`);
  }
  moveSubscription(context.world, context.organisation, record, 'cancelled', byApi('subscription_cancelled'));
  return one('subscriptions', readSubscription(record));
}

export const subscriptionRoutes: readonly Route<RequestContext>[] = [
  { method: 'POST', path: '/subscriptions', handle: create },
  { method: 'GET', path: '/subscriptions', handle: list },
  {
    method: 'GET',
    path: '/subscriptions/:id',
    handle: (context) => one('subscriptions', readSubscription(subscriptionOf(context))),
  },
  { method: 'PUT', path: '/subscriptions/:id', handle: update },
  { method: 'POST', path: '/subscriptions/:id/actions/pause', handle: pause },
  { method: 'POST', path: '/subscriptions/:id/actions/resume', handle: resume },
  { method: 'POST', path: '/subscriptions/:id/actions/cancel', handle: cancel },
];
