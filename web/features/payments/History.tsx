import { type ItemOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { Card } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { Time } from '../../parts/when/When';
import { EVENT } from '../../words/codes/events';
import { said } from '../../words/codes/said';
import { words } from '../../words/en/payments';

type Line = ItemOf<'/api/timeline'>;

const columns: readonly Column<Line>[] = [
  { key: 'type', heading: words.history, cell: ({ type }) => said(EVENT, type) },
  { key: 'effectiveAt', heading: words.trueSince, cell: ({ effectiveAt }) => <Time at={effectiveAt} /> },
  { key: 'recordedAt', heading: words.recorded, cell: ({ recordedAt }) => <Time at={recordedAt} /> },
  { key: 'actor', heading: words.actor, cell: ({ actor }) => actor },
];

/** Every event of a payment, oldest first. */
export function History({ paymentId }: { readonly paymentId: string }) {
  const reading = useReading('/api/timeline', { query: { paymentId, limit: 500 } });
  return (
    <Card title={words.history}>
      <Shown of={reading}>
        {({ items }) => (
          <DataTable label={words.history} columns={columns} rows={items} rowKey={({ eventId }) => eventId} />
        )}
      </Shown>
    </Card>
  );
}
