import { type Step } from '../../parts/charts/scale';
import { words } from '../../words/en/payouts';

interface Item {
  readonly type: string;
  /** Minor units as GoCardless gives them, perhaps with fractions: `1234.5`. */
  readonly amount: string;
}

const FEES: readonly string[] = ['gocardless_fee', 'app_fee', 'surcharge_fee', 'revenue_share'];

/** What a payout is made of: paid out, less losses and refunds, less fees. Fees are what is left, so that the steps end at the amount. */
export function madeOf(items: readonly Item[], amount: number): readonly Step[] {
  const sum = (fits: (item: Item) => boolean) =>
    Math.round(items.filter(fits).reduce((total, item) => total + Number(item.amount), 0));
  const paidOut = sum(({ type }) => type === 'payment_paid_out');
  const losses = sum(({ type }) => type !== 'payment_paid_out' && !FEES.includes(type));
  return [
    { label: words.paidOut, amount: paidOut, kind: 'begin' },
    ...(losses === 0 ? [] : [{ label: words.losses, amount: losses, kind: 'change' } as const]),
    { label: words.deducted, amount: amount - paidOut - losses, kind: 'change' },
    { label: words.toTheBank, amount, kind: 'end' },
  ];
}

/** What does not match stands first: it is what somebody has to look at. */
export function unmatchedFirst<One extends { readonly matched: boolean }>(items: readonly One[]): readonly One[] {
  return [...items.filter(({ matched }) => !matched), ...items.filter(({ matched }) => matched)];
}
