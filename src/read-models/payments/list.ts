import { PAYMENT_STATUSES } from '../../domain/payments/flags-table';
import { fields, nullable, optional } from '../../fields/field';
import { amount, currency, day, flag, id, instant, nested, oneOf, text, texts, wholeNumber } from '../../fields/kinds';
import { customersReadModel } from '../customers/table';
import { anyOf } from '../lists/filters';
import { pick } from '../lists/pick';
import { isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { schemesOf } from '../mandates/schemes';
import { mandatesReadModel } from '../mandates/table';
import { customersOf } from '../people/people-of';
import { peopleReadModel, type PersonRow } from '../people/table';
import { found } from '../people/whose';
import { NO_RECEIPTS, type PaymentReceipts, receiptsOf } from '../receipts/payment-receipts';
import { receiptsReadModel } from '../receipts/table';
import { expectedOf } from './expected';
import { flagFilters } from './flag-filters';
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

export class PaymentSuspicion extends fields({
  kind: oneOf(['duplicate_of_payment', 'duplicate_of_row', 'differs_from_request']),
  paymentId: optional(id({ description: 'Of the payment that it is like.' })),
  rowId: optional(id({ description: 'Of the row of an export that it is like.' })),
}) {}

export class PaymentItem extends fields({
  id: id(),
  gocardlessPaymentId: nullable(id()),
  customerId: nullable(id({ description: 'Null while nobody knows whose it is.' })),
  mandateId: id(),
  origin: oneOf(['scheduled_payment', 'balance_export', 'manual', 'adopted']),
  amount: amount(),
  currency: currency(),
  createdAt: instant({ description: 'When it was asked for; of one made elsewhere, when GoCardless made it.' }),
  chargeDate: nullable(day()),
  expectedPaidOutDate: nullable(
    day({ description: 'On which its money can be expected at the bank; null when none is expected on a known day.' }),
  ),
  status: oneOf(PAYMENT_STATUSES, { description: 'GoCardless’s, or before it `requested` or `rejected`.' }),
  flags: nested(PaymentFlags),
  message: text({ description: 'A code, such as `payment_paid_out` or a cause; after a colon what the bank wrote.' }),
  cause: nullable(text({ description: 'GoCardless’s cause of a failure, chargeback, cancellation or refusal.' })),
  reasonCode: nullable(text({ description: 'The code of the bank’s scheme.' })),
  inFlight: flag({ description: 'It may still bring money.' }),
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
  attempt: nullable(wholeNumber({ min: 1, description: 'Which attempt at its instalment it is.' })),
  balanceExportId: nullable(id()),
  exportRowId: nullable(id()),
  suspicion: nullable(
    nested(PaymentSuspicion, { heading: 'Suspicion', description: 'Why an adopted payment needs a look.' }),
  ),
}) {}

export const paymentsList = tableList<VisiblePayment, PaymentItem>({
  name: 'payments',
  item: PaymentItem,
  table: paymentsTable,
  readModels: [paymentsReadModel, receiptsReadModel, mandatesReadModel, customersReadModel, peopleReadModel],
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
    'cause',
    'payoutId',
    'accepted',
  ],
  ranges: ['chargeDate', 'createdAt'],
  filters: {
    round: anyOf(text({ description: 'The round of its customer.' }), ofRounds),
    ...flagFilters(),
  },
  visible: withinRounds,
  sorts: ['createdAt', 'chargeDate', 'amount', 'paidOutAt'],
  search: async (word, sql) => [
    await found('t.customer_id', word, sql),
    ...['id', 'gocardless_payment_id', 'mandate_id', 'customer_id', 'payout_id'].map((column) =>
      isId(`t.${column}`, word, sql),
    ),
  ],
  money: { amount: 'amount', currency: 'currency' },
  groups: ['status', 'message', 'cause', 'origin', 'chargeDate'],
  items: async (rows, view, { database }) => {
    const ids = rows.map((row) => row.id);
    const [receipts, people, schemes] = await Promise.all([
      receiptsOf(database, view, ids),
      customersOf(database, rows),
      schemesOf(database, view, rows),
    ]);
    return rows.map((row) => paymentItem(row, schemes(row), receipts.get(row.id), people.get(row.customerId)));
  },
});

/** The payment as it is answered. */
export function paymentItem(
  row: ShownPayment,
  scheme: string | null,
  { receiptNumber, receipts }: PaymentReceipts = NO_RECEIPTS,
  person?: PersonRow,
): PaymentItem {
  const flags = pick(PaymentFlags, row, {});
  return pick(PaymentItem, row, {
    flags,
    receiptNumber,
    receipts,
    customerName: person?.name ?? null,
    expectedPaidOutDate: expectedOf(row, scheme),
  });
}
