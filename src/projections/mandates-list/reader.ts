import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { peopleOf } from '../people/reader';
import { type PersonRow } from '../people/table';
import { equalTo, type ListPage, type Paging, readPage, seen, type View, withinConnections } from '../reading';
import { type Successions, successionsOf } from './successors';
import { mandates, type VisibleMandate } from './table';

export const MANDATE_FILTERS = [
  'mandateId',
  'customerId',
  'gocardlessCustomerId',
  'scheme',
  'status',
  'usable',
  'includeUnlinked',
] as const;

export interface MandateFilters {
  readonly mandateId?: string;
  readonly customerId?: string;
  readonly gocardlessCustomerId?: string;
  readonly scheme?: string;
  readonly status?: VisibleMandate['status'];
  readonly usable?: boolean;
  /** Also those that were unlinked from their customer. */
  readonly includeUnlinked?: boolean;
}

export interface MandateItem {
  readonly mandateId: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly gocardlessCustomerId: string | null;
  readonly scheme: string | null;
  readonly status: VisibleMandate['status'];
  readonly usable: boolean;
  readonly reference: string | null;
  readonly nextPossibleChargeDate: string | null;
  readonly connectionId: string;
  readonly linked: boolean;
  readonly cause: string | null;
  /** The end of its replacement chain; itself when nothing took its place. */
  readonly effectiveMandateId: string;
  readonly bankName: string | null;
  readonly accountNumberEnding: string | null;
}

export async function listMandates(
  database: ReadModelDatabase,
  query: View & Paging & { readonly filters: MandateFilters },
): Promise<ListPage<MandateItem>> {
  const { includeUnlinked = false, ...columns } = query.filters;
  const linked = equalTo<VisibleMandate>(includeUnlinked ? {} : { linked: true });
  const where = { linkedAt: { from: 0n }, ...withinConnections(query), ...equalTo<VisibleMandate>(columns), ...linked };
  const { rows, next } = await readPage<VisibleMandate>(database, mandates, { ...seen(query), where }, query);
  return {
    items: await mandateItems(
      database,
      query,
      rows.map(({ row }) => row),
    ),
    next,
  };
}

/** The mandates linked to a customer, in the order in which they were first seen. */
export async function mandatesOfCustomer(
  database: ReadModelDatabase,
  view: View,
  customerId: string,
): Promise<readonly MandateItem[]> {
  const where = { ...withinConnections(view), ...equalTo<VisibleMandate>({ customerId, linked: true }) };
  const rows = await new RowReader(database).readRows<VisibleMandate>(mandates, { ...seen(view), where });
  return mandateItems(
    database,
    view,
    rows.map(({ row }) => row),
  );
}

async function mandateItems(
  database: ReadModelDatabase,
  view: View,
  rows: readonly VisibleMandate[],
): Promise<readonly MandateItem[]> {
  const people = await peopleOf(
    database,
    rows.map(({ customerId }) => customerId),
  );
  const successions = await successionsOf(database, view, rows);
  return rows.flatMap((row) => mandateItem(row, people.get(row.customerId), successions));
}

function mandateItem(
  row: VisibleMandate,
  person: PersonRow | undefined,
  successions: Successions,
): readonly MandateItem[] {
  const { id, connectionId, mandateId, customerId } = row;
  if (customerId === null) return [];
  const personal = person?.mandates[id];
  return [
    {
      mandateId,
      customerId,
      customerName: person?.name ?? null,
      gocardlessCustomerId: row.gocardlessCustomerId,
      scheme: row.scheme,
      status: row.status,
      usable: row.usable,
      reference: personal?.reference ?? null,
      nextPossibleChargeDate: row.nextPossibleChargeDate,
      connectionId,
      linked: row.linked,
      cause: row.cause,
      effectiveMandateId: successions.effectiveId(connectionId, mandateId),
      bankName: personal?.bankName ?? null,
      accountNumberEnding: personal?.accountNumberEnding ?? null,
    },
  ];
}
