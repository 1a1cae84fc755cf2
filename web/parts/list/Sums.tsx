import { type SummaryPath } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { words } from '../../words/en/parts';
import { formatMoney } from '../money/money';
import styles from './List.module.css';

interface Summary {
  readonly count: number;
  readonly sums: readonly { readonly currency: string; readonly amount: number }[];
}

/** How many rows the whole filter has, and what they come to in each currency. */
export function Sums({
  path,
  query,
}: {
  readonly path: SummaryPath;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
}) {
  const { body } = useReading(path, { query });
  // Every summary has the same shape; the type of a path that is not known yet does not say so.
  const summary = body as Summary | undefined;
  const sums = summary?.sums.map(({ currency, amount }) => formatMoney(amount, currency)) ?? [];
  return (
    <span className={styles.sums} role="status">
      {summary === undefined ? '' : [words.rowsInAll(summary.count), ...sums].join(' · ')}
    </span>
  );
}
