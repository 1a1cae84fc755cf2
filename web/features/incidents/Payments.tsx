import { type ItemOf, type ParamsOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { Opens } from '../../parts/list/Opens';
import { formatMoney } from '../../parts/money/money';
import { Card } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { PaymentActs } from '../../parts/payment-acts/PaymentActs';
import { paymentView } from '../../parts/status/status';
import { Status } from '../../parts/status/Status';
import { Day } from '../../parts/when/When';
import { words } from '../../words/en/incidents';
import { type Incident } from './columns';

type Payment = ItemOf<'/api/payments'>;

/** The payments that an incident is about, side by side where there are two, each with what can be done with it. */
export function Payments({ incident }: { readonly incident: Incident }) {
  const { paymentId, scheduledPaymentId, detail } = incident;
  const other = detail !== null && /^pay_\w+$/.test(detail) ? detail : null;
  const otherAtGoCardless = detail === null ? null : (/\bPM\w+/.exec(detail)?.[0] ?? null);
  if (paymentId === null && scheduledPaymentId === null) return null;
  return (
    <Card title={words.payments}>
      {incident.type === 'collected_twice' && scheduledPaymentId !== null ? (
        <Several query={{ scheduledPaymentId: [scheduledPaymentId] }} />
      ) : (
        <>
          {paymentId !== null && <One id={paymentId} />}
          {other !== null && other !== paymentId && <One id={other} />}
          {otherAtGoCardless !== null && (
            <Several query={{ gocardlessPaymentId: [otherAtGoCardless] }} not={paymentId} />
          )}
        </>
      )}
    </Card>
  );
}

function One({ id }: { readonly id: string }) {
  const reading = useReading('/api/payments/{id}', { path: { id } });
  return <Shown of={reading}>{(payment) => <Table payments={[payment]} />}</Shown>;
}

function Several({
  query,
  not = null,
}: {
  readonly query: NonNullable<ParamsOf<'/api/payments'>['query']>;
  readonly not?: string | null;
}) {
  const reading = useReading('/api/payments', { query });
  return (
    <Shown of={reading}>
      {({ items }) => {
        const others = items.filter(({ id }) => id !== not);
        return others.length === 0 ? null : <Table payments={others} />;
      }}
    </Shown>
  );
}

function Table({ payments }: { readonly payments: readonly Payment[] }) {
  return <DataTable label={words.payments} columns={columns} rows={payments} rowKey={({ id }) => id} />;
}

const columns: readonly Column<Payment>[] = [
  {
    key: 'payment',
    heading: words.payment,
    cell: ({ id, gocardlessPaymentId }) => <Opens to={`/payments/${id}`}>{gocardlessPaymentId ?? id}</Opens>,
  },
  { key: 'charged', heading: words.charged, cell: ({ chargeDate }) => <Day day={chargeDate} /> },
  { key: 'status', heading: words.status, cell: (payment) => <Status {...paymentView(payment)} /> },
  { key: 'receipt', heading: words.receipt, cell: ({ receiptNumber }) => receiptNumber },
  {
    key: 'amount',
    heading: words.amount,
    align: 'end',
    cell: ({ amount, currency }) => formatMoney(amount, currency),
  },
  { key: 'acts', heading: words.acts, isActs: true, cell: (payment) => <PaymentActs payment={payment} isSmall /> },
];
