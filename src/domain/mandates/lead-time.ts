import { addDays, compareDates, workingDaysBefore } from '../shared/calendar';
import { type Currency } from '../shared/money';
import { currencyOfScheme, type Scheme, SCHEMES } from './scheme';

/** Working days that a scheme needs between sending and charging. */
export type LeadTimes = Readonly<Record<Scheme, number>>;

/**
 * As GoCardless publishes them, for a mandate that is not active yet where that takes longer. Betalingsservice charges on one day of a
 * month, and its days are counted before that month.
 */
export const DEFAULT_LEAD_TIMES: LeadTimes = {
  ach: 2,
  autogiro: 8,
  bacs: 4,
  becs: 1,
  becs_nz: 2,
  betalingsservice: 9,
  faster_payments: 0,
  pad: 3,
  pay_to: 0,
  sepa_core: 3,
};

export const MAX_LEAD_TIME = 60;

/** Whatever the scheme needs, a payment goes to GoCardless this many days before it is due. */
const SENT_DAYS_AHEAD = 10;

/** What is sent after the deadline of a bank's day counts from the next one. */
const DEADLINE_WORKING_DAYS = 1;

const NO_HOLIDAYS: ReadonlySet<string> = new Set();

/** The day on which a payment is sent that is to be charged on its due date. */
export function sendingDay(scheme: Scheme, dueDate: string, leadTimes: LeadTimes): string {
  const before = scheme === 'betalingsservice' ? `${dueDate.slice(0, 7)}-01` : dueDate;
  const needed = workingDaysBefore(before, leadTimes[scheme] + DEADLINE_WORKING_DAYS, NO_HOLIDAYS);
  const usual = addDays(dueDate, -SENT_DAYS_AHEAD);
  return compareDates(needed, usual) < 0 ? needed : usual;
}

/** The day on which a payment in this currency is sent by itself. Which mandate it goes out on is decided then, so the slowest scheme counts. */
export function sendingDayOf(currency: Currency, dueDate: string, leadTimes: LeadTimes): string {
  return schemesOf(currency).reduce(
    (earliest, scheme) => {
      const day = sendingDay(scheme, dueDate, leadTimes);
      return compareDates(day, earliest) < 0 ? day : earliest;
    },
    addDays(dueDate, -SENT_DAYS_AHEAD),
  );
}

function schemesOf(currency: Currency): readonly Scheme[] {
  return SCHEMES.filter((scheme) => currencyOfScheme(scheme) === currency);
}

/**
 * The last due date of which payments in this currency are sent on a day. Which mandate a payment goes out on is decided when it is
 * sent, so the slowest scheme of the currency counts.
 */
export function sentThrough(currency: Currency, today: string, leadTimes: LeadTimes): string {
  const isSent = (dueDate: string) => sendingDayOf(currency, dueDate, leadTimes) <= today;
  let through = addDays(today, SENT_DAYS_AHEAD);
  for (let next = addDays(through, 1); isSent(next); next = addDays(next, 1)) through = next;
  return through;
}
