import { words } from '../../words/en/parts';
import { formatAmount } from '../money/money';
import styles from './Charts.module.css';
import { type Bar, heightsOf } from './scale';

const HEIGHT = 150;
const WIDTH = 600;
/** The share of its column that a bar fills. */
const FILL = 0.7;
/** More labels than these would touch each other. */
const MAX_LABELS = 8;

/** Amounts by day: full = certain, outlined = planned. The same figures stand in a table behind it. */
export function Bars({
  label,
  bars,
  currency,
}: {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly currency: string;
}) {
  const heights = heightsOf(bars.map(({ amount }) => amount));
  const column = WIDTH / Math.max(1, bars.length);
  const every = Math.ceil(bars.length / MAX_LABELS);
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 24}`} role="img" aria-label={label} className={styles.chart}>
        {bars.map((bar, index) => {
          const height = (heights[index] ?? 0) * HEIGHT;
          return (
            <g key={bar.key}>
              <title>{`${bar.label}: ${formatAmount(bar.amount, currency)} ${currency}`}</title>
              <rect
                className={bar.isPlanned === true ? styles.planned : styles.certain}
                x={column * (index + (1 - FILL) / 2)}
                y={HEIGHT - height}
                width={column * FILL}
                height={height}
              />
              {index % every === 0 && (
                <text x={column * (index + 0.5)} y={HEIGHT + 18} textAnchor="middle">
                  {bar.label}
                </text>
              )}
            </g>
          );
        })}
        <line className={styles.axis} x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      </svg>
      <details>
        <summary>{words.asTable}</summary>
        <table className={styles.table}>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">{bar.label}</th>
                <td>{formatAmount(bar.amount, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
