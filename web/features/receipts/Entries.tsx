import { type ItemOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { formatAmount } from '../../parts/money/money';
import { Card } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { words } from '../../words/en/receipts';

type Entry = ItemOf<'/api/ledger/transactions'>['entries'][number];

const side = (key: 'debit' | 'credit'): Column<Entry> => ({
  key,
  heading: words[key],
  align: 'end',
  cell: (entry) => (entry[key] === 0 ? null : formatAmount(entry[key], entry.currency)),
});

const columns: readonly Column<Entry>[] = [
  { key: 'account', heading: words.account, cell: ({ account }) => account },
  side('debit'),
  side('credit'),
];

/** What the document posts. */
export function Entries({ documentId }: { readonly documentId: string }) {
  const reading = useReading('/api/ledger/transactions', { query: { id: [documentId] } });
  return (
    <Card title={words.entries}>
      <Shown of={reading}>
        {({ items: [transaction] }) =>
          transaction === undefined ? null : (
            <DataTable
              label={words.entries}
              columns={columns}
              rows={transaction.entries}
              rowKey={(entry) => String(transaction.entries.indexOf(entry))}
            />
          )
        }
      </Shown>
    </Card>
  );
}
