import { effectiveMandate } from '../../domain/mandates/mandate-status';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { seen, type View } from '../view';
import { mandates, type VisibleMandate } from './table';

/** Mandates with all that took their places. */
export class Successions {
  constructor(private readonly rows: ReadonlyMap<string, VisibleMandate>) {}

  find(connectionId: string, mandateId: string): VisibleMandate | null {
    return this.rows.get(mandateKey(connectionId, mandateId)) ?? null;
  }

  /** The id of the mandate at the end of the replacement chain. */
  effectiveId(connectionId: string, mandateId: string): string {
    return effectiveMandate(mandateId, (id) => this.rows.get(mandateKey(connectionId, id)));
  }

  /** The mandate at the end of the replacement chain; null when nothing is known of it. */
  effective(connectionId: string, mandateId: string): VisibleMandate | null {
    return this.find(connectionId, this.effectiveId(connectionId, mandateId));
  }
}

export function mandateKey(connectionId: string, mandateId: string): string {
  return `${connectionId}.${mandateId}`;
}

/** Reads the mandates that took the place of these, and those that took theirs. */
export async function successionsOf(
  database: ReadModelDatabase,
  view: View,
  begin: readonly VisibleMandate[],
): Promise<Successions> {
  const reader = new RowReader(database);
  const known = new Map(begin.map((row) => [row.id, row]));
  const asked = new Set(known.keys());
  let last: readonly VisibleMandate[] = begin;
  while (last.length > 0) {
    const ids = last
      .flatMap(({ connectionId, newMandateId }) =>
        newMandateId === null ? [] : [mandateKey(connectionId, newMandateId)],
      )
      .filter((id) => !asked.has(id));
    if (ids.length === 0) break;
    ids.forEach((id) => asked.add(id));
    last = (await reader.readRows<VisibleMandate>(mandates, { ...seen(view), ids })).map(({ row }) => row);
    last.forEach((row) => known.set(row.id, row));
  }
  return new Successions(known);
}
