import { type RecordedEvent } from '../../src/application/ports/event-store';
import { type VisibleIncident } from '../../src/read-models/incidents/incident';
import { incidents } from '../../src/read-models/incidents/table';
import { type AnyTable, type Row } from '../../src/read-models/engine/read-model';
import { paymentsTable, type PaymentRow } from '../../src/read-models/payments/table';
import { plainFold } from './plain-fold';
import { type PlayedWorld } from './played-world';

/** An incident with the ordinal by which it is listed. */
export interface PlacedIncident {
  readonly incident: VisibleIncident;
  readonly first: bigint;
}

/** What has given cause for an incident, or will unless something happens, after all that happened in a world; by the plainest fold. */
export async function allIncidents(world: PlayedWorld): Promise<readonly VisibleIncident[]> {
  return incidentsAfter(await world.log()).map(({ incident }) => incident);
}

/** The same after some events, in the order of the list. */
export function incidentsAfter(log: readonly RecordedEvent[]): readonly PlacedIncident[] {
  const others = rowsAfter<VisibleIncident>(incidents, log);
  const all = [
    ...others.flatMap(({ row, first }) => (row.since === null ? [] : [{ incident: row, first }])),
    ...rowsAfter<PaymentRow>(paymentsTable, log).flatMap(({ row }) => incidentsOf(row)),
  ];
  return all.sort((a, b) =>
    a.first === b.first ? (a.incident.id < b.incident.id ? -1 : 1) : a.first < b.first ? -1 : 1,
  );
}

function rowsAfter<R extends Row>(table: AnyTable, log: readonly RecordedEvent[]) {
  // The rows were made by the table's own fold.
  return plainFold(table, log).rows.map(({ row, first }) => ({ row: row as unknown as R, first }));
}

function incidentsOf(payment: PaymentRow): readonly PlacedIncident[] {
  const { id: paymentId, connectionId, customerId, scheduledPaymentId, mandateId, exportRowId } = payment;
  const whose = { connectionId, customerId, paymentId, scheduledPaymentId, payoutId: null, eventId: null };
  const told = (payment.incidents ?? []).map(({ first, ...incident }) => ({
    incident: { ...whose, ...incident },
    first: BigInt(first),
  }));
  const { overdueFrom, overdueId, watchedAt, awaited } = payment;
  if (overdueFrom === null || overdueId === null || watchedAt === null) return told;
  const type = awaited ? ('row_not_seen' as const) : ('status_overdue' as const);
  const named = { id: overdueId, type, mandateId, row: awaited ? exportRowId : null, detail: null };
  const since = `${overdueFrom}T00:00:00.000Z`;
  const incident = { ...whose, ...named, since, resolvedAt: null, resolvedBy: null, notedFor: null };
  return [...told, { incident, first: watchedAt }];
}
