import { type MandateStatus } from '../../domain/mandates/events';
import { fields, nullable } from '../../fields/field';
import { day, flag, id, oneOf, text } from '../../fields/kinds';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { anyOf, single } from '../lists/filters';
import { pick } from '../lists/pick';
import { contains, isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { paymentsReadModel } from '../payments/table';
import { customersOf } from '../people/people-of';
import { people, peopleReadModel } from '../people/table';
import { found, whose } from '../people/whose';
import { equalTo, seen, type View, withinConnections } from '../view';
import { chosenMandateIds, chosenMandates } from './chosen-mandates';
import { lastUses } from './last-uses';
import { mandateKey, successionsOf } from './successors';
import { mandates, mandatesReadModel, type VisibleMandate } from './table';

const name = text({ max: 500 });

/** GoCardless’s, and `unknown` while it has said nothing. */
export const MANDATE_STATUSES = [
  'pending_customer_approval',
  'pending_submission',
  'submitted',
  'active',
  'suspended_by_payer',
  'failed',
  'cancelled',
  'expired',
  'consumed',
  'blocked',
  'unknown',
] as const satisfies readonly (MandateStatus | 'unknown')[];

export class MandateItem extends fields({
  mandateId: id(),
  customerId: id(),
  customerName: nullable(text()),
  gocardlessCustomerId: nullable(id()),
  scheme: nullable(text()),
  status: oneOf(MANDATE_STATUSES),
  usable: flag(),
  reference: nullable(text()),
  nextPossibleChargeDate: nullable(day({ description: 'As GoCardless showed it when the mandate was linked.' })),
  connectionId: id(),
  linked: flag(),
  cause: nullable(text({ description: 'GoCardless’s cause of the status.' })),
  effectiveMandateId: id({ description: 'The mandate that took its place in the end; itself when there is none.' }),
  bankName: nullable(text()),
  accountNumberEnding: nullable(text()),
  company: nullable(text()),
  unusableReason: nullable(
    text({ description: 'For example mandate_cancelled or mandate_replaced; null while it is usable.' }),
  ),
  foundBy: nullable(
    oneOf(['email', 'gocardless_customer_id', 'mandate_id', 'itself'], {
      description: 'What led to it; itself: nobody had to look for it.',
    }),
  ),
  linkedBy: nullable(text({ description: 'Who linked it: user:<key>, or gocardless for one that linked itself.' })),
  lastUsedAt: nullable(day({ description: 'The latest charge date of a payment on it that was not cancelled.' })),
  default: flag({ description: 'It was chosen for its currency, or took the place of the one that was.' }),
}) {}

/** A mandate that somebody has linked at some time. */
type LinkedMandate = VisibleMandate & { readonly customerId: string };

export const mandatesList = tableList<LinkedMandate, MandateItem>({
  name: 'mandates',
  item: MandateItem,
  table: mandates,
  readModels: [mandatesReadModel, peopleReadModel, paymentsReadModel],
  columns: [
    'mandateId',
    'customerId',
    'gocardlessCustomerId',
    'scheme',
    'status',
    'usable',
    'unusableReason',
    'foundBy',
    'linkedBy',
  ],
  filters: {
    customerName: anyOf(name, (values, sql) => whose('t.customer_id', 'name', values, sql)),
    company: anyOf(name, (values, sql) => whose('t.customer_id', 'company', values, sql)),
    default: anyOf(flag(), async (values, sql) => {
      const isChosen = `t.id = any(${sql.values(await chosenMandateIds(sql.database, sql.view))})`;
      return `(${values.map((wanted) => (wanted ? isChosen : `not ${isChosen}`)).join(' or ')})`;
    }),
    includeUnlinked: {
      ...single(flag({ description: 'Also those that were taken off their customer.' }), (included) =>
        included ? 'true' : 't.linked',
      ),
      otherwise: false,
    },
  },
  visible: () => ['t.linked_at is not null'],
  sorts: ['nextPossibleChargeDate'],
  search: async (word, sql) => [
    await found('t.customer_id', word, sql),
    contains(
      `(select p.mandates -> t.id ->> 'reference' from ${sql.present(people)} p where p.id = t.customer_id)`,
      word,
      sql,
    ),
    isId('t.mandate_id', word, sql),
    isId('t.customer_id', word, sql),
    isId('t.gocardless_customer_id', word, sql),
  ],
  groups: ['status', 'scheme', 'usable', 'unusableReason'],
  items: (rows, view, { database }) => mandateItems(database, view, rows),
});

/** The mandates linked to a customer, in the order in which they were first seen. */
export async function mandatesOfCustomer(
  database: ReadModelDatabase,
  view: View,
  customerId: string,
): Promise<readonly MandateItem[]> {
  const where = { ...withinConnections(view), ...equalTo<LinkedMandate>({ customerId, linked: true }) };
  const rows = await new RowReader(database).readRows<LinkedMandate>(mandates, { ...seen(view), where });
  return mandateItems(
    database,
    view,
    rows.map(({ row }) => row),
  );
}

async function mandateItems(
  database: ReadModelDatabase,
  view: View,
  rows: readonly LinkedMandate[],
): Promise<readonly MandateItem[]> {
  const [customers, successions, used, chosen] = await Promise.all([
    customersOf(database, rows),
    successionsOf(database, view, rows),
    lastUses(database, view, rows),
    chosenMandates(database, view, rows),
  ]);
  return rows.map((row) => {
    const { id: key, connectionId, mandateId } = row;
    const person = customers.get(row.customerId);
    const { reference = null, bankName = null, accountNumberEnding = null } = person?.mandates[key] ?? {};
    return pick(MandateItem, row, {
      customerName: person?.name ?? null,
      reference,
      effectiveMandateId: successions.effectiveId(connectionId, mandateId),
      bankName,
      accountNumberEnding,
      company: person?.company ?? null,
      lastUsedAt: used.get(mandateKey(connectionId, mandateId)) ?? null,
      default: row.linked && chosen.has(key),
    });
  });
}
