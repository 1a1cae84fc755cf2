import { type ItemOf } from '../../api/addresses';
import { type Column } from '../../parts/data-table/columns';
import { type Filter } from '../../parts/filters/filter';
import { Opens } from '../../parts/list/Opens';
import { Money } from '../../parts/money/Money';
import { type StatusView } from '../../parts/status/status';
import { Status } from '../../parts/status/Status';
import { Time } from '../../parts/when/When';
import { INCIDENT, incidentWords } from '../../words/codes/incidents';
import { words } from '../../words/en/incidents';
import { detailInWords } from './detail';

export type Incident = ItemOf<'/api/incidents'>;

/** Open, or by what it was closed. */
export function stateView({ resolvedBy }: Incident): StatusView {
  switch (resolvedBy) {
    case null:
      return { shape: 'warning', tone: 'warn', words: words.open };
    case 'facts':
      return { shape: 'tick', tone: 'good', words: words.byFacts };
    case 'staff':
      return { shape: 'tick', tone: 'good', words: words.byStaff };
  }
}

export const columns: readonly Column<Incident>[] = [
  {
    key: 'type',
    heading: words.type,
    card: 'title',
    cell: ({ id, type }) => <Opens to={`/incidents/${id}`}>{incidentWords(type).label}</Opens>,
  },
  {
    key: 'customer',
    heading: words.customer,
    card: 'detail',
    cell: ({ customerName }) => (customerName === null ? null : <bdi>{customerName}</bdi>),
  },
  {
    key: 'amount',
    heading: words.amount,
    align: 'end',
    card: 'aside',
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency ?? 'GBP'} />,
  },
  { key: 'currency', heading: words.currency, cell: ({ currency }) => currency },
  { key: 'since', heading: words.since, sort: 'since', card: 'detail', cell: ({ since }) => <Time at={since} /> },
  { key: 'detail', heading: words.detail, cell: detailInWords },
  { key: 'state', heading: words.state, cell: (incident) => <Status {...stateView(incident)} /> },
  { key: 'note', heading: words.note, isExtra: true, cell: ({ note }) => note },
];

export const filters: readonly Filter[] = [
  {
    kind: 'choice',
    name: 'type',
    label: words.type,
    options: Object.entries(INCIDENT).map(([value, { label }]) => ({ value, label })),
  },
  { kind: 'flag', name: 'resolved', label: words.resolved },
  { kind: 'days', name: 'since', label: words.since },
];
