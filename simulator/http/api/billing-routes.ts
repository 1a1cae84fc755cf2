import { createBillingRequest, readBillingRequest } from '../../billing/create-billing-request';
import { createFlow, readFlow } from '../../billing/billing-request-flow';
import { cancelBillingRequest, fulfilBillingRequest, moveBillingRequest } from '../../billing/fulfil-billing-request';
import { invalidState } from '../../api-errors/api-failure';
import { type BillingRequestRecord } from '../../state/organisation';
import { type Fields } from '../fields';
import { pageOf } from '../pagination';
import { type Answer, type RequestContext, type Route } from '../route';
import { found, linked } from '../../api-errors/must-exist';
import { createOnce, creditorOf, dataOf, fieldsOf, listed, one } from './answers';

const requestOf = ({ organisation, params }: RequestContext) =>
  found(organisation.billingRequests.get(params['id'] ?? ''));

function create(context: RequestContext): Answer {
  return createOnce(context, 'billing_requests', () => {
    const { world, organisation } = context;
    const fields = fieldsOf(context, 'billing_requests');
    const wish = readBillingRequest(fields);
    if (wish.customer !== null) linked(organisation.customers.get(wish.customer), 'customer');
    const creditor = creditorOf(organisation, wish.creditor, fields.within('links'));
    return createBillingRequest(world, organisation, creditor, wish).resource;
  });
}

function list(context: RequestContext): Answer {
  const { query, organisation } = context;
  const customer = query.text('customer');
  const status = query.oneOf('status');
  const created = query.timeRange('created_at');
  const page = pageOf(
    organisation.billingRequests,
    query,
    ({ resource }) => resource.id,
    ({ resource }) =>
      (customer === null || resource.links['customer'] === customer) &&
      status(resource.status) &&
      created(resource.created_at),
  );
  return listed(context, 'billing_requests', page, ({ resource }) => resource);
}

/** An action that changes the request and answers with it. */
function action(
  verb: string,
  act: (context: RequestContext, record: BillingRequestRecord, data: Fields) => void,
): Route<RequestContext> {
  return {
    method: 'POST',
    path: `/billing_requests/:id/actions/${verb}`,
    handle: (context) => {
      const record = requestOf(context);
      const data = dataOf(context);
      act(context, record, data);
      return one('billing_requests', record.resource);
    },
  };
}

function complete(record: BillingRequestRecord, type: string): void {
  record.resource = {
    ...record.resource,
    actions: record.resource.actions.map((step) => (step['type'] === type ? { ...step, status: 'completed' } : step)),
  };
  const open = record.resource.actions.some((step) => step['status'] === 'pending');
  if (!open && record.resource.status === 'pending') moveBillingRequest(record, 'ready');
}

export const billingRoutes: readonly Route<RequestContext>[] = [
  { method: 'POST', path: '/billing_requests', handle: create },
  { method: 'GET', path: '/billing_requests', handle: list },
  {
    method: 'GET',
    path: '/billing_requests/:id',
    handle: (context) => one('billing_requests', requestOf(context).resource),
  },
  action('collect_customer_details', (_context, record, data) => {
    const customer = data.within('customer');
    record.payer = {
      givenName: customer.optionalText('given_name'),
      familyName: customer.optionalText('family_name'),
      companyName: customer.optionalText('company_name'),
      email: customer.optionalText('email'),
    };
    data.check();
    complete(record, 'collect_customer_details');
  }),
  action('collect_bank_account', (_context, record, data) => {
    data.optionalText('account_number');
    data.optionalText('iban');
    data.check();
    complete(record, 'collect_bank_account');
  }),
  action('confirm_payer_details', (_context, record) => {
    complete(record, 'confirm_payer_details');
  }),
  action('fulfil', ({ world, organisation }, record) => {
    if (record.payer === null || record.resource.status !== 'ready_to_fulfil') {
      throw invalidState('billing_request_not_ready', 'The payer has not given all details yet');
    }
    fulfilBillingRequest(world, organisation, record, record.payer);
  }),
  action('cancel', ({ world, organisation }, record) => {
    cancelBillingRequest(world, organisation, record);
  }),
  {
    method: 'POST',
    path: '/billing_request_flows',
    // A flow is made anew for every request: its keys are never looked at.
    handle: (context) => {
      const { world, organisation, baseUrl } = context;
      const wish = readFlow(fieldsOf(context, 'billing_request_flows'));
      linked(organisation.billingRequests.get(wish.billingRequest), 'billing_request');
      return { status: 201, body: { billing_request_flows: createFlow(world, organisation, baseUrl, wish) } };
    },
  },
  {
    method: 'POST',
    path: '/billing_request_flows/:id/actions/initialise',
    handle: ({ organisation, params }) =>
      one('billing_request_flows', found(organisation.billingRequestFlows.get(params['id'] ?? ''))),
  },
];
