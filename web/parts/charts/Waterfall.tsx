import { formatAmount } from '../money/money';
import styles from './Charts.module.css';
import { type Step, waterfallOf } from './scale';

/** What an amount is made of, step by step. It is a table whose cells hold the bars. */
export function Waterfall({
  label,
  steps,
  currency,
}: {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly currency: string;
}) {
  return (
    <table className={styles.waterfall}>
      <caption className="spoken">{label}</caption>
      <tbody>
        {waterfallOf(steps).map((step) => (
          <tr key={step.label} data-kind={step.kind}>
            <th scope="row">{step.label}</th>
            <td className={styles.span}>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect
                  className={step.kind === 'end' ? styles.certain : step.amount < 0 ? styles.less : styles.more}
                  x={step.from * 100}
                  width={Math.max(0.5, (step.to - step.from) * 100)}
                  height="10"
                />
              </svg>
            </td>
            <td className={styles.amount}>{formatAmount(step.amount, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
