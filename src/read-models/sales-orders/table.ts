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
  readonly amount: number;
}

/** An order as it was placed and changed. Its totals are cash: they follow from e-payments and documents when it is read. */
export interface SalesOrderRow extends Row {
  readonly connectionId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly lines: readonly SalesOrderLine[];
  /** In the order of the plan. */
  readonly instalments: readonly PlannedAmount[];
}

export const salesOrders = tableOf<SalesOrderRow>()({
  name: 'sales_orders',
  columns: { connectionId: 'text', customerId: 'text', currency: 'text', lines: 'json', instalments: 'json' },
  keeps: 'history',
  indexes: [['customerId']],
  handles: ['SalesOrderPlaced', 'InstalmentsChanged'],
  touches: (event) => [thingOf(event)],
  fold: (row, event, id) => {
    switch (event.type) {
      case 'SalesOrderPlaced': {
        const { connectionId, customerId, currency, lines, instalments } = event.data;
        return {
          id,
          connectionId,
          customerId,
          currency,
          lines: lines.map(withoutItem),
          instalments: instalments.map(({ scheduledPaymentId, amount }) => ({ scheduledPaymentId, amount })),
        };
      }
      case 'InstalmentsChanged': {
        if (row === null) return null;
        const amounts = new Map(event.data.instalments.map((changed) => [changed.scheduledPaymentId, changed.amount]));
        const instalments = row.instalments.map(({ scheduledPaymentId, amount }) => ({
          scheduledPaymentId,
          amount: amounts.get(scheduledPaymentId) ?? amount,
        }));
        return { ...row, instalments };
      }
      default:
        return never(event);
    }
  },
});

function withoutItem(line: OrderLine): SalesOrderLine {
  const { quantity, unitAmount, discount, taxRate, incomeAccount, amount, tax } = line;
  return { quantity, unitAmount, discount, taxRate, incomeAccount, amount, tax };
}

export const salesOrdersReadModel: ReadModel = { name: 'sales-orders', version: 2, tables: [salesOrders] };
