import { type ItemOf } from '../../api/addresses';
import { type Column, sumsByCurrency } from '../../parts/data-table/columns';
import { type Filter, optionsOf } from '../../parts/filters/filter';
import { Opens } from '../../parts/list/Opens';
import { formatAmount, formatMoney } from '../../parts/money/money';
import { Money } from '../../parts/money/Money';
import { paymentView } from '../../parts/status/status';
import { Status, Tick } from '../../parts/status/Status';
import { Day, Time } from '../../parts/when/When';
import { CAUSE, messageInWords } from '../../words/codes/causes';
import { said } from '../../words/codes/said';
import { ORIGIN, PAYMENT_STATUS } from '../../words/codes/states';
import { words } from '../../words/en/payments';

export type Payment = ItemOf<'/api/payments'>;

export const columns: readonly Column<Payment>[] = [
  {
    key: 'customer',
    heading: words.customer,
    card: 'title',
    cell: ({ id, customerName }) => <Opens to={`/payments/${id}`}>{customerName ?? words.nobody}</Opens>,
  },
  {
    key: 'chargeDate',
    heading: words.chargeDate,
    sort: 'chargeDate',
    cell: ({ chargeDate }) => <Day day={chargeDate} />,
  },
  {
    key: 'expected',
    heading: words.expected,
    cell: ({ expectedPaidOutDate }) => <Day day={expectedPaidOutDate} />,
  },
  { key: 'status', heading: words.status, card: 'detail', cell: (payment) => <Status {...paymentView(payment)} /> },
  { key: 'message', heading: words.message, cell: ({ message }) => messageInWords(message) },
  {
    key: 'amount',
    heading: words.amount,
    sort: 'amount',
    align: 'end',
    card: 'aside',
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
    foot: (rows) =>
      sumsByCurrency(rows, (row) => row)
        .map(({ amount, currency }) => formatMoney(amount, currency))
        .join(', '),
  },
  { key: 'currency', heading: words.currency, cell: ({ currency }) => currency },
  { key: 'receipt', heading: words.receipt, card: 'detail', cell: ({ receiptNumber }) => receiptNumber },
  {
    key: 'createdAt',
    heading: words.createdAt,
    sort: 'createdAt',
    isExtra: true,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
  { key: 'attempt', heading: words.attempt, align: 'end', isExtra: true, cell: ({ attempt }) => attempt },
  { key: 'origin', heading: words.origin, isExtra: true, cell: ({ origin }) => said(ORIGIN, origin) },
  { key: 'payout', heading: words.payout, isExtra: true, cell: ({ payoutId }) => payoutId },
  {
    key: 'gocardlessId',
    heading: words.gocardlessId,
    isExtra: true,
    cell: ({ gocardlessPaymentId }) => gocardlessPaymentId,
  },
  {
    key: 'refunded',
    heading: words.refunded,
    align: 'end',
    isExtra: true,
    cell: ({ amountRefunded, currency }) => (amountRefunded === 0 ? null : formatAmount(amountRefunded, currency)),
  },
  {
    key: 'accepted',
    heading: words.accepted,
    align: 'center',
    isExtra: true,
    cell: ({ accepted }) => <Tick on={accepted} />,
  },
];

export const filters: readonly Filter[] = [
  { kind: 'choice', name: 'status', label: words.status, options: optionsOf(PAYMENT_STATUS) },
  { kind: 'days', name: 'chargeDate', label: words.chargeDate },
  { kind: 'choice', name: 'origin', label: words.origin, options: optionsOf(ORIGIN) },
  { kind: 'flag', name: 'inFlight', label: words.inFlight },
  { kind: 'choice', name: 'cause', label: words.cause, options: optionsOf(CAUSE) },
  { kind: 'flag', name: 'hasErrors', label: words.hasErrors },
  { kind: 'flag', name: 'lateFailure', label: words.lateFailure },
  { kind: 'flag', name: 'paidOut', label: words.views.paidOut },
  { kind: 'flag', name: 'accepted', label: words.accepted },
  { kind: 'text', name: 'gocardlessPaymentId', label: words.gocardlessId },
  { kind: 'text', name: 'payoutId', label: words.payout },
];
