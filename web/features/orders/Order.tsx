import { Link, useParams } from '@tanstack/react-router';
import { type AnswerOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { History } from '../../parts/history/History';
import { Id } from '../../parts/ids/Id';
import { Acts } from '../../parts/instalments/Acts';
import { matrixOfOne } from '../../parts/instalments/columns';
import { type Instalment } from '../../parts/instalments/meaning';
import { formatMoney } from '../../parts/money/money';
import { Money } from '../../parts/money/Money';
import { Figure, Figures, Line, Page } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { Status } from '../../parts/status/Status';
import { Day, Time } from '../../parts/when/When';
import { words } from '../../words/en/orders';

type Body = AnswerOf<'/api/sales-orders/{id}'>;
type OrderLine = Body['lines'][number];

/** A cash-basis order: its plan, what came of each instalment, and what is received. */
export function Order() {
  const { id = '' } = useParams({ strict: false });
  const reading = useReading('/api/sales-orders/{id}', { path: { id } });
  const { body } = reading;
  return (
    <Page
      title={words.one(body?.customerName ?? words.forgotten)}
      lead={body?.hasErrors === true && <Status shape="warning" tone="bad" words={words.hasErrors} />}
    >
      <Shown of={reading}>{(order) => <Inside order={order} />}</Shown>
    </Page>
  );
}

function Inside({ order }: { readonly order: Body }) {
  const { id, currency, lines } = order;
  return (
    <>
      <Line>
        <Link to="/customers/$id" params={{ id: order.customerId }}>
          <bdi>{order.customerName ?? words.forgotten}</bdi>
        </Link>
        {order.reference}
        <>
          {words.createdAt} <Time at={order.createdAt} />
        </>
        <Id id={id} />
      </Line>
      <Figures>
        <Figure label={words.plan} note={words.planNote}>
          {formatMoney(order.planTotal, currency)}
        </Figure>
        <Figure label={words.total} note={words.totalNote}>
          {formatMoney(order.total, currency)}
        </Figure>
        <Figure label={words.receipted} note={words.receiptedNote}>
          {formatMoney(order.receiptedTotal, currency)}
        </Figure>
        <Figure label={words.nextDue}>{order.nextDueDate === null ? '–' : <Day day={order.nextDueDate} />}</Figure>
      </Figures>
      <Instalments orderId={id} />
      <DataTable
        label={words.lines}
        columns={linesIn(currency)}
        rows={lines}
        rowKey={(line) => String(lines.indexOf(line))}
      />
      <History of={{ salesOrderId: id }} />
    </>
  );
}

const columns: readonly Column<Instalment>[] = [
  ...matrixOfOne,
  { key: 'acts', heading: '', isActs: true, cell: (row) => <Acts of={row} /> },
];

function Instalments({ orderId }: { readonly orderId: string }) {
  const query = { salesOrderId: [orderId], sort: 'dueDate' as const, limit: 500 };
  const reading = useReading('/api/scheduled-payments', { query });
  return (
    <Shown of={reading}>
      {({ items }) => (
        <DataTable label={words.instalments} columns={columns} rows={items} rowKey={({ id }) => id} asCards />
      )}
    </Shown>
  );
}

function linesIn(currency: string): readonly Column<OrderLine>[] {
  const money = (amount: number) => <Money amount={amount} currency={currency} />;
  return [
    { key: 'item', heading: words.item, cell: ({ item }) => <bdi>{item ?? words.forgotten}</bdi> },
    { key: 'quantity', heading: words.quantity, align: 'end', cell: ({ quantity }) => quantity },
    { key: 'price', heading: words.unitAmount, align: 'end', cell: ({ unitAmount }) => money(unitAmount) },
    {
      key: 'discount',
      heading: words.discount,
      align: 'end',
      cell: ({ discount }) => (discount === 0 ? null : money(discount)),
    },
    { key: 'taxRate', heading: words.taxRate, align: 'end', cell: ({ taxRate }) => words.percent(taxRate) },
    { key: 'account', heading: words.account, cell: ({ incomeAccount }) => incomeAccount },
    { key: 'tax', heading: words.tax, align: 'end', cell: ({ tax }) => money(tax) },
    { key: 'amount', heading: words.amount, align: 'end', cell: ({ amount }) => money(amount) },
    { key: 'total', heading: words.total, align: 'end', cell: ({ total }) => money(total) },
    { key: 'receipted', heading: words.receipted, align: 'end', cell: ({ receiptedTotal }) => money(receiptedTotal) },
  ];
}
