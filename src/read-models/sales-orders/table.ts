import { typesOf } from '../../domain/catalogue';
import { type OrderLine } from '../../domain/sales-orders/events';
import { never } from '../../domain/shared/decider';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';
import { thingOf } from '../happened';

/** A line of an order; what it is called is personal and stands in `people`. */
export interface SalesOrderLine {
  readonly quantity: string;
  readonly unitAmount: number;
  readonly discount: number;
  readonly taxRate: string;
  readonly incomeAccount: string | null;
  readonly amount: number;
  readonly tax: number;
}

export interface PlannedAmount {
  readonly scheduledPaymentId: string;
  readonly dueDate: string;
  readonly amount: number;
  /** It was neither sent nor cancelled. */
  readonly waits: boolean;
}

/** An order as it was placed and changed. Its totals are cash: they follow from e-payments and documents when it is read. */
export interface SalesOrderRow extends Row {
  readonly connectionId: string;
  readonly customerId: string;
  readonly reference: string | null;
  readonly currency: string;
  readonly createdAt: string;
  readonly lines: readonly SalesOrderLine[];
  /** In the order of the plan. */
  readonly instalments: readonly PlannedAmount[];
  /** Of the instalments that wait; null when none does. */
  readonly nextDueDate: string | null;
}

export const salesOrders = tableOf<SalesOrderRow>()({
  name: 'sales_orders',
  columns: {
    connectionId: 'text',
    customerId: 'text',
    reference: 'text',
    currency: 'text',
    createdAt: 'instant',
    lines: 'json',
    instalments: 'json',
    nextDueDate: 'date',
  },
  keeps: 'history',
  indexes: [['customerId'], ['reference'], ['nextDueDate']],
  handles: typesOf('salesOrder'),
  touches: (event) => [thingOf(event)],
  fold: (row, event, id) => {
    if (event.type === 'SalesOrderPlaced') {
      const { connectionId, customerId, reference, currency, lines, instalments } = event.data;
      const createdAt = event.metadata.effectiveAt;
      const planned = instalments.map(({ scheduledPaymentId, dueDate, amount }) => {
        return { scheduledPaymentId, dueDate, amount, waits: true };
      });
      return {
        ...{ id, connectionId, customerId, reference, currency, createdAt },
        lines: lines.map(withoutItem),
        ...planOf(planned),
      };
    }
    if (row === null) return null;
    switch (event.type) {
      case 'InstalmentsChanged': {
        const changed = new Map(event.data.instalments.map((one) => [one.scheduledPaymentId, one]));
        const instalments = row.instalments.map((before) => {
          const { dueDate, amount } = changed.get(before.scheduledPaymentId) ?? before;
          return { ...before, dueDate, amount };
        });
        return { ...row, ...planOf(instalments) };
      }
      case 'InstalmentReleased':
      case 'InstalmentCancelled': {
        const { scheduledPaymentId } = event.data;
        const instalments = row.instalments.map((before) =>
          before.scheduledPaymentId === scheduledPaymentId ? { ...before, waits: false } : before,
        );
        return { ...row, ...planOf(instalments) };
      }
      default:
        return never(event);
    }
  },
});

function planOf(instalments: readonly PlannedAmount[]): Pick<SalesOrderRow, 'instalments' | 'nextDueDate'> {
  const waiting = instalments.filter(({ waits }) => waits).map(({ dueDate }) => dueDate);
  return { instalments, nextDueDate: waiting.sort()[0] ?? null };
}

function withoutItem(line: OrderLine): SalesOrderLine {
  const { quantity, unitAmount, discount, taxRate, incomeAccount, amount, tax } = line;
  return { quantity, unitAmount, discount, taxRate, incomeAccount, amount, tax };
}

export const salesOrdersReadModel: ReadModel = { name: 'sales-orders', version: 3, tables: [salesOrders] };
