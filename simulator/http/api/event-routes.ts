import { invalidApiUsage } from '../../api-errors/api-failure';
import { type EventResource } from '../../resources/shapes';
import { readMandate } from '../../mandates/move-mandate';
import { readSubscription } from '../../subscriptions/create-subscription';
import { pageOf } from '../pagination';
import { type Query } from '../query';
import { type Answer, type RequestContext, type Route } from '../route';
import { found } from '../../api-errors/must-exist';
import { listed, one } from './answers';

/** Filters that name one resource, with the type whose events they choose. */
const BY_RESOURCE: Readonly<Record<string, string>> = {
  billing_request: 'billing_requests',
  creditor: 'creditors',
  customer: 'customers',
  export: 'exports',
  instalment_schedule: 'instalment_schedules',
  mandate: 'mandates',
  organisation: 'organisations',
  outbound_payment: 'outbound_payments',
  payer_authorisation: 'payer_authorisations',
  payment: 'payments',
  payment_account_transaction: 'payment_account_transactions',
  payout: 'payouts',
  refund: 'refunds',
  scheme_identifier: 'scheme_identifiers',
  subscription: 'subscriptions',
};

function filterOf(query: Query): (event: EventResource) => boolean {
  query.exclusive('resource_type', ...Object.keys(BY_RESOURCE));
  const resourceType = query.text('resource_type');
  const action = query.text('action');
  const parent = query.text('parent_event');
  const created = query.timeRange('created_at');
  const wanted = Object.entries(BY_RESOURCE).flatMap(([name, type]) => {
    const id = query.text(name);
    return id === null ? [] : [{ name, type, id }];
  });
  return (event) =>
    (resourceType === null || event.resource_type === resourceType) &&
    (action === null || event.action === action) &&
    (parent === null || event.links['parent_event'] === parent) &&
    wanted.every(({ name, type, id }) => event.resource_type === type && event.links[name] === id) &&
    created(event.created_at);
}

function list(context: RequestContext): Answer {
  const { query, organisation } = context;
  const matches = filterOf(query);
  const include = query.text('include');
  if (include !== null && query.text('resource_type') === null) {
    throw invalidApiUsage(400, 'invalid_filters', 'include needs resource_type');
  }
  const page = pageOf(organisation.events, query, (event) => event.id, matches);
  const answer = listed(context, 'events', page, (event) => event);
  if (include === null) return answer;
  return {
    ...answer,
    body: { events: page.records, linked: linkedResources(context, include, page.records), meta: page.meta },
  };
}

/** The resources of one kind that a page of events names, each once. */
function linkedResources(context: RequestContext, name: string, events: readonly EventResource[]) {
  const { organisation, world } = context;
  const ids = [...new Set(events.flatMap((event) => event.links[name] ?? []))];
  const readers: Readonly<Record<string, (id: string) => unknown>> = {
    creditor: (id) => organisation.creditors.get(id)?.resource,
    customer: (id) => organisation.customers.get(id)?.resource,
    instalment_schedule: (id) => organisation.instalmentSchedules.get(id)?.resource,
    mandate: (id) => {
      const record = organisation.mandates.get(id);
      return record && readMandate(world, record);
    },
    payment: (id) => organisation.payments.get(id)?.resource,
    payout: (id) => organisation.payouts.get(id)?.resource,
    refund: (id) => organisation.refunds.get(id)?.resource,
    subscription: (id) => {
      const record = organisation.subscriptions.get(id);
      return record && readSubscription(record);
    },
  };
  const read = readers[name];
  const resources = read === undefined ? [] : ids.map(read).filter((resource) => resource !== undefined);
  return { [`${name}s`]: resources };
}

export const eventRoutes: readonly Route<RequestContext>[] = [
  { method: 'GET', path: '/events', handle: list },
  {
    method: 'GET',
    path: '/events/:id',
    handle: ({ organisation, params }) => one('events', found(organisation.events.get(params['id'] ?? ''))),
  },
];
