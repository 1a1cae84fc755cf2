import { invalidApiUsage } from '../../api-errors/api-failure';
import { createBankAccount, disableBankAccount, readBankAccount } from '../../resources/bank-accounts';
import { createCustomer, readCustomer, removeCustomer } from '../../resources/customers';
import { type Customer } from '../../resources/shapes';
import { SCHEMES } from '../../schemes/scheme-facts';
import { type Organisation } from '../../state/organisation';
import { pageOf, pageOfSorted } from '../pagination';
import { type Query } from '../query';
import { type RequestContext, type Route } from '../route';
import { found, linked } from '../../api-errors/must-exist';
import { createOnce, dataOf, fieldsOf, listed, one } from './answers';

function customerOf({ organisation, params }: RequestContext) {
  const id = params['id'] ?? '';
  if (organisation.removedCustomers.has(id)) {
    throw invalidApiUsage(410, 'customer_data_removed', 'The data of this customer was removed');
  }
  return found(organisation.customers.get(id));
}

function customerFilter(organisation: Organisation, query: Query): (customer: Customer) => boolean {
  const created = query.timeRange('created_at');
  const currency = query.text('currency');
  const actionRequired = query.boolean('action_required');
  const withCurrency = new Set<string>();
  if (currency !== null) {
    for (const { resource } of organisation.mandates.oldestFirst()) {
      if (SCHEMES[resource.scheme].currency === currency) withCurrency.add(resource.links.customer);
    }
  }
  return (customer) =>
    created(customer.created_at) &&
    (currency === null || withCurrency.has(customer.id)) &&
    // Nobody here ever has to act: every customer of the simulator is complete.
    actionRequired !== true;
}

function listCustomers(context: RequestContext) {
  const { organisation, query } = context;
  const matches = customerFilter(organisation, query);
  const sortField = query.text('sort_field');
  const ascending = query.text('sort_direction') === 'asc';
  const idOf = ({ resource }: { resource: Customer }) => resource.id;
  if (sortField === null) {
    const page = pageOf(organisation.customers, query, idOf, ({ resource }) => matches(resource));
    return listed(context, 'customers', page, ({ resource }) => resource);
  }
  const key = ({ resource }: { resource: Customer }) => {
    if (sortField === 'company_name') return resource.company_name ?? '';
    if (sortField === 'name') return `${resource.family_name ?? ''} ${resource.given_name ?? ''}`;
    return resource.created_at;
  };
  const sorted = [...organisation.customers.newestFirst()]
    .filter(({ resource }) => matches(resource))
    .sort((one, other) => (ascending ? 1 : -1) * key(one).localeCompare(key(other)));
  return listed(context, 'customers', pageOfSorted(sorted, query, idOf), ({ resource }) => resource);
}

export const customerRoutes: readonly Route<RequestContext>[] = [
  {
    method: 'POST',
    path: '/customers',
    handle: (context) =>
      createOnce(context, 'customers', () =>
        createCustomer(context.world, context.organisation, readCustomer(fieldsOf(context, 'customers'))),
      ),
  },
  { method: 'GET', path: '/customers', handle: listCustomers },
  { method: 'GET', path: '/customers/:id', handle: (context) => one('customers', customerOf(context).resource) },
  {
    method: 'PUT',
    path: '/customers/:id',
    handle: (context) => {
      const record = customerOf(context);
      record.resource = { ...record.resource, ...readCustomer(fieldsOf(context, 'customers'), record.resource) };
      return one('customers', record.resource);
    },
  },
  {
    method: 'DELETE',
    path: '/customers/:id',
    handle: (context) => {
      const { resource } = customerOf(context);
      removeCustomer(context.world, context.organisation, resource.id);
      return one('customers', resource);
    },
  },
];

export const bankAccountRoutes: readonly Route<RequestContext>[] = [
  {
    method: 'POST',
    path: '/customer_bank_accounts',
    handle: (context) =>
      createOnce(context, 'customer_bank_accounts', () => {
        const wish = readBankAccount(fieldsOf(context, 'customer_bank_accounts'));
        linked(context.organisation.customers.get(wish.customer), 'customer');
        return createBankAccount(context.world, context.organisation, wish).resource;
      }),
  },
  {
    method: 'GET',
    path: '/customer_bank_accounts',
    handle: (context) => {
      const { query, organisation } = context;
      const customer = query.text('customer');
      const enabled = query.boolean('enabled');
      const created = query.timeRange('created_at');
      const page = pageOf(
        organisation.bankAccounts,
        query,
        ({ resource }) => resource.id,
        ({ resource }) =>
          (customer === null || resource.links.customer === customer) &&
          (enabled === null || resource.enabled === enabled) &&
          created(resource.created_at),
      );
      return listed(context, 'customer_bank_accounts', page, ({ resource }) => resource);
    },
  },
  {
    method: 'GET',
    path: '/customer_bank_accounts/:id',
    handle: ({ organisation, params }) =>
      one('customer_bank_accounts', found(organisation.bankAccounts.get(params['id'] ?? '')).resource),
  },
  {
    method: 'PUT',
    path: '/customer_bank_accounts/:id',
    handle: (context) => {
      const record = found(context.organisation.bankAccounts.get(context.params['id'] ?? ''));
      const fields = fieldsOf(context, 'customer_bank_accounts');
      const metadata = fields.metadata() ?? record.resource.metadata;
      fields.check();
      record.resource = { ...record.resource, metadata };
      return one('customer_bank_accounts', record.resource);
    },
  },
  {
    method: 'POST',
    path: '/customer_bank_accounts/:id/actions/disable',
    handle: (context) => {
      const record = found(context.organisation.bankAccounts.get(context.params['id'] ?? ''));
      dataOf(context).check();
      disableBankAccount(context.world, context.organisation, record);
      return one('customer_bank_accounts', record.resource);
    },
  },
];
