import { type ListSql } from '../lists/list-sql';
import { paymentsTable } from '../payments/table';
import { type Of, unsentWithErrors } from './mandate-marks';
import { scheduledPayments } from './table';

/**
 * SQL of the orders or customers that have an instalment with errors: of its newest attempt, or of its mandate while nothing was sent.
 * `of` names those that are looked at where it is not all.
 */
export async function havingErrors(column: Of['column'], sql: ListSql, of?: Of): Promise<string> {
  const ofThese = of === undefined ? '' : `i.${of.column} = any(${sql.values(of.ids)}) and`;
  return `select i.${column} from ${sql.source(scheduledPayments)} i
    left join ${sql.source(paymentsTable)} p on p.id = i.payment_id
    where ${ofThese} (coalesce(p.has_errors, false) or ${await unsentWithErrors(sql, 'i', of)})`;
}

/** Which of these orders or customers have an instalment with errors. `sql` is of their own list. */
export async function withErrors(sql: ListSql, { column, ids }: Of): Promise<ReadonlySet<string>> {
  const found = await sql.run('t.id', [
    `t.id = any(${sql.values(ids)})`,
    `t.id in (${await havingErrors(column, sql, { column, ids })})`,
  ]);
  return new Set(found.map(([id]) => id ?? ''));
}
