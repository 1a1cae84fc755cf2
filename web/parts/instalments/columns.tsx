import { Link } from '@tanstack/react-router';
import { messageInWords } from '../../words/codes/causes';
import { FLAG } from '../../words/codes/states';
import { words } from '../../words/en/instalments';
import { type Column, sumsByCurrency } from '../data-table/columns';
import { formatMoney } from '../money/money';
import { Money } from '../money/Money';
import { paymentView } from '../status/status';
import { Status, Tick } from '../status/Status';
import { formatDay } from '../when/when';
import { Day, Time } from '../when/When';
import { type Instalment, MATRIX } from './meaning';

/** The matrix: what is due, six flags, and how the e-payment stands. */
export const matrixColumns: readonly Column<Instalment>[] = [
  { key: 'due', heading: words.due, sort: 'dueDate', card: 'detail', cell: ({ dueDate }) => <Day day={dueDate} /> },
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
  ...MATRIX.map((flag): Column<Instalment> => {
    return {
      key: flag,
      heading: FLAG[flag].label,
      align: 'center',
      cell: ({ flags }) => <Tick on={flags[flag]} isBad={flag === 'hasErrors'} />,
    };
  }),
  { key: 'payment', heading: words.payment, card: 'detail', cell: (row) => <EPayment of={row} /> },
  { key: 'message', heading: words.message, cell: (row) => messageOf(row) },
  { key: 'chargeDate', heading: words.chargeDate, cell: ({ chargeDate }) => <Day day={chargeDate} /> },
  {
    key: 'expected',
    heading: words.expected,
    cell: ({ expectedPaidOutDate }) => <Day day={expectedPaidOutDate} />,
  },
  { key: 'attempt', heading: words.attempt, isExtra: true, align: 'end', cell: ({ attempt }) => attempt },
  { key: 'sentAt', heading: words.sentAt, isExtra: true, cell: ({ sentAt }) => <Time at={sentAt} /> },
  { key: 'mandate', heading: words.mandate, isExtra: true, cell: ({ mandateId }) => mandateId },
];

/** The same where all are of one order or customer: what tells them apart is their day. */
export const matrixOfOne: readonly Column<Instalment>[] = matrixColumns
  .filter(({ isExtra }) => isExtra !== true)
  .map((column) => (column.key === 'due' ? { ...column, card: 'title' } : column));

/** How the newest attempt stands, with the way to it. */
function EPayment({ of: { paymentId, paymentStatus, paymentFlags } }: { readonly of: Instalment }) {
  if (paymentId === null) return <Status shape="ring" tone="faint" words={words.notSent} />;
  const view = paymentView({
    status: paymentStatus ?? 'requested',
    ...(paymentFlags === null ? {} : { flags: paymentFlags }),
  });
  return (
    <Link to="/payments/$id" params={{ id: paymentId }}>
      <Status {...view} />
    </Link>
  );
}

function messageOf({ message, receiptNumber, sendingDay }: Instalment) {
  if (message !== null) return messageInWords(message);
  if (receiptNumber !== null) {
    return (
      <Link to="/receipts/$number" params={{ number: receiptNumber }}>
        {receiptNumber}
      </Link>
    );
  }
  return sendingDay === null ? null : words.goesOut(formatDay(sendingDay));
}
