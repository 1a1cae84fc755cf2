import { type ItemOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { EVENT } from '../../words/codes/events';
import { said } from '../../words/codes/said';
import { words } from '../../words/en/history';
import { type Column } from '../data-table/columns';
import { DataTable } from '../data-table/DataTable';
import { Card } from '../page/Page';
import { Shown } from '../page-state/PageState';
import { Time } from '../when/When';

type Line = ItemOf<'/api/timeline'>;

const columns: readonly Column<Line>[] = [
  { key: 'type', heading: words.history, cell: ({ type }) => said(EVENT, type) },
  { key: 'effectiveAt', heading: words.trueSince, cell: ({ effectiveAt }) => <Time at={effectiveAt} /> },
  { key: 'recordedAt', heading: words.recorded, cell: ({ recordedAt }) => <Time at={recordedAt} /> },
  { key: 'actor', heading: words.actor, cell: ({ actor }) => actor },
];

type Of = { readonly paymentId: string } | { readonly customerId: string } | { readonly salesOrderId: string };

/** Every event of a thing, oldest first. */
export function History({ of }: { readonly of: Of }) {
  const reading = useReading('/api/timeline', { query: { ...of, limit: 500 } });
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
