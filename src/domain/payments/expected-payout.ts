import { currencyOfScheme, type Scheme, SCHEMES } from '../mandates/scheme';
import { addWorkingDays } from '../shared/calendar';

/** Working days from the charge date until GoCardless pays the money out, as it publishes them, without promise. */
const PAID_OUT_AFTER: Readonly<Record<Scheme, number>> = {
  ach: 3,
  autogiro: 2,
  bacs: 2,
  becs: 3,
  becs_nz: 4,
  betalingsservice: 4,
  faster_payments: 1,
  pad: 4,
  pay_to: 1,
  sepa_core: 3,
};

const SLOWEST = Math.max(...Object.values(PAID_OUT_AFTER));

/**
 * The day on which the money of a payment that is charged on a day can be expected at the bank.
 *
 * @param scheme of its mandate; while it is not known, the slowest one of the currency counts
 */
export function expectedPaidOutDate(scheme: string | null, currency: string, chargeDate: string): string {
  return addWorkingDays(chargeDate, workingDays(scheme, currency), new Set());
}

function workingDays(scheme: string | null, currency: string): number {
  const known = SCHEMES.find((one) => one === scheme);
  if (known !== undefined) return PAID_OUT_AFTER[known];
  const possible = SCHEMES.filter((one) => currencyOfScheme(one) === currency).map((one) => PAID_OUT_AFTER[one]);
  return possible.length === 0 ? SLOWEST : Math.max(...possible);
}
