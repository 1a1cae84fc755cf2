import { Link } from '@tanstack/react-router';
import { formatMoney } from '../../parts/money/money';
import { Card } from '../../parts/page/Page';
import { formatDay } from '../../parts/when/when';
import { CAUSE } from '../../words/codes/causes';
import { said } from '../../words/codes/said';
import { words } from '../../words/en/overview';
import { type Body } from './body';
import styles from './Overview.module.css';

/** What went wrong lately, the most frequent first; each leads to its payments. */
export function Failures({ failures: { chargedFrom, groups } }: { readonly failures: Body['failures'] }) {
  return (
    <Card title={words.failures}>
      {groups.length === 0 ? (
        <p className={styles.quiet}>{words.noFailures(formatDay(chargedFrom))}</p>
      ) : (
        <table className={styles.causes}>
          <caption className="spoken">{words.failures}</caption>
          <thead className="spoken">
            <tr>
              <th scope="col">{words.cause}</th>
              <th scope="col">{words.count}</th>
              <th scope="col">{words.amount}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ cause, count, currency, amount }) => (
              <tr key={`${cause ?? ''} ${currency}`}>
                <th scope="row">
                  <Link
                    to="/payments"
                    search={{ hasErrors: 'true', chargeDateFrom: chargedFrom, ...(cause === null ? {} : { cause }) }}
                  >
                    {cause === null ? words.unknownCause : said(CAUSE, cause)}
                  </Link>
                </th>
                <td>{count}</td>
                <td>{formatMoney(amount, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
