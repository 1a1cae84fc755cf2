import { addMonths, dateOf } from '../../calendar/local-date';
import { invalidApiUsage, invalidField } from '../../api-errors/api-failure';
import { type PayoutItem } from '../../resources/shapes';
import { type PayoutRecord } from '../../state/organisation';
import { pageOf } from '../pagination';
import { type RequestContext, type Route } from '../route';
import { found, linked } from '../../api-errors/must-exist';
import { fieldsOf, listed, one } from './answers';

/** Months after which the items of a payout are forgotten. */
const ITEM_MONTHS = 6;

function listPayouts(context: RequestContext) {
  const { query, organisation } = context;
  const creditor = query.text('creditor');
  const account = query.text('creditor_bank_account');
  const currency = query.text('currency');
  const status = query.text('status');
  const type = query.text('payout_type');
  const reference = query.text('reference');
  const metadata = query.text('metadata');
  const created = query.timeRange('created_at');
  const page = pageOf(
    organisation.payouts,
    query,
    ({ resource }) => resource.id,
    ({ resource }) =>
      (creditor === null || resource.links.creditor === creditor) &&
      (account === null || resource.links.creditor_bank_account === account) &&
      (currency === null || resource.currency === currency) &&
      (status === null || resource.status === status) &&
      (type === null || resource.payout_type === type) &&
      (reference === null || resource.reference === reference) &&
      (metadata === null || Object.values(resource.metadata).includes(metadata)) &&
      created(resource.created_at),
  );
  return listed(context, 'payouts', page, ({ resource }) => resource);
}

/** Items have no id; their place in the payout is the cursor. */
function listItems(context: RequestContext) {
  const { query, organisation, world } = context;
  const id = query.text('payout');
  query.boolean('include_2020_tax_cutover');
  if (id === null) throw invalidField('payout_items', 'payout', "can't be blank");
  const payout = linked(organisation.payouts.get(id), 'payout');
  if (isForgotten(payout, world.clock.today())) {
    throw invalidApiUsage(410, 'resource_not_found', `The items of payouts older than ${ITEM_MONTHS} months are gone`);
  }
  const { limit, after, before } = query.paging();
  const place = (cursor: string | null) => (cursor === null ? null : Number(cursor.replace(`${id}I`, '')));
  const end = place(before);
  const start = end === null ? (place(after) ?? -1) + 1 : Math.max(0, end - limit);
  const records: readonly PayoutItem[] = payout.items.slice(start, end ?? start + limit);
  const last = start + records.length;
  const cursors = {
    before: start > 0 ? `${id}I${start}` : null,
    after: last < payout.items.length ? `${id}I${last - 1}` : null,
  };
  return listed(context, 'payout_items', { records, meta: { cursors, limit } }, (item) => item);
}

function isForgotten({ resource }: PayoutRecord, today: string): boolean {
  return addMonths(dateOf(Date.parse(resource.created_at)), ITEM_MONTHS) < today;
}

export const payoutRoutes: readonly Route<RequestContext>[] = [
  { method: 'GET', path: '/payouts', handle: listPayouts },
  {
    method: 'GET',
    path: '/payouts/:id',
    handle: ({ organisation, params }) => one('payouts', found(organisation.payouts.get(params['id'] ?? '')).resource),
  },
  {
    method: 'PUT',
    path: '/payouts/:id',
    handle: (context) => {
      const record = found(context.organisation.payouts.get(context.params['id'] ?? ''));
      const fields = fieldsOf(context, 'payouts');
      const metadata = fields.metadata() ?? record.resource.metadata;
      fields.check();
      record.resource = { ...record.resource, metadata };
      return one('payouts', record.resource);
    },
  },
  { method: 'GET', path: '/payout_items', handle: listItems },
];
