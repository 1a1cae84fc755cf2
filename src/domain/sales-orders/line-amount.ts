import { divideHalfUp } from '../shared/money';

/** Taken off a line: minor units, or a percentage of its price as a decimal string. */
export type Discount = { readonly amount: number } | { readonly percentage: string };

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,4}))?$/;
/** Decimal strings have four places at most. */
const SCALE = 10_000n;
const HUNDRED_PERCENT = 100n * SCALE;

/**
 * A decimal with at most nine digits before the point and four after it, without zeros that say nothing: `"01.50"` is `"1.5"`. Null for
 * anything else.
 */
export function plainDecimal(text: string): string | null {
  const found = DECIMAL.exec(text);
  if (found === null) return null;
  const [, whole = '', decimals = ''] = found;
  const fraction = decimals.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * `quantity × unitAmount − discount` in minor units, rounded half up once. It may be negative, or more than an exact number can hold: both
 * are for the caller to refuse.
 *
 * @param quantity as `plainDecimal` gives it, as is a percentage
 */
export function lineAmount(quantity: string, unitAmount: number, discount: Discount | null): bigint {
  const price = tenThousandths(quantity) * BigInt(unitAmount);
  if (discount === null) return divideHalfUp(price, SCALE);
  if ('amount' in discount) return divideHalfUp(price, SCALE) - BigInt(discount.amount);
  return divideHalfUp(price * (HUNDRED_PERCENT - tenThousandths(discount.percentage)), SCALE * HUNDRED_PERCENT);
}

function tenThousandths(decimal: string): bigint {
  const [whole = '', decimals = ''] = decimal.split('.');
  return BigInt(whole + decimals.padEnd(4, '0'));
}
