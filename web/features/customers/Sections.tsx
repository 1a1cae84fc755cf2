import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { type AnswerOf, type ItemOf, type ListPath, type ParamsOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { Acts } from '../../parts/instalments/Acts';
import { matrixOfOne } from '../../parts/instalments/columns';
import { type Instalment } from '../../parts/instalments/meaning';
import { Opens } from '../../parts/list/Opens';
import { MandateActs } from '../../parts/mandate-acts/MandateActs';
import { Money } from '../../parts/money/Money';
import { Shown } from '../../parts/page-state/PageState';
import { mandateView, paymentView } from '../../parts/status/status';
import { Status, Tick } from '../../parts/status/Status';
import { Day, Time } from '../../parts/when/When';
import { said } from '../../words/codes/said';
import { DOCUMENT_KIND, SCHEME } from '../../words/codes/states';
import { words } from '../../words/en/customers';
import { words as mandateWords } from '../../words/en/mandates';
import styles from './Customers.module.css';

interface Of {
  readonly customerId: string;
}

type Mandate = AnswerOf<'/api/customers/{id}'>['mandates'][number];

const mandateColumns: readonly Column<Mandate>[] = [
  { key: 'mandate', heading: words.mandate, cell: ({ mandateId }) => mandateId },
  { key: 'scheme', heading: mandateWords.scheme, cell: ({ scheme }) => said(SCHEME, scheme ?? '') },
  {
    key: 'status',
    heading: words.status,
    cell: ({ status, linked }) => <Status {...mandateView(status, linked)} />,
  },
  {
    key: 'bank',
    heading: mandateWords.bank,
    cell: ({ bankName, accountNumberEnding }) =>
      accountNumberEnding === null ? bankName : mandateWords.bankEnding(bankName ?? '', accountNumberEnding),
  },
  {
    key: 'default',
    heading: mandateWords.isDefault,
    align: 'center',
    cell: ({ default: isDefault }) => <Tick on={isDefault} />,
  },
  { key: 'acts', heading: '', isActs: true, cell: (mandate) => <MandateActs of={mandate} /> },
];

export function Mandates({ customerId, mandates }: Of & { readonly mandates: readonly Mandate[] }) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{words.mandates}</h2>
        <Link to="/customers/$id/link" params={{ id: customerId }}>
          {words.link}
        </Link>
      </div>
      {mandates.length === 0 ? (
        <p className={styles.none}>{words.noMandates}</p>
      ) : (
        <DataTable
          label={words.mandates}
          columns={mandateColumns}
          rows={mandates}
          rowKey={({ mandateId }) => mandateId}
        />
      )}
    </section>
  );
}

const SHOWN = 20;

/** The newest of a customer's things, with the way to all of them. */
function Section<Path extends ListPath>({
  path,
  customerId,
  title,
  none,
  all,
  query = {},
  columns,
}: Of & {
  readonly path: Path;
  readonly title: string;
  readonly none: string;
  readonly all: ReactNode;
  readonly query?: Readonly<Record<string, string>>;
  readonly columns: readonly Column<ItemOf<Path> & { readonly id: string }>[];
}) {
  const asked = { customerId: [customerId], limit: String(SHOWN), order: 'desc', ...query };
  const reading = useReading(path, { query: asked } as unknown as ParamsOf<Path>);
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {all}
      </div>
      <Shown of={reading}>
        {(body) => {
          // The address answers a list: that is what its type says.
          const { items } = body as { readonly items: readonly (ItemOf<Path> & { readonly id: string })[] };
          return items.length === 0 ? (
            <p className={styles.none}>{none}</p>
          ) : (
            <DataTable label={title} columns={columns} rows={items} rowKey={({ id }) => id} asCards />
          );
        }}
      </Shown>
    </section>
  );
}

const instalmentColumns: readonly Column<Instalment>[] = [
  ...matrixOfOne,
  { key: 'acts', heading: '', isActs: true, cell: (row) => <Acts of={row} /> },
];

