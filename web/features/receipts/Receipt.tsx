import { Link, useParams } from '@tanstack/react-router';
import { type AnswerOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { buttonClass } from '../../parts/forms/Button';
import { Icon } from '../../parts/icon/Icon';
import { Id } from '../../parts/ids/Id';
import { formatMoney } from '../../parts/money/money';
import { Money } from '../../parts/money/Money';
import { Beside, Card, Facts, Figure, Figures, Page } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { Day, Time } from '../../parts/when/When';
import { messageInWords } from '../../words/codes/causes';
import { said } from '../../words/codes/said';
import { DOCUMENT_KIND } from '../../words/codes/states';
import { words } from '../../words/en/receipts';
import { sumOf } from './columns';
import { Entries } from './Entries';
import styles from './Receipt.module.css';

type Body = AnswerOf<'/api/receipts/{numberOrId}'>;
type Line = Body['lines'][number];

/** One document as it was posted. It is never edited; what cancels it is another document. */
export function Receipt() {
  const { number = '' } = useParams({ strict: false });
  const reading = useReading('/api/receipts/{numberOrId}', { path: { numberOrId: number } });
  const { body } = reading;
  const title =
    body === undefined ? words.title : words.one(said(DOCUMENT_KIND, body.kind), body.number ?? words.aMoment);
  return (
    <Page
      title={title}
      actions={
        <>
          <a className={buttonClass()} href={`/api/receipts/${encodeURIComponent(number)}/document.pdf`}>
            <Icon name="sheet" />
            {words.pdf}
          </a>
          <a
            className={buttonClass()}
            href={`/api/receipts/${encodeURIComponent(number)}/document.pdf`}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="printer" />
            {words.print}
          </a>
        </>
      }
    >
      <Shown of={reading}>{(receipt) => <Inside receipt={receipt} />}</Shown>
    </Page>
  );
}

function Inside({ receipt }: { readonly receipt: Body }) {
  const { amount, currency, lines } = receipt;
  return (
    <>
      <Figures>
        <Figure label={words.amount} note={receipt.customerName}>
          {formatMoney(amount, currency)}
        </Figure>
        <Figure label={words.net}>{formatMoney(sumOf(lines, 'net'), currency)}</Figure>
        <Figure label={words.tax}>{formatMoney(sumOf(lines, 'tax'), currency)}</Figure>
        <Figure label={words.taxDate}>
          <Day day={receipt.taxDate} />
        </Figure>
      </Figures>
      <Beside>
        <div className={styles.left}>
          <Card title={words.lines}>
            <DataTable
              label={words.lines}
              columns={columnsIn(currency)}
              rows={lines}
              rowKey={(line) => String(lines.indexOf(line))}
            />
          </Card>
          <Entries documentId={receipt.id} />
        </div>
        <Card title={words.facts}>
          <Facts
            facts={[
              [words.effective, <Time key="e" at={receipt.effectiveAt} />],
              [words.posted, <Time key="p" at={receipt.postedAt} />],
              [words.charged, receipt.chargeDate === null ? null : <Day key="c" day={receipt.chargeDate} />],
              [words.paidOut, receipt.paidOutAt === null ? null : <Time key="o" at={receipt.paidOutAt} />],
              [words.cause, receipt.cause === null ? null : messageInWords(receipt.cause)],
              [words.reverses, receipt.reversesId === null ? null : <Another key="r" id={receipt.reversesId} />],
              [words.corrects, receipt.correctsId === null ? null : <Another key="k" id={receipt.correctsId} />],
              [words.reversedBy, <Later key="rb" by="reversesId" id={receipt.id} />],
              [words.correctedBy, <Later key="cb" by="correctsId" id={receipt.id} />],
              [
                words.payment,
                receipt.paymentId === null ? null : (
                  <Link key="y" to="/payments/$id" params={{ id: receipt.paymentId }}>
                    {receipt.paymentId}
                  </Link>
                ),
              ],
              [words.refund, receipt.refundId === null ? null : <Id key="f" id={receipt.refundId} />],
              [words.number, <Id key="i" id={receipt.id} />],
            ]}
          />
        </Card>
      </Beside>
    </>
  );
}

function Another({ id }: { readonly id: string }) {
  return (
    <Link to="/receipts/$number" params={{ number: id }}>
      {id}
    </Link>
  );
}

/** The documents that took this one back or corrected it. */
function Later({ by, id }: { readonly by: 'reversesId' | 'correctsId'; readonly id: string }) {
  const { body } = useReading('/api/receipts', { query: { [by]: [id] } });
  if (body === undefined || body.items.length === 0) return '–';
  return body.items.map((later) => (
    <Link key={later.id} to="/receipts/$number" params={{ number: later.id }}>
      {later.number ?? words.aMoment}
    </Link>
  ));
}

function columnsIn(currency: string): readonly Column<Line>[] {
  return [
    { key: 'description', heading: words.description, cell: ({ description }) => description ?? words.onAccount },
    { key: 'net', heading: words.net, align: 'end', cell: ({ net }) => <Money amount={net} currency={currency} /> },
    { key: 'tax', heading: words.tax, align: 'end', cell: ({ tax }) => <Money amount={tax} currency={currency} /> },
    {
      key: 'amount',
      heading: words.amount,
      align: 'end',
      cell: ({ amount }) => <Money amount={amount} currency={currency} />,
    },
  ];
}
