import { Link } from '@tanstack/react-router';
import { useConnection } from '../../api/connections';
import { useReading } from '../../api/reading';
import { formatMoney } from '../../parts/money/money';
import { Figure, Figures, Page } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { Day } from '../../parts/when/When';
import { words } from '../../words/en/overview';

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
  const reading = useReading('/api/payments/summary', { query: { [filter]: [true] } });
  return (
    <Shown of={reading}>
      {({ count, sums }) => (
        <Figure
          label={label}
          note={sums.map(({ currency, amount }) => formatMoney(amount, currency)).join(', ')}
          isBad={filter === 'hasErrors' && count > 0}
        >
          <Link to="/payments" search={{ [filter]: 'true' }}>
            {count}
          </Link>
        </Figure>
      )}
    </Shown>
  );
}

function Incidents() {
  const reading = useReading('/api/incidents/summary', { query: { resolved: [false] } });
  return (
    <Shown of={reading}>
      {({ count }) => (
        <Figure label={words.needsAPerson} isBad={count > 0} note={count === 0 ? words.nothingNeedsYou : null}>
          {count}
        </Figure>
      )}
    </Shown>
  );
}
