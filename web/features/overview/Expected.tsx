import { Bars } from '../../parts/charts/Bars';
import { formatMoney } from '../../parts/money/money';
import { Card } from '../../parts/page/Page';
import { formatDay } from '../../parts/when/when';
import { words } from '../../words/en/overview';
import { type Body } from './body';
import styles from './Overview.module.css';

type Forecast = Body['forecasts'][number];

/** What can be expected at the bank, day by day, one chart for each currency. */
export function Expected({ forecasts }: { readonly forecasts: readonly Forecast[] }) {
  return (
    <div className={styles.charts}>
      {forecasts.map((forecast) => (
        <Card key={forecast.currency} title={words.expected(forecast.currency)}>
          <Chart forecast={forecast} />
        </Card>
      ))}
    </div>
  );
}

function Chart({ forecast: { currency, days, withoutDate, late } }: { readonly forecast: Forecast }) {
  const bars = days.map(({ date, sent, planned }) => ({
    key: date,
    label: formatDay(date).replace(/ \d{4}$/, ''),
    amount: sent,
    planned,
  }));
  return (
    <>
      {bars.length === 0 ? (
        <p className={styles.quiet}>{words.nothingExpected}</p>
      ) : (
        <>
          <Bars
            label={words.expectedLabel(currency)}
            bars={bars}
            currency={currency}
            heads={[words.day, words.sent, words.planned]}
          />
          <p className={styles.quiet}>{words.legend}</p>
        </>
      )}
      {late > 0 && <p className={styles.warn}>{words.late(formatMoney(late, currency))}</p>}
      {withoutDate > 0 && <p className={styles.quiet}>{words.withoutDate(formatMoney(withoutDate, currency))}</p>}
    </>
  );
}