export function Instalments({ customerId }: Of) {
  return (
    <Section
      path="/api/scheduled-payments"
      customerId={customerId}
      title={words.scheduled}
      none={words.noScheduled}
      query={{ sort: 'dueDate' }}
      columns={instalmentColumns}
      all={
        <Link to="/scheduled" search={{ q: customerId }}>
          {words.all}
        </Link>
      }
    />
  );
}

const orderColumns: readonly Column<ItemOf<'/api/sales-orders'>>[] = [
  {
    key: 'placed',
    heading: words.placed,
    card: 'title',
    cell: ({ id, createdAt }) => (
      <Opens to={`/orders/${id}`}>
        <Time at={createdAt} />
      </Opens>
    ),
  },
  { key: 'reference', heading: words.reference, card: 'detail', cell: ({ reference }) => reference },
  { key: 'nextDue', heading: words.nextDue, cell: ({ nextDueDate }) => <Day day={nextDueDate} /> },
  {
    key: 'plan',
    heading: words.plan,
    align: 'end',
    card: 'aside',
    cell: ({ planTotal, currency }) => <Money amount={planTotal} currency={currency} withCurrency />,
  },
  {
    key: 'receipted',
    heading: words.receipted,
    align: 'end',
    cell: ({ receiptedTotal, currency }) => <Money amount={receiptedTotal} currency={currency} withCurrency />,
  },
];

export function Orders({ customerId }: Of) {
  return (
    <Section
      path="/api/sales-orders"
      customerId={customerId}
      title={words.orders}
      none={words.noOrders}
      columns={orderColumns}
      all={
        <Link to="/orders" search={{ q: customerId }}>
          {words.all}
        </Link>
      }
    />
  );
}

const paymentColumns: readonly Column<ItemOf<'/api/payments'>>[] = [
  {
    key: 'charged',
    heading: words.charged,
    card: 'title',
    cell: ({ id, chargeDate }) => (
      <Opens to={`/payments/${id}`}>{chargeDate === null ? words.aMoment : <Day day={chargeDate} />}</Opens>
    ),
  },
  { key: 'status', heading: words.status, card: 'detail', cell: (payment) => <Status {...paymentView(payment)} /> },
  { key: 'receipt', heading: words.number, cell: ({ receiptNumber }) => receiptNumber },
  {
    key: 'amount',
    heading: words.amount,
    align: 'end',
    card: 'aside',
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} withCurrency />,
  },
];

export function Payments({ customerId }: Of) {
  return (
    <Section
      path="/api/payments"
      customerId={customerId}
      title={words.payments}
      none={words.noPayments}
      columns={paymentColumns}
      all={
        <Link to="/payments" search={{ q: customerId }}>
          {words.all}
        </Link>
      }
    />
  );
}

const receiptColumns: readonly Column<ItemOf<'/api/receipts'>>[] = [
  {
    key: 'number',
    heading: words.number,
    card: 'title',
    cell: ({ id, number }) => <Opens to={`/receipts/${id}`}>{number ?? words.aMoment}</Opens>,
  },
  { key: 'kind', heading: words.kind, card: 'detail', cell: ({ kind }) => said(DOCUMENT_KIND, kind) },
  { key: 'taxDate', heading: words.taxDate, cell: ({ taxDate }) => <Day day={taxDate} /> },
  {
    key: 'amount',
    heading: words.amount,
    align: 'end',
    card: 'aside',
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} withCurrency />,
  },
];

export function Receipts({ customerId }: Of) {
  return (
    <Section
      path="/api/receipts"
      customerId={customerId}
      title={words.receipts}
      none={words.noReceipts}
      columns={receiptColumns}
      all={
        <Link to="/receipts" search={{ q: customerId }}>
          {words.all}
        </Link>
      }
    />
  );
}
