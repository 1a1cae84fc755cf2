import { type ItemOf } from '../../api/addresses';
import { type Column } from '../../parts/data-table/columns';
import { type Filter, optionsOf } from '../../parts/filters/filter';
import { Opens } from '../../parts/list/Opens';
import { Money } from '../../parts/money/Money';
import { Day, Time } from '../../parts/when/When';
import { said } from '../../words/codes/said';
import { DOCUMENT_KIND } from '../../words/codes/states';
import { words } from '../../words/en/receipts';

export type Receipt = ItemOf<'/api/receipts'>;

/** Net or tax of all lines together. */
export function sumOf(lines: Receipt['lines'], part: 'net' | 'tax'): number {
  return lines.reduce((sum, line) => sum + line[part], 0);
}

export const columns: readonly Column<Receipt>[] = [
  {
    key: 'number',
    heading: words.number,
    card: 'title',
    cell: ({ id, number }) => <Opens to={`/receipts/${id}`}>{number ?? words.aMoment}</Opens>,
  },
  { key: 'kind', heading: words.kind, card: 'detail', cell: ({ kind }) => said(DOCUMENT_KIND, kind) },
  { key: 'taxDate', heading: words.taxDate, cell: ({ taxDate }) => <Day day={taxDate} /> },
  { key: 'customer', heading: words.customer, card: 'detail', cell: ({ customerName }) => customerName },
  {
    key: 'net',
    heading: words.net,
    align: 'end',
    cell: ({ lines, currency }) => <Money amount={sumOf(lines, 'net')} currency={currency} />,
  },
  {
    key: 'tax',
    heading: words.tax,
    align: 'end',
    cell: ({ lines, currency }) => <Money amount={sumOf(lines, 'tax')} currency={currency} />,
  },
  {
    key: 'amount',
    heading: words.amount,
    sort: 'amount',
    align: 'end',
    card: 'aside',
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
  },
  { key: 'currency', heading: words.currency, cell: ({ currency }) => currency },
  { key: 'effective', heading: words.effective, isExtra: true, cell: ({ effectiveAt }) => <Time at={effectiveAt} /> },
];

export const filters: readonly Filter[] = [
  { kind: 'choice', name: 'kind', label: words.kind, options: optionsOf(DOCUMENT_KIND) },
  { kind: 'days', name: 'effectiveAt', label: words.effective },
  { kind: 'text', name: 'number', label: words.number },
];
