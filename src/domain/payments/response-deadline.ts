import { addDays, addWorkingDays } from '../shared/calendar';
import { type PaymentFacts } from './facts';
import { ANSWERING_TYPES } from './state-machine';

/** Working days after the charge date within which GoCardless says how it went. */
const ANSWER_WITHIN_WORKING_DAYS = 4;

/**
 * The first day after GoCardless's deadline: the payment should have been confirmed, failed or cancelled by then.
 *
 * @param chargeDate the day on which the payer was to be charged, or from which it was tried again
 */
function overdueFrom(chargeDate: string): string {
  const known = overdueDays.get(chargeDate);
  if (known !== undefined) return known;
  const day = addDays(addWorkingDays(chargeDate, ANSWER_WITHIN_WORKING_DAYS, new Set()), 1);
  if (overdueDays.size >= MAX_DAYS) overdueDays.clear();
  overdueDays.set(chargeDate, day);
  return day;
}

/** Every fact of a payment asks for it, and thousands of payments are charged on one day. */
const overdueDays = new Map<string, string>();
const MAX_DAYS = 1_000;

/**
 * The first day after GoCardless's deadline to say how a payment went, by the effective times of its facts, so that their arrival plays no
 * part; null when GoCardless has said it.
 */
export function responseOverdueFrom({ chargeDate, observed }: PaymentFacts): string | null {
  if (chargeDate === null) return null;
  const answeredAt = lastOf(observed, ANSWERING_TYPES);
  const resubmittedAt = lastOf(observed, ['PaymentResubmissionRequested']);
  if (resubmittedAt === null) return answeredAt === null ? overdueFrom(chargeDate) : null;
  if (answeredAt !== null && answeredAt > resubmittedAt) return null;
  const resubmittedOn = resubmittedAt.slice(0, 10);
  return overdueFrom(resubmittedOn > chargeDate ? resubmittedOn : chargeDate);
}

function lastOf(
  observed: PaymentFacts['observed'],
  types: readonly PaymentFacts['observed'][number]['type'][],
): string | null {
  const times = observed.filter(({ type }) => types.includes(type)).map(({ effectiveAt }) => effectiveAt);
  return times.reduce<string | null>((last, time) => (last === null || time > last ? time : last), null);
}
