import { Link } from '@tanstack/react-router';
import { useConnection } from '../../api/connections';
import { useReading } from '../../api/reading';
import { Figure, Figures, Page } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { Day } from '../../parts/when/When';
import { words } from '../../words/en/overview';

/** As many as are counted; more are told to be more. */
const COUNTED = 500;

/** What needs somebody, and how far things are. Each figure opens its list. */
export function Overview() {
  const connection = useConnection();
  return (
    <Page title={words.title}>
      <Figures>
        <Count label={words.onTheWay} filter="scheduled" />
        <Count label={words.trouble} filter="hasErrors" />
        <Incidents />
        <Figure label={words.closedThrough}>
          {connection?.closedThrough == null ? words.notClosed : <Day day={connection.closedThrough} />}
        </Figure>
      </Figures>
    </Page>
  );
}

function Count({ label, filter }: { readonly label: string; readonly filter: 'scheduled' | 'hasErrors' }) {
  const reading = useReading('/api/payments', { query: { [filter]: 'true', limit: COUNTED } });
  return (
    <Shown of={reading}>
      {({ items, nextCursor }) => (
        <Figure label={label}>
          <Link to="/payments" search={{ [filter]: 'true' }}>
            {words.open(items.length, nextCursor !== null)}
          </Link>
        </Figure>
      )}
    </Shown>
  );
}

function Incidents() {
  const reading = useReading('/api/incidents', { query: { resolved: 'false', limit: COUNTED } });
  return (
    <Shown of={reading}>
      {({ items, nextCursor }) => (
        <Figure
          label={words.needsAPerson}
          isBad={items.length > 0}
          note={items.length === 0 ? words.nothingNeedsYou : null}
        >
          {words.open(items.length, nextCursor !== null)}
        </Figure>
      )}
    </Shown>
  );
}
