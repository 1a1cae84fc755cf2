import { fields, nullable } from '../../fields/field';
import { id, instant, oneOf, text } from '../../fields/kinds';
import { customersList } from '../customers/list';
import { pick } from '../lists/pick';
import { tableList } from '../lists/table-list';
import { portalLinks, portalLinksReadModel, type PortalLinkRow } from './table';

export class PortalLinkItem extends fields({
  id: id(),
  connectionId: id(),
  customerId: id(),
  madeAt: instant(),
  madeBy: text(),
  expiresAt: instant(),
  lastOpenedAt: nullable(instant({ description: 'To the hour: more often it is not noted.' })),
  revokedAt: nullable(instant()),
  status: oneOf(['live', 'expired', 'revoked']),
}) {}

/** The links of a customer to their own page. What opens them is shown once, when they are made. */
export const portalLinksList = tableList<PortalLinkRow, PortalLinkItem>({
  name: 'portal-links',
  item: PortalLinkItem,
  table: portalLinks,
  readModels: [portalLinksReadModel, ...customersList.readModels],
  within: {
    column: 'customerId',
    exists: async (source, view, customerId) => (await customersList.find(source, view, [customerId])) !== null,
  },
  sorts: ['madeAt', 'expiresAt'],
  items: (rows, { now }) =>
    Promise.resolve(rows.map((row) => pick(PortalLinkItem, row, { status: statusOf(row, now) }))),
});

function statusOf({ revokedAt, expiresAt }: PortalLinkRow, now: string): PortalLinkItem['status'] {
  if (revokedAt !== null) return 'revoked';
  return now < expiresAt ? 'live' : 'expired';
}
