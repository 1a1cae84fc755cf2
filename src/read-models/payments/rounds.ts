import { type CustomerRow, customers } from '../customers/table';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { type ListSql } from '../lists/list-sql';
import { type CallerView } from '../view';

/** Payments of customers who are on one of these rounds, as of the view. */
export function ofRounds(rounds: readonly string[], sql: ListSql): string {
  return `t.customer_id in (select c.id from ${sql.source(customers)} c where c.round = any(${sql.values(rounds)}))`;
}

/** What a collector may see is decided by who is on their rounds now, also when they look at the past. */
export function withinRounds(sql: ListSql): readonly string[] {
  const { rounds } = sql.view;
  if (rounds === 'all') return [];
  return [`t.customer_id in (select c.id from ${sql.present(customers)} c where c.round = any(${sql.values(rounds)}))`];
}

/** Whether the customer is on one of the rounds in view. Who nobody knows is on no round. */
export async function isWithinRounds(
  database: ReadModelDatabase,
  { rounds }: CallerView,
  customerId: string | null,
): Promise<boolean> {
  if (rounds === 'all') return true;
  if (customerId === null) return false;
  const query = { ids: [customerId], where: { round: { in: rounds } } };
  return (await new RowReader(database).readRows<CustomerRow>(customers, query)).length > 0;
}
