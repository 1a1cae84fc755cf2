import { addDays, addWorkingDays } from '../shared/calendar';

/** Working days after the charge date within which GoCardless says how it went. */
const ANSWER_WITHIN_WORKING_DAYS = 4;

/**
 * The first day on which GoCardless's silence about a payment is odd: it should have been confirmed, failed or cancelled by then.
 *
 * @param chargeDate the day on which the payer was to be charged, or from which it was tried again
 */
export function overdueFrom(chargeDate: string): string {
  return addDays(addWorkingDays(chargeDate, ANSWER_WITHIN_WORKING_DAYS, new Set()), 1);
}
