import { Link, useParams } from '@tanstack/react-router';
import { type AnswerOf } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { useReading } from '../../api/reading';
import { useKeepsBooks } from '../../api/session';
import { Waterfall } from '../../parts/charts/Waterfall';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { Button } from '../../parts/forms/Button';
import { formatFraction, formatMoney } from '../../parts/money/money';
import { Beside, Card, Page } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { ProblemNote } from '../../parts/page-state/ProblemNote';
import { matchView } from '../../parts/status/status';
import { Status } from '../../parts/status/Status';
import { Day } from '../../parts/when/When';
import { said } from '../../words/codes/said';
import { ITEMS_STATE, PAYOUT_ITEM } from '../../words/codes/states';
import { words } from '../../words/en/payouts';
import { madeOf, unmatchedFirst } from './made-of';

type Body = AnswerOf<'/api/payouts/{id}'>;
type Item = Body['items'][number];

/** A payout against the documents that explain it, item by item. */
export function Payout() {
  const { id = '' } = useParams({ strict: false });
  const reading = useReading('/api/payouts/{id}', { path: { id } });
  const { body } = reading;
  return (
    <Page
      title={words.one(body?.reference ?? id)}
      lead={body === undefined || body.items.length === 0 ? null : <Matches items={body.items} />}
      actions={
        <Button
          icon="printer"
          onClick={() => {
            globalThis.print();
          }}
        >
          {words.print}
        </Button>
      }
    >
      <Shown of={reading}>{(payout) => <Inside payout={payout} />}</Shown>
    </Page>
  );
}

function Matches({ items }: { readonly items: readonly Item[] }) {
  const bad = items.filter(({ matched }) => !matched).length;
  return bad === 0 ? (
    <Status {...matchView(true)} words={words.allMatch(items.length)} />
  ) : (
    <Status shape="warning" tone="warn" words={words.someDoNot(bad, items.length)} />
  );
}

function Inside({ payout }: { readonly payout: Body }) {
  const currency = payout.currency ?? 'GBP';
  const amount = payout.amount ?? 0;
  return (
    <>
      <p>
        {words.arrival} <Day day={payout.arrivalDate} /> · {words.onTheStatement}:{' '}
        <strong>{formatMoney(amount, currency)}</strong>
      </p>
      {payout.difference !== null && <p>{words.difference(payout.difference)}</p>}
      {payout.itemsState !== 'listed' && <p>{said(ITEMS_STATE, payout.itemsState)}</p>}
      <Beside>
        <DataTable
          label={words.items}
          columns={columnsIn(currency)}
          rows={unmatchedFirst(payout.items)}
          rowKey={(item) => String(payout.items.indexOf(item))}
          below={(item) => (item.matched ? null : <Cure />)}
        />
        <Card title={words.made}>
          <Waterfall label={words.made} steps={madeOf(payout.items, amount)} currency={currency} />
        </Card>
      </Beside>
    </>
  );
}

function columnsIn(currency: string): readonly Column<Item>[] {
  return [
    { key: 'match', heading: words.match, cell: ({ matched }) => <Status {...matchView(matched)} /> },
    { key: 'item', heading: words.item, cell: ({ type }) => said(PAYOUT_ITEM, type) },
    {
      key: 'payment',
      heading: words.payment,
      cell: ({ paymentId, gocardlessPaymentId }) =>
        paymentId === null ? (
          gocardlessPaymentId
        ) : (
          <Link to="/payments/$id" params={{ id: paymentId }}>
            {gocardlessPaymentId ?? paymentId}
          </Link>
        ),
    },
    // GoCardless gives fractions of minor units for fees: they are shown as they are.
    { key: 'amount', heading: words.amount, align: 'end', cell: ({ amount }) => formatFraction(amount, currency) },
  ];
}

/** Why an item does not match, and what fetches the missing events. */
function Cure() {
  const keepsBooks = useKeepsBooks();
  const { state, send } = useCommand(fetchMissing);
  return (
    <>
      {words.whyNot}{' '}
      {keepsBooks && (
        <Button isSmall title={words.fetchText} disabled={state.kind === 'sending'} onClick={() => void send({})}>
          {words.fetch}
        </Button>
      )}
      {state.kind === 'done' && <span role="status"> {words.fetched(state.answer.received)}</span>}
      {(state.kind === 'refused' || state.kind === 'unanswered') && <ProblemNote problem={state.problem} />}
    </>
  );
}

function fetchMissing(body: { readonly from?: string }, wish: Wish) {
  return client.POST('/api/gocardless/backfills', { params: { header: wish }, body });
}
