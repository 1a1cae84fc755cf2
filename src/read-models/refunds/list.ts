import { fields, nullable } from '../../fields/field';
import { amount, currency, flag, id, instant, oneOf, text } from '../../fields/kinds';
import { RowReader } from '../engine/reader';
import { anyOf } from '../lists/filters';
import { pick } from '../lists/pick';
import { isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { paymentsReadModel, paymentsTable, type VisiblePayment } from '../payments/table';
import { peopleOf } from '../people/people-of';
import { peopleReadModel } from '../people/table';
import { found } from '../people/whose';
import { seen } from '../view';
import { REFUND_STATUSES, type RefundRow, refunds, refundsReadModel } from './table';

export class RefundFields extends fields({
  id: id({ description: 'GoCardless’s; of one that it has not shown yet, ours.' }),
  refundId: nullable(id({ description: 'GoCardless’s; null while it was only asked for.' })),
  paymentId: nullable(id({ description: 'Null for a refund against a mandate.' })),
  gocardlessPaymentId: nullable(id()),
  mandateId: nullable(id()),
  customerId: nullable(id({ description: 'Null while nobody knows whose it is.' })),
  customerName: nullable(text()),
  amount: nullable(amount({ min: 0 })),
  currency: nullable(currency()),
  status: oneOf(REFUND_STATUSES, {
    description: 'requested and refused: what we asked for and GoCardless has not shown. Then as GoCardless says.',
  }),
  settled: flag({ description: 'Deducted from a payout, and not given back since: this is when its money has gone.' }),
  reason: nullable(text({ description: 'Why GoCardless refused.' })),
  createdAt: instant({ description: 'When it was asked for, or made at GoCardless.' }),
  connectionId: id(),
}) {}

type VisibleRefund = Omit<RefundRow, 'observed'>;

/** Whose a refund is: its payment's customer, or whom it was identified as. */
const CUSTOMER = `coalesce(p.customer_id, t.customer_id)`;

export const refundsList = tableList<VisibleRefund, RefundFields>({
  name: 'refunds',
  item: RefundFields,
  table: refunds,
  readModels: [refundsReadModel, paymentsReadModel, peopleReadModel],
  columns: ['refundId', 'paymentId', 'gocardlessPaymentId', 'mandateId', 'currency', 'status', 'settled'],
  ranges: ['createdAt'],
  filters: {
    customerId: anyOf(id(), (values, sql) => {
      sql.join(paymentsTable, 'p', 'p.id = t.payment_id');
      return `${CUSTOMER} = any(${sql.values(values)})`;
    }),
  },
  // What GoCardless shows stands for what was asked for.
  visible: () => ['not t.shown'],
  sorts: ['createdAt', 'amount'],
  search: async (word, sql) => {
    sql.join(paymentsTable, 'p', 'p.id = t.payment_id');
    return [
      await found(CUSTOMER, word, sql),
      ...['refund_id', 'payment_id', 'gocardless_payment_id', 'mandate_id'].map((column) =>
        isId(`t.${column}`, word, sql),
      ),
    ];
  },
  money: { amount: 'amount', currency: 'currency' },
  groups: ['status'],
  items: async (rows, view, { database }) => {
    const paymentIds = rows.flatMap(({ paymentId }) => paymentId ?? []);
    const payments = await new RowReader(database).readRows<VisiblePayment>(paymentsTable, {
      ...seen(view),
      ids: [...new Set(paymentIds)],
    });
    const customerByPayment = new Map(payments.map(({ row }) => [row.id, row.customerId]));
    const customerOf = ({ paymentId, customerId }: VisibleRefund): string | null =>
      (paymentId === null ? undefined : customerByPayment.get(paymentId)) ?? customerId;
    const people = await peopleOf(database, rows.map(customerOf));
    return rows.map((row) => {
      const customerId = customerOf(row);
      const customerName = people.get(customerId)?.name ?? null;
      return pick(RefundFields, row, { id: row.refundId ?? row.id, customerId, customerName });
    });
  },
});
