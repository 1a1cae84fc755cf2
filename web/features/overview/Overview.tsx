import { Link } from '@tanstack/react-router';
import { useReading } from '../../api/reading';
import { useServiceNow } from '../../api/service-clock';
import { Icon } from '../../parts/icon/Icon';
import { UnlessNew } from '../../parts/first-steps/FirstSteps';
import { formatMoney } from '../../parts/money/money';
import { Beside, Figure, Figures, Page } from '../../parts/page/Page';
import { Shown } from '../../parts/page-state/PageState';
import { words } from '../../words/en/overview';
import { type Body } from './body';
import { Expected } from './Expected';
import { Failures } from './Failures';
import { FirstSteps } from './FirstSteps';
import { LastPayouts } from './LastPayouts';
import { Pulse } from './Pulse';

type Sums = Body['onItsWay']['sums'];

/** How things stand. Each figure opens its list; a new installation sees its first steps instead of empty cards. */
export function Overview() {
  const reading = useReading('/api/overview', {});
  return (
    <Page title={words.title}>
      <UnlessNew>
        <Shown of={reading}>{(body) => <Inside body={body} />}</Shown>
      </UnlessNew>
    </Page>
  );
}

function Inside({ body }: { readonly body: Body }) {
  const isNew = body.setUp.some(({ step, done }) => step !== 'company' && !done);
  if (isNew) return <FirstSteps steps={body.setUp} />;
  return (
    <>
      <Cards body={body} />
      <Beside>
        <Expected forecasts={body.forecasts} />
        <Failures failures={body.failures} />
      </Beside>
      <Beside>
        <LastPayouts payouts={body.payouts} />
        <Pulse body={body} />
      </Beside>
    </>
  );
}

function Cards({ body }: { readonly body: Body }) {
  const { onItsWay, heldAtGoCardless, confirmed } = body;
  return (
    <Figures>
      <Figure label={words.onItsWay} note={words.payments(onItsWay.count)}>
        <Link to="/payments" search={{ inFlight: 'true' }}>
          <Amounts sums={onItsWay.sums} />
        </Link>
      </Figure>
      <Figure label={words.held} note={words.heldNote(heldAtGoCardless.accounts)}>
        <Link to="/payouts">
          <Amounts sums={heldAtGoCardless.sums} />
        </Link>
      </Figure>
      <Figure label={words.confirmed} note={words.payments(confirmed.count)}>
        <Link to="/payments" search={{ status: 'confirmed' }}>
          <Amounts sums={confirmed.sums} />
        </Link>
      </Figure>
      <Needs incidents={body.needsAPerson} />
    </Figures>
  );
}

/** One amount, or one below the other for each currency; there is no sum over currencies. */
function Amounts({ sums }: { readonly sums: Sums }) {
  const shown = sums.filter(({ amount }) => amount !== 0);
  if (shown.length === 0) {
    const [only] = sums;
    return sums.length === 1 && only !== undefined ? formatMoney(0, only.currency) : words.nothing;
  }
  return shown.map(({ currency, amount }) => <div key={currency}>{formatMoney(amount, currency)}</div>);
}

const DAY_MS = 86_400_000;

function Needs({ incidents: { count, oldestSince } }: { readonly incidents: Body['needsAPerson'] }) {
  const now = useServiceNow();
  const days = oldestSince === null ? 0 : Math.max(0, Math.floor((now() - Date.parse(oldestSince)) / DAY_MS));
  return (
    <Figure
      label={words.needsAPerson}
      isBad={count > 0}
      note={oldestSince === null ? words.nothingNeedsYou : words.oldest(days)}
    >
      <Link to="/incidents">
        {count > 0 && <Icon name="warning" />} {count}
      </Link>
    </Figure>
  );
}
