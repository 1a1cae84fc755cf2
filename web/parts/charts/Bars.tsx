import { words } from '../../words/en/parts';
import { formatAmount } from '../money/money';
import styles from './Charts.module.css';
import { type Bar, heightsOf } from './scale';

const HEIGHT = 150;
const WIDTH = 600;
/** Above the highest bar, for its figure. */
const TOP = 18;
/** The share of its column that a bar fills, and how wide it is at most. */
const FILL = 0.64;
const WIDEST = 44;
/** More labels than these would touch each other. */
const MAX_LABELS = 8;

/** Amounts by day: full = certain, outlined above it = planned. The same figures stand in a table behind it. */
export function Bars({
  label,
  bars,
  currency,
  heads,
}: {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly currency: string;
  /** Headings of the table: day, certain, planned. */
  readonly heads: readonly [string, string, string];
}) {
  const sums = bars.map(({ amount, planned }) => amount + planned);
  const heights = heightsOf(sums);
  const column = WIDTH / Math.max(1, bars.length);
  const width = Math.min(WIDEST, column * FILL);
  const every = Math.ceil(bars.length / MAX_LABELS);
  const highest = Math.max(0, ...sums);
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 24}`} role="img" aria-label={label} className={styles.chart}>
        {bars.map((bar, index) => {
          const height = (heights[index] ?? 0) * HEIGHT;
          const sum = sums[index] ?? 0;
          const certain = sum === 0 ? 0 : (height * bar.amount) / sum;
          const x = column * (index + 0.5) - width / 2;
          return (
            <g key={bar.key}>
              <title>{`${bar.label}: ${formatAmount(sum, currency)} ${currency}`}</title>
              <rect className={styles.certain} x={x} y={TOP + HEIGHT - certain} width={width} height={certain} />
              {bar.planned > 0 && (
                <rect
                  className={styles.planned}
                  x={x + 0.75}
                  y={TOP + HEIGHT - height + 0.75}
                  width={width - 1.5}
                  height={Math.max(0, height - certain - 1.5)}
                />
              )}
              {sum === highest && (
                <text
                  x={column * (index + 0.5)}
                  y={TOP + HEIGHT - height - 5}
                  textAnchor="middle"
                  className={styles.highest}
                >
                  {formatAmount(sum, currency)}
                </text>
              )}
              {index % every === 0 && (
                <text x={column * (index + 0.5)} y={TOP + HEIGHT + 18} textAnchor="middle">
                  {bar.label}
                </text>
              )}
            </g>
          );
        })}
        <line className={styles.axis} x1="0" x2={WIDTH} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
      </svg>
      <details>
        <summary>{words.asTable}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">{bar.label}</th>
                <td>{formatAmount(bar.amount, currency)}</td>
                <td>{formatAmount(bar.planned, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
