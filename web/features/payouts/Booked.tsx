import { type ItemOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { formatMoney } from '../../parts/money/money';
import { Card } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { said } from '../../words/codes/said';
import { BOOKING_KIND } from '../../words/codes/states';
import { words } from '../../words/en/payouts';

type Entry = ItemOf<'/api/ledger/transactions'>['entries'][number];

const columns: readonly Column<Entry>[] = [
  { key: 'account', heading: words.account, cell: ({ account }) => account },
  {
    key: 'debit',
    heading: words.debit,
    align: 'end',
    cell: ({ debit, currency }) => (debit === 0 ? null : formatMoney(debit, currency)),
  },
  {
    key: 'credit',
    heading: words.credit,
    align: 'end',
    cell: ({ credit, currency }) => (credit === 0 ? null : formatMoney(credit, currency)),
  },
];

/** The entries of a payout, and of what took it back. */
export function Booked({ payoutId }: { readonly payoutId: string }) {
  const reading = useReading('/api/ledger/transactions', { query: { payoutId: [payoutId] } });
  return (
    <Shown of={reading}>
      {({ items }) =>
        items.map(({ id, kind, entries }) => (
          <Card key={id} title={said(BOOKING_KIND, kind)}>
            <DataTable
              label={said(BOOKING_KIND, kind)}
              columns={columns}
              rows={entries}
              rowKey={(entry) => String(entries.indexOf(entry))}
            />
          </Card>
        ))
      }
    </Shown>
  );
}
