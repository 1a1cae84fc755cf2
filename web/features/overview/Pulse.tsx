import { useQuery } from '@tanstack/react-query';
import { useServiceNow } from '../../api/service-clock';
import { readLag } from '../../api/health';
import { Card, type Fact, Facts } from '../../parts/page/Page';
import { Day, Time } from '../../parts/when/When';
import { words } from '../../words/en/overview';
import { type Body } from './body';

const ASKED_EVERY_MS = 30_000;

/** How far the books are closed, when GoCardless was last heard of, and how far the screens are behind the log. */
export function Pulse({ body: { books, lastDeliveryAt } }: { readonly body: Body }) {
  const now = useServiceNow();
  const { data: lag } = useQuery({ queryKey: ['lag'], queryFn: readLag, refetchInterval: ASKED_EVERY_MS });
  const minutes = lastDeliveryAt === null ? 0 : Math.max(0, Math.round((now() - Date.parse(lastDeliveryAt)) / 60_000));
  const closed = books.map(({ connectionId, name, closedThrough }): Fact => {
    const label = books.length === 1 ? words.closedThrough : `${words.closedThrough}, ${name}`;
    return [label, closedThrough === null ? words.notClosed : <Day key={connectionId} day={closedThrough} />];
  });
  return (
    <Card title={words.books}>
      <Facts
        facts={[
          ...closed,
          [
            words.lastDelivery,
            lastDeliveryAt === null ? (
              words.noDelivery
            ) : (
              <span key="at">
                {words.ago(minutes)}, <Time at={lastDeliveryAt} />
              </span>
            ),
          ],
          [words.lag, lag === undefined ? null : lag === 0 ? words.noLag : words.lagEvents(lag)],
        ]}
      />
    </Card>
  );
}
