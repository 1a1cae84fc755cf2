import { invalidState } from '../../api-errors/api-failure';
import { found, linked } from '../../api-errors/must-exist';
import { addDays, addMonths } from '../../calendar/local-date';
import { cancelInstalmentSchedule } from '../../instalment-schedules/cancel-instalment-schedule';
import { createInstalmentSchedule, type Instalment } from '../../instalment-schedules/create-instalment-schedule';
import { Fields, isJsonObject, type JsonObject } from '../fields';
import { pageOf } from '../pagination';
import { type RequestContext, type Route } from '../route';
import { createOnce, fieldsOf, listed, one } from './answers';

const MAX_INSTALMENTS = 100;

const scheduleOf = ({ organisation, params }: RequestContext) =>
  found(organisation.instalmentSchedules.get(params['id'] ?? ''));

/** Either a list of instalments with their dates, or a rhythm with a list of amounts. */
function readInstalments(context: RequestContext, fields: Fields): readonly Instalment[] {
  const content = context.body['instalment_schedules'];
  const given: unknown = isJsonObject(content) ? content['instalments'] : undefined;
  const instalments = Array.isArray(given) ? readDates(given) : isJsonObject(given) ? readRhythm(given) : null;
  if (instalments === null || instalments.length === 0 || instalments.length > MAX_INSTALMENTS) {
    fields.fault('instalments', `must be 1 to ${MAX_INSTALMENTS} instalments`);
  }
  return instalments ?? [];
}

function readDates(given: readonly unknown[]): readonly Instalment[] {
  return given.map((one, index) => {
    const fields = Fields.of(isJsonObject(one) ? one : {}, `/instalment_schedules/instalments/${index}`);
    const instalment = {
      amount: fields.integer('amount', { min: 1 }),
      chargeDate: fields.optionalDate('charge_date'),
      description: fields.optionalText('description', { max: 140 }),
    };
    fields.check();
    return instalment;
  });
}

function readRhythm(given: JsonObject): readonly Instalment[] {
  const fields = Fields.of(given, '/instalment_schedules/instalments');
  const start = fields.optionalDate('start_date');
  const interval = fields.integer('interval', { min: 1 });
  const unit = fields.text('interval_unit', { oneOf: ['weekly', 'monthly', 'yearly'] });
  const amounts: unknown = given['amounts'];
  const whole = (Array.isArray(amounts) ? amounts : []).filter((one): one is number => Number.isSafeInteger(one));
  if (start === null) fields.fault('start_date', "can't be blank");
  fields.check();
  const dateOf = (index: number): string => {
    if (unit === 'weekly') return addDays(start ?? '', 7 * interval * index);
    return addMonths(start ?? '', interval * index * (unit === 'yearly' ? 12 : 1));
  };
  return whole.map((amount, index) => ({ amount, chargeDate: dateOf(index), description: null }));
}

function create(context: RequestContext) {
  return createOnce(context, 'instalment_schedules', () => {
    const fields = fieldsOf(context, 'instalment_schedules');
    const mandate = fields.within('links').text('mandate');
    const wish = {
      name: fields.text('name', { max: 255 }),
      currency: fields.text('currency', { max: 3 }),
      totalAmount: fields.integer('total_amount', { min: 1 }),
      instalments: readInstalments(context, fields),
      paymentReference: fields.optionalText('payment_reference', { max: 140 }),
      retryIfPossible: fields.optionalBoolean('retry_if_possible') ?? false,
      appFee: fields.optionalInteger('app_fee', { min: 0 }),
      metadata: fields.metadata() ?? {},
    };
    fields.check();
    const { world, organisation } = context;
    const record = linked(organisation.mandates.get(mandate), 'mandate');
    return createInstalmentSchedule(world, organisation, record, wish).resource;
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
    organisation.instalmentSchedules,
    query,
    ({ resource }) => resource.id,
    ({ resource }) =>
      (mandate === null || resource.links.mandate === mandate) &&
      (customer === null || resource.links.customer === customer) &&
      status(resource.status) &&
      created(resource.created_at),
  );
  return listed(context, 'instalment_schedules', page, ({ resource }) => resource);
}

function update(context: RequestContext) {
  const record = scheduleOf(context);
  const fields = fieldsOf(context, 'instalment_schedules');
  const metadata = fields.metadata() ?? record.resource.metadata;
  fields.check();
  record.resource = { ...record.resource, metadata };
  return one('instalment_schedules', record.resource);
}

function cancel(context: RequestContext) {
  const record = scheduleOf(context);
  const { status } = record.resource;
  if (status !== 'active' && status !== 'errored') {
    throw invalidState('cancellation_failed', `This instalment schedule is ${status} and can not be cancelled`);
  }
  cancelInstalmentSchedule(context.world, context.organisation, record);
  return one('instalment_schedules', record.resource);
}

export const instalmentScheduleRoutes: readonly Route<RequestContext>[] = [
  { method: 'POST', path: '/instalment_schedules', handle: create },
  { method: 'POST', path: '/instalment_schedules/create_with_dates', handle: create },
  { method: 'POST', path: '/instalment_schedules/create_with_schedule', handle: create },
  { method: 'GET', path: '/instalment_schedules', handle: list },
  {
    method: 'GET',
    path: '/instalment_schedules/:id',
    handle: (context) => one('instalment_schedules', scheduleOf(context).resource),
  },
  { method: 'PUT', path: '/instalment_schedules/:id', handle: update },
  { method: 'POST', path: '/instalment_schedules/:id/actions/cancel', handle: cancel },
];
