import { fields, nullable } from '../../fields/field';
import { day, id, instant, oneOf, text, wholeNumber } from '../../fields/kinds';
import { pick } from '../lists/pick';
import { contains, isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { type ConnectionRow, connections, connectionsReadModel } from './table';

/** What is known of a connection from the moment it is opened. */
export class OpenedConnection extends fields({
  id: id(),
  name: text(),
  environment: oneOf(['sandbox', 'live']),
  creditorId: id(),
  creditorName: text({ min: 0 }),
  access: oneOf(['read_write', 'read_only'], {
    description: 'What the access token may do at GoCardless: with read_only nothing can be collected.',
  }),
}) {}

export class ConnectionItem extends fields({
  ...OpenedConnection.fields,
  timeZone: text(),
  booksFrom: instant({ description: 'Facts before it post nothing.' }),
  receiptSeries: text({ description: 'What its receipt numbers begin with.' }),
  webhookSecrets: wholeNumber({ description: 'How many webhook secrets are live.' }),
  closedThrough: nullable(day({ description: 'The last closed day.' })),
}) {}

export const connectionsList = tableList<ConnectionRow, ConnectionItem>({
  name: 'connections',
  item: ConnectionItem,
  table: connections,
  readModels: [connectionsReadModel],
  connection: 'id',
  columns: ['name', 'environment', 'creditorId', 'access'],
  search: (word, sql) =>
    Promise.resolve([contains('t.name', word, sql), contains('t.creditor_name', word, sql), isId('t.id', word, sql)]),
  groups: ['environment', 'access'],
  items: (rows) => Promise.resolve(rows.map((row) => pick(ConnectionItem, row, {}))),
});
