import { formatAmount, formatMoney } from './money';
import styles from './Money.module.css';

/** An amount under a heading that names its currency; with `withCurrency` where none does. */
export function Money({
  amount,
  currency,
  withCurrency = false,
}: {
  readonly amount: number | null | undefined;
  readonly currency: string;
  readonly withCurrency?: boolean;
}) {
  if (amount === null || amount === undefined) return null;
  return (
    <span className={styles.money}>
      {withCurrency ? formatMoney(amount, currency) : formatAmount(amount, currency)}
    </span>
  );
}
