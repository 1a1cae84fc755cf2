import { invalidState } from '../../api-errors/api-failure';
import { isLiveMandateStatus } from '../../machines/mandate';
import { createMandate } from '../../mandates/create-mandate';
import { moveMandate, readMandate } from '../../mandates/move-mandate';
import { requestReinstatement } from '../../mandates/reinstate-mandate';
import { isSchemeName, SCHEMES } from '../../schemes/scheme-facts';
import { pageOf } from '../pagination';
import { type RequestContext, type Route } from '../route';
import { found, linked } from '../../api-errors/must-exist';
import { createOnce, creditorOf, dataOf, fieldsOf, listed, one } from './answers';

const mandateOf = ({ organisation, params }: RequestContext) => found(organisation.mandates.get(params['id'] ?? ''));

function create(context: RequestContext) {
  return createOnce(context, 'mandates', () => {
    const { world, organisation } = context;
    const fields = fieldsOf(context, 'mandates');
    const links = fields.within('links');
    const account = links.text('customer_bank_account');
    const creditor = links.optionalText('creditor');
    const scheme = fields.optionalText('scheme', { oneOf: Object.keys(SCHEMES) });
    const source = fields.optionalText('authorisation_source', { oneOf: ['web', 'telephone', 'paper'] });
    fields.optionalText('payer_ip_address');
    const wish = {
      scheme: scheme !== null && isSchemeName(scheme) ? scheme : null,
      reference: fields.optionalText('reference', { max: 35 }),
      metadata: fields.metadata() ?? {},
      ...(source !== null && { authorisationSource: source }),
    };
    fields.check();
    const record = linked(organisation.bankAccounts.get(account), 'customer_bank_account');
    const mandate = createMandate(world, organisation, creditorOf(organisation, creditor, links), record, wish);
    return readMandate(world, mandate);
  });
}

function list(context: RequestContext) {
  const { query, organisation, world } = context;
  query.exclusive('customer', 'customer_bank_account', 'creditor');
  const customer = query.text('customer');
  const account = query.text('customer_bank_account');
  const creditor = query.text('creditor');
  const reference = query.text('reference');
  const type = query.text('mandate_type');
  const scheme = query.oneOf('scheme');
  const status = query.oneOf('status');
  const created = query.timeRange('created_at');
  const page = pageOf(
    organisation.mandates,
    query,
    ({ resource }) => resource.id,
    ({ resource }) =>
      (customer === null || resource.links.customer === customer) &&
      (account === null || resource.links.customer_bank_account === account) &&
      (creditor === null || resource.links.creditor === creditor) &&
      (reference === null || resource.reference === reference) &&
      (type === null || resource.mandate_type === type) &&
      scheme(resource.scheme) &&
      status(resource.status) &&
      created(resource.created_at),
  );
  return listed(context, 'mandates', page, (record) => readMandate(world, record));
}

export const mandateRoutes: readonly Route<RequestContext>[] = [
  { method: 'POST', path: '/mandates', handle: create },
  { method: 'GET', path: '/mandates', handle: list },
  {
    method: 'GET',
    path: '/mandates/:id',
    handle: (context) => one('mandates', readMandate(context.world, mandateOf(context))),
  },
  {
    method: 'PUT',
    path: '/mandates/:id',
    handle: (context) => {
      const record = mandateOf(context);
      const fields = fieldsOf(context, 'mandates');
      const metadata = fields.metadata() ?? record.resource.metadata;
      fields.check();
      record.resource = { ...record.resource, metadata };
      return one('mandates', readMandate(context.world, record));
    },
  },
  {
    method: 'POST',
    path: '/mandates/:id/actions/cancel',
    handle: (context) => {
      const { world, organisation } = context;
      const record = mandateOf(context);
      const fields = dataOf(context);
      const metadata = fields.metadata() ?? {};
      fields.check();
      if (!isLiveMandateStatus(record.resource.status)) {
        throw invalidState('cancellation_failed', `This mandate is ${record.resource.status} and can not be cancelled`);
      }
      moveMandate(world, organisation, record, 'cancelled', {
        details: { origin: 'api', cause: 'mandate_cancelled' },
        metadata,
      });
      return one('mandates', readMandate(world, record));
    },
  },
  {
    method: 'POST',
    path: '/mandates/:id/actions/reinstate',
    handle: (context) => {
      const record = mandateOf(context);
      const fields = dataOf(context);
      const metadata = fields.metadata() ?? {};
      fields.check();
      requestReinstatement(context.world, context.organisation, record, metadata);
      return one('mandates', readMandate(context.world, record));
    },
  },
];
