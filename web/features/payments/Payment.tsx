import { Link, useParams } from '@tanstack/react-router';
import { useReading } from '../../api/reading';
import { History } from '../../parts/history/History';
import { Id } from '../../parts/ids/Id';
import { formatMoney } from '../../parts/money/money';
import { Beside, Card, Facts, Figure, Figures, Page } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { PaymentActs } from '../../parts/payment-acts/PaymentActs';
import { paymentView } from '../../parts/status/status';
import { Status } from '../../parts/status/Status';
import { Day, Time } from '../../parts/when/When';
import { messageInWords } from '../../words/codes/causes';
import { said } from '../../words/codes/said';
import { ORIGIN, PAYMENT_FLAG } from '../../words/codes/states';
import { words } from '../../words/en/payments';
import { type Payment as PaymentBody } from './columns';

export function Payment() {
  const { id = '' } = useParams({ strict: false });
  const reading = useReading('/api/payments/{id}', { path: { id } });
  return (
    <Page
      title={words.one(reading.body?.customerName ?? words.nobody)}
      lead={reading.body === undefined ? null : <Status {...paymentView(reading.body)} />}
      actions={reading.body === undefined ? null : <PaymentActs payment={reading.body} />}
    >
      <Shown of={reading}>{(payment) => <Inside payment={payment} />}</Shown>
    </Page>
  );
}

function Inside({ payment }: { readonly payment: PaymentBody }) {
  const { amount, currency, flags } = payment;
  const raised = Object.entries(PAYMENT_FLAG).filter(([name]) => flags[name as keyof typeof flags]);
  return (
    <>
      <Figures>
        <Figure label={words.amount} note={said(ORIGIN, payment.origin)}>
          {formatMoney(amount, currency)}
        </Figure>
        <Figure label={words.chargeDate} note={messageInWords(payment.message)}>
          <Day day={payment.chargeDate} />
        </Figure>
        {payment.expectedPaidOutDate !== null && (
          <Figure label={words.expected} note={words.expectedNote}>
            <Day day={payment.expectedPaidOutDate} />
          </Figure>
        )}
        <Figure label={words.receipt}>
          {payment.receiptNumber === null ? (
            '–'
          ) : (
            <Link to="/receipts/$number" params={{ number: payment.receiptNumber }}>
              {payment.receiptNumber}
            </Link>
          )}
        </Figure>
        <Figure label={words.refunded}>{formatMoney(payment.amountRefunded, currency)}</Figure>
      </Figures>
      <Beside>
        <History of={{ paymentId: payment.id }} />
        <Card title={words.facts}>
          <Facts
            facts={[
              [words.id, <Id key="id" id={payment.id} />],
              [words.gocardlessId, <Id key="gc" id={payment.gocardlessPaymentId} />],
              [words.createdAt, <Time key="ca" at={payment.createdAt} />],
              [words.reasonCode, payment.reasonCode],
              [words.mandate, <Id key="md" id={payment.mandateId} />],
              [words.paidOutAt, payment.paidOutAt === null ? null : <Time key="at" at={payment.paidOutAt} />],
              [
                words.payout,
                payment.payoutId === null ? null : (
                  <Link key="po" to="/payouts/$id" params={{ id: payment.payoutId }}>
                    {payment.payoutId}
                  </Link>
                ),
              ],
              [words.flags, raised.map(([, label]) => label).join(', ')],
              [
                words.documents,
                payment.receipts.length === 0 ? words.noDocuments : <Documents key="doc" ids={payment.receipts} />,
              ],
            ]}
          />
        </Card>
      </Beside>
    </>
  );
}

function Documents({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Link to="/receipts/$number" params={{ number: id }}>
        {id}
      </Link>
    </span>
  ));
}
