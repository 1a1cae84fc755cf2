import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { customersCalled, peopleOf, type PersonFilters } from '../people/reader';
import { type PersonRow } from '../people/table';
import { equalTo, type ListPage, type Paging, readPage, seen, type View, withinConnections } from '../paging';
import { chosenMandateIds, chosenMandates } from './chosen-mandates';
import { lastUses } from './last-uses';
import { mandateKey, type Successions, successionsOf } from './successors';
import { mandates, type VisibleMandate } from './table';

export interface MandateFilters {
  readonly mandateId?: string;
  readonly customerId?: string;
  readonly customerName?: string;
  readonly company?: string;
  readonly gocardlessCustomerId?: string;
  readonly scheme?: string;
  readonly status?: VisibleMandate['status'];
  readonly usable?: boolean;
  readonly unusableReason?: string;
  readonly foundBy?: NonNullable<VisibleMandate['foundBy']>;
  readonly linkedBy?: string;
  readonly default?: boolean;
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
  readonly company: string | null;
  readonly unusableReason: string | null;
  readonly foundBy: VisibleMandate['foundBy'];
  readonly linkedBy: string | null;
  /** The latest charge date of a payment on it that went to GoCardless and was not cancelled. */
  readonly lastUsedAt: string | null;
  /** Staff chose it, or what it took the place of, for its currency. */
  readonly default: boolean;
}

export async function listMandates(
  database: ReadModelDatabase,
  query: View & Paging & { readonly filters: MandateFilters },
): Promise<ListPage<MandateItem>> {
  const { includeUnlinked = false, customerName, company, default: isDefault, ...columns } = query.filters;
  const linked = equalTo<VisibleMandate>(includeUnlinked ? {} : { linked: true });
  const called = await customersCalled(database, personFilters(customerName, company));
  const where = {
    linkedAt: { from: 0n },
    ...withinConnections(query),
    ...(called === null ? {} : { customerId: { in: called } }),
    ...equalTo<VisibleMandate>(columns),
    ...linked,
  };
  const chosen = isDefault === undefined ? {} : await chosenIds(database, query, isDefault);
  const page = { ...seen(query), where, ...chosen };
  const { rows, next } = await readPage<VisibleMandate>(database, mandates, page, query);
  return {
    items: await mandateItems(
      database,
      query,
      rows.map(({ row }) => row),
    ),
    next,
  };
}

async function chosenIds(database: ReadModelDatabase, view: View, isDefault: boolean) {
  const ids = await chosenMandateIds(database, view);
  return isDefault ? { ids } : { exceptIds: ids };
}

function personFilters(name: string | undefined, company: string | undefined): PersonFilters {
  return { ...(name === undefined ? {} : { name }), ...(company === undefined ? {} : { company }) };
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

/** What a mandate is shown with, beside its own row. */
interface Beside {
  readonly people: ReadonlyMap<string | null, PersonRow>;
  readonly successions: Successions;
  /** By `<connection>.<mandate>`. */
  readonly lastUses: ReadonlyMap<string, string>;
  readonly chosen: ReadonlySet<string>;
}

async function mandateItems(
  database: ReadModelDatabase,
  view: View,
  rows: readonly VisibleMandate[],
): Promise<readonly MandateItem[]> {
  const [people, successions, used, chosen] = await Promise.all([
    peopleOf(
      database,
      rows.map(({ customerId }) => customerId),
    ),
    successionsOf(database, view, rows),
    lastUses(database, view, rows),
    chosenMandates(database, view, rows),
  ]);
  return rows.flatMap((row) => mandateItem(row, { people, successions, lastUses: used, chosen }));
}

function mandateItem(
  row: VisibleMandate,
  { people, successions, lastUses: used, chosen }: Beside,
): readonly MandateItem[] {
  const { id, connectionId, mandateId, customerId } = row;
  if (customerId === null) return [];
  const person = people.get(customerId);
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
      company: person?.company ?? null,
      unusableReason: row.unusableReason,
      foundBy: row.foundBy,
      linkedBy: row.linkedBy,
      lastUsedAt: used.get(mandateKey(connectionId, mandateId)) ?? null,
      default: row.linked && chosen.has(id),
    },
  ];
}
