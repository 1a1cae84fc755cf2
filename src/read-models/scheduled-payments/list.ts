import { expectedPaidOutDate } from '../../domain/payments/expected-payout';
import { attemptFlags, unsentFlags } from '../../domain/payments/flags-table';
import { fields, nullable } from '../../fields/field';
import { amount, currency, day, flag, id, instant, nested, text, wholeNumber } from '../../fields/kinds';
import { connectionsReadModel } from '../connections/table';
import { RowReader } from '../engine/reader';
import { anyOf } from '../lists/filters';
import { type ListSql } from '../lists/list-sql';
import { pick } from '../lists/pick';
import { isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { schemesOf } from '../mandates/schemes';
import { mandatesReadModel } from '../mandates/table';
import { expectedOf } from '../payments/expected';
import { PaymentFlags } from '../payments/list';
import { paymentsReadModel, paymentsTable, type VisiblePayment } from '../payments/table';
import { customersOf } from '../people/people-of';
import { peopleReadModel } from '../people/table';
import { found } from '../people/whose';
import { receiptsOf } from '../receipts/payment-receipts';
import { receiptsReadModel } from '../receipts/table';
import { seen } from '../view';
import { type MandateMark, mandateMarks, unsentWithErrors, waitsForMandate } from './mandate-marks';
import { sendingDaysOf } from './sending-days';
import { type ScheduledPaymentRow, scheduledPayments, scheduledPaymentsReadModel } from './table';

export class ScheduledPaymentFlags extends fields({
  isDirectDebit: flag(),
  paymentCreated: flag(),
  isProcessed: flag(),
  succeeded: flag(),
  isPaymentProcessed: flag(),
  hasErrors: flag(),
  isCancelled: flag(),
}) {}

export class ScheduledPaymentItem extends fields({
  id: id(),
  salesOrderId: id(),
  mandateId: nullable(id({ description: 'Null = the customer’s default when it is sent.' })),
  dueDate: day(),
  amount: amount(),
  currency: currency(),
  paymentId: nullable(id({ description: 'Of the newest attempt.' })),
  flags: nested(ScheduledPaymentFlags),
  message: nullable(
    text({
      description: 'A mark of its mandate, such as `no_mandate`, or the message of its payment when it has errors.',
    }),
  ),
  connectionId: id(),
  customerId: id(),
  customerName: nullable(text()),
  attempt: wholeNumber({ min: 0, description: 'How often it was sent.' }),
  chargeDate: nullable(day({ description: 'As GoCardless set it for the newest attempt.' })),
  expectedPaidOutDate: nullable(
    day({ description: 'On which its money can be expected at the bank; null when none is expected on a known day.' }),
  ),
  sendingDay: nullable(day({ description: 'On which it is sent by itself; null when it was sent or cancelled.' })),
  sentAt: nullable(instant({ description: 'When the newest attempt was sent.' })),
  paymentStatus: nullable(text({ description: 'Of the newest attempt.' })),
  paymentFlags: nullable(nested(PaymentFlags, { heading: 'Payment', description: 'Of the newest attempt.' })),
  receiptNumber: nullable(text({ description: 'Of the receipt that stands for the newest attempt.' })),
}) {}

const CREATED = `p.status not in ('requested', 'rejected')`;

export const scheduledPaymentsList = tableList<ScheduledPaymentRow, ScheduledPaymentItem>({
  name: 'scheduled-payments',
  item: ScheduledPaymentItem,
  table: scheduledPayments,
  readModels: [
    scheduledPaymentsReadModel,
    paymentsReadModel,
    mandatesReadModel,
    receiptsReadModel,
    connectionsReadModel,
    peopleReadModel,
  ],
  columns: ['salesOrderId', 'customerId', 'mandateId', 'currency', 'dueDate', 'paymentId'],
  ranges: ['dueDate', 'sentAt'],
  filters: {
    paymentCreated: flagFilter((sql) => ofAttempt(CREATED, sql)),
    isProcessed: flagFilter(() => 't.payment_id is not null'),
    succeeded: flagFilter((sql) => ofAttempt(`${CREATED} and not p.has_errors`, sql)),
    isPaymentProcessed: flagFilter((sql) => ofAttempt('p.paid_out', sql)),
    hasErrors: flagFilter(async (sql) => `${ofAttempt('p.has_errors', sql)} or ${await unsentWithErrors(sql, 't')}`),
    waitsForMandate: flagFilter(waitsForMandate),
    isCancelled: flagFilter((sql) => `t.cancelled or ${ofAttempt('p.cancelled', sql)}`),
  },
  orderWithin: 'planIndex',
  sorts: ['dueDate', 'amount'],
  search: async (word, sql) => [
    await found('t.customer_id', word, sql),
    ...['id', 'customer_id', 'mandate_id', 'payment_id', 'sales_order_id'].map((column) =>
      isId(`t.${column}`, word, sql),
    ),
  ],
  money: { amount: 'amount', currency: 'currency' },
  groups: ['dueDate'],
  items: async (rows, view, { database }) => {
    const unsent = rows.filter(({ paymentId, cancelled }) => paymentId === null && !cancelled);
    const paymentIds = rows.flatMap(({ paymentId }) => paymentId ?? []);
    const [payments, marks, people, schemeOf, receipts, sendingDays] = await Promise.all([
      new RowReader(database).readRows<VisiblePayment>(paymentsTable, { ...seen(view), ids: paymentIds }),
      mandateMarks(database, view, unsent),
      customersOf(database, rows),
      schemesOf(database, view, rows),
      receiptsOf(database, view, paymentIds),
      sendingDaysOf(database, view, unsent),
    ]);
    const paymentById = new Map(payments.map(({ row }) => [row.id, row]));
    return rows.map((row) => {
      const payment = row.paymentId === null ? undefined : paymentById.get(row.paymentId);
      const mark = marks.get(row.id) ?? null;
      return pick(ScheduledPaymentItem, row, {
        flags: flagsOf(row, payment, mark),
        message: row.paymentId === null ? mark : payment?.hasErrors === true ? payment.message : null,
        customerName: people.get(row.customerId)?.name ?? null,
        chargeDate: payment?.chargeDate ?? null,
        expectedPaidOutDate: expectedOfInstalment(row, payment, mark, schemeOf(row)),
        sendingDay: sendingDays.get(row.id) ?? null,
        paymentStatus: payment?.status ?? null,
        paymentFlags: payment === undefined ? null : pick(PaymentFlags, payment, {}),
        receiptNumber: receipts.get(row.paymentId ?? '')?.receiptNumber ?? null,
      });
    });
  },
});

function flagFilter(condition: (sql: ListSql) => string | Promise<string>) {
  return anyOf(flag(), async (values, sql) => `(${await condition(sql)}) = any(${sql.values(values, 'boolean')})`);
}

/** Whether it is so of the newest attempt, whose payment is `p`. */
function ofAttempt(condition: string, sql: ListSql): string {
  sql.join(paymentsTable, 'p', 'p.id = t.payment_id');
  return `coalesce(${condition}, false)`;
}

function flagsOf(
  row: ScheduledPaymentRow,
  payment: VisiblePayment | undefined,
  mark: MandateMark,
): ScheduledPaymentFlags {
  if (row.paymentId === null) return unsentFlags(row.cancelled, mark);
  // Released: the request of the payment follows in a moment.
  const flags = attemptFlags(payment ?? { status: 'requested', hasErrors: false });
  // After a rejection the instalment itself can be cancelled.
  return pick(ScheduledPaymentFlags, flags, { isDirectDebit: true, isCancelled: row.cancelled || flags.isCancelled });
}

/** Of what was sent, the attempt's; what waits will be charged when it is due, unless it was cancelled or has no mandate to go out on. */
function expectedOfInstalment(
  { paymentId, cancelled, dueDate, currency }: ScheduledPaymentRow,
  payment: VisiblePayment | undefined,
  mark: MandateMark,
  scheme: string | null,
): string | null {
  if (payment !== undefined) return expectedOf(payment, scheme);
  return cancelled || paymentId !== null || mark !== null ? null : expectedPaidOutDate(scheme, currency, dueDate);
}
