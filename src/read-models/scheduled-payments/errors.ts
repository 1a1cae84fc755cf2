import { type ListSql } from '../lists/list-sql';
import { paymentsTable } from '../payments/table';
import { unsentWithErrors } from './mandate-marks';
import { scheduledPayments } from './table';

/** SQL of the orders that have an instalment with errors: of its newest attempt, or of its mandate while nothing was sent. */
export async function ordersWithErrors(sql: ListSql, orderIds?: readonly string[]): Promise<string> {
  const ofThese = orderIds === undefined ? '' : `i.sales_order_id = any(${sql.values(orderIds)}) and`;
  return `select i.sales_order_id from ${sql.source(scheduledPayments)} i
    left join ${sql.source(paymentsTable)} p on p.id = i.payment_id
    where ${ofThese} (coalesce(p.has_errors, false) or ${await unsentWithErrors(sql, 'i', orderIds)})`;
}
