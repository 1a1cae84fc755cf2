import { type AdoptionSuspicion } from '../../domain/payments/events';
import { fields, nullable } from '../../fields/field';
import { amount, anyObject, currency, day, flag, id, instant, nested, oneOf, text, texts } from '../../fields/kinds';
import { customersReadModel } from '../customers/table';
import { anyOf, columnsOf } from '../lists/filters';
import { pick } from '../lists/pick';
import { isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { customersOf } from '../people/people-of';
import { peopleReadModel, type PersonRow } from '../people/table';
import { found } from '../people/whose';
import { NO_RECEIPTS, type PaymentReceipts, receiptsOf } from '../receipts/payment-receipts';
import { receiptsReadModel } from '../receipts/table';
import { ofRounds, withinRounds } from './rounds';
import { paymentsReadModel, paymentsTable, type ShownPayment, type VisiblePayment } from './table';

export class PaymentFlags extends fields({
  scheduled: flag(),
  pending: flag(),
  submitted: flag(),
  succeeded: flag(),
  confirmed: flag(),
  paidOut: flag(),
  cancelled: flag(),
  hasErrors: flag(),
  lateFailure: flag(),
  chargedBack: flag(),
  retryScheduled: flag(),
}) {}

export class PaymentItem extends fields({
  id: id(),
  gocardlessPaymentId: nullable(id()),
  customerId: nullable(id({ description: 'Null while nobody knows whose it is.' })),
  mandateId: id(),
  origin: oneOf(['scheduled_payment', 'balance_export', 'manual', 'adopted']),
  amount: amount(),
  currency: currency(),
  chargeDate: nullable(day()),
  status: text({ description: 'GoCardless’s, or before it `requested` or `rejected`.' }),
  flags: nested(PaymentFlags),
  message: text(),
  amountRefunded: amount({ min: 0 }),
  receiptNumber: nullable(text({ description: 'Of the receipt that stands.' })),
  receipts: texts({ description: 'All documents of the payment; the id of one that has no number yet.' }),
  payoutId: nullable(id()),
  accepted: flag(),
  acceptedBy: nullable(oneOf(['collector', 'system'])),
  paidOutAt: nullable(instant()),
  connectionId: id(),
  customerName: nullable(text()),
  salesOrderId: nullable(id()),
  scheduledPaymentId: nullable(id()),
  balanceExportId: nullable(id()),
  exportRowId: nullable(id()),
  suspicion: nullable(anyObject<AdoptionSuspicion>({ description: 'Why an adopted payment needs a look.' })),
}) {}

export const paymentsList = tableList<VisiblePayment, PaymentItem>({
  name: 'payments',
  item: PaymentItem,
  table: paymentsTable,
  readModels: [paymentsReadModel, receiptsReadModel, customersReadModel, peopleReadModel],
  columns: [
    'customerId',
    'mandateId',
    'gocardlessPaymentId',
    'origin',
    'salesOrderId',
    'scheduledPaymentId',
    'balanceExportId',
    'amount',
    'currency',
    'chargeDate',
    'status',
    'payoutId',
    'accepted',
  ],
  ranges: ['chargeDate'],
  filters: {
    round: anyOf(text({ description: 'The round of its customer.' }), ofRounds),
    ...columnsOf(PaymentFlags),
  },
  visible: withinRounds,
  sorts: ['chargeDate', 'amount', 'paidOutAt'],
  search: async (word, sql) => [
    await found('t.customer_id', word, sql),
    ...['id', 'gocardless_payment_id', 'mandate_id', 'customer_id', 'payout_id'].map((column) =>
      isId(`t.${column}`, word, sql),
    ),
  ],
  money: { amount: 'amount', currency: 'currency' },
  groups: ['status', 'message', 'origin', 'chargeDate'],
  items: async (rows, view, { database }) => {
    const ids = rows.map((row) => row.id);
    const [receipts, people] = await Promise.all([receiptsOf(database, view, ids), customersOf(database, rows)]);
    return rows.map((row) => paymentItem(row, receipts.get(row.id), people.get(row.customerId)));
  },
});

/** The payment as it is answered. */
export function paymentItem(
  row: ShownPayment,
  { receiptNumber, receipts }: PaymentReceipts = NO_RECEIPTS,
  person?: PersonRow,
): PaymentItem {
  const flags = pick(PaymentFlags, row, {});
  return pick(PaymentItem, row, { flags, receiptNumber, receipts, customerName: person?.name ?? null });
}
