import { dateOf, instantAt, type LocalDate } from '../calendar/local-date';
import {
  addWorkingDays,
  firstOfNextMonth,
  isWorkingDay,
  onOrAfter,
  workingDayOfMonth,
  type WorkingCalendar,
} from '../calendar/working-days';
import { CREATION_DEADLINE, HOURS, type PaymentRule, SCHEMES, type SchemeName } from './scheme-facts';

/** When a payment meets its stations; instants in milliseconds. */
export interface PaymentSchedule {
  readonly chargeDate: LocalDate;
  readonly submitAt: number;
  readonly confirmAt: number;
  /** From here on it may be part of a payout. */
  readonly payableFrom: number;
}

/** The working day that something created now counts from. */
export function startDay(now: number, calendar: WorkingCalendar): LocalDate {
  const today = dateOf(now);
  if (!isWorkingDay(today, calendar)) return onOrAfter(today, calendar);
  return now < instantAt(today, CREATION_DEADLINE) ? today : addWorkingDays(today, 1, calendar);
}

/** The earliest day on which a payment created now can be charged. */
export function firstChargeDate(
  scheme: SchemeName,
  now: number,
  mandateIsActive: boolean,
  calendar: WorkingCalendar,
): LocalDate {
  const rule = SCHEMES[scheme].payment;
  switch (rule.rule) {
    case 'instant':
      return dateOf(now);
    case 'working_days': {
      const wait = rule.charged + (mandateIsActive ? 0 : rule.newMandate);
      return addWorkingDays(startDay(now, calendar), wait, calendar);
    }
    case 'monthly': {
      const notice = rule.createdBeforeMonth + (mandateIsActive ? 0 : rule.newMandate);
      let month = firstOfNextMonth(dateOf(now));
      while (addWorkingDays(month, -notice, calendar) < startDay(now, calendar)) month = firstOfNextMonth(month);
      return workingDayOfMonth(month, rule.collectionDay, calendar);
    }
    default:
      return rule satisfies never;
  }
}

/** The last working day on which a payment can be created that is charged on that day. */
export function lastCreationDay(
  scheme: SchemeName,
  chargeDate: LocalDate,
  mandateIsActive: boolean,
  calendar: WorkingCalendar,
): LocalDate {
  const rule = SCHEMES[scheme].payment;
  switch (rule.rule) {
    case 'instant':
      return chargeDate;
    case 'working_days':
      return workingDaysBefore(chargeDate, rule.charged + (mandateIsActive ? 0 : rule.newMandate), calendar);
    case 'monthly': {
      const notice = rule.createdBeforeMonth + (mandateIsActive ? 0 : rule.newMandate);
      return addWorkingDays(`${chargeDate.slice(0, 7)}-01`, -notice, calendar);
    }
    default:
      return rule satisfies never;
  }
}

function workingDaysBefore(date: LocalDate, days: number, calendar: WorkingCalendar): LocalDate {
  return addWorkingDays(onOrAfter(date, calendar), -days, calendar);
}

/** A wished charge date rolled forward to a day on which the scheme charges. */
export function rollChargeDate(scheme: SchemeName, wished: LocalDate, calendar: WorkingCalendar): LocalDate {
  const rule = SCHEMES[scheme].payment;
  switch (rule.rule) {
    case 'instant':
      return wished;
    case 'working_days':
      return onOrAfter(wished, calendar);
    case 'monthly': {
      const thisMonth = workingDayOfMonth(wished, rule.collectionDay, calendar);
      if (wished <= thisMonth) return thisMonth;
      return workingDayOfMonth(firstOfNextMonth(wished), rule.collectionDay, calendar);
    }
    default:
      return rule satisfies never;
  }
}

/** All stations of a payment that is charged on that day. */
export function schedulePayment(
  scheme: SchemeName,
  chargeDate: LocalDate,
  now: number,
  calendar: WorkingCalendar,
): PaymentSchedule {
  const rule = SCHEMES[scheme].payment;
  const stations = stationsOf(rule, chargeDate, now, calendar);
  return { chargeDate, ...stations };
}

function stationsOf(
  rule: PaymentRule,
  chargeDate: LocalDate,
  now: number,
  calendar: WorkingCalendar,
): Omit<PaymentSchedule, 'chargeDate'> {
  const payable = (days: number) => instantAt(addWorkingDays(chargeDate, days, calendar), HOURS.payouts);
  switch (rule.rule) {
    case 'instant': {
      const start = Math.max(now, instantAt(chargeDate, '00:00'));
      return { submitAt: start, confirmAt: start + rule.confirmedMinutes * 60_000, payableFrom: payable(rule.paidOut) };
    }
    case 'working_days': {
      const submission = addWorkingDays(chargeDate, rule.submitted - rule.charged, calendar);
      const hour = rule.submitted === 0 ? CREATION_DEADLINE : HOURS.submission;
      const confirmation = addWorkingDays(chargeDate, rule.confirmed - rule.charged, calendar);
      return {
        submitAt: Math.max(now, instantAt(submission, hour)),
        confirmAt: instantAt(confirmation, HOURS.confirmation),
        payableFrom: payable(rule.paidOut - rule.charged),
      };
    }
    case 'monthly': {
      const month = `${chargeDate.slice(0, 7)}-01`;
      const submission = addWorkingDays(month, -rule.submittedBeforeMonth, calendar);
      const confirmation = addWorkingDays(chargeDate, rule.confirmedAfterCharge, calendar);
      return {
        submitAt: Math.max(now, instantAt(submission, HOURS.submission)),
        confirmAt: instantAt(confirmation, HOURS.confirmation),
        payableFrom: payable(rule.paidOutAfterCharge),
      };
    }
    default:
      return rule satisfies never;
  }
}

/** When a new mandate is sent to the bank and becomes active; nothing when it waits for its first payment. */
export function scheduleMandate(
  scheme: SchemeName,
  now: number,
  calendar: WorkingCalendar,
): { submitAt: number; activateAt: number } | undefined {
  const timing = SCHEMES[scheme].mandate;
  if (timing.rule === 'with_first_payment') return undefined;
  const start = startDay(now, calendar);
  const at = (offset: number) =>
    offset === 0 ? now : instantAt(addWorkingDays(start, offset, calendar), HOURS.mandates);
  return { submitAt: at(timing.submitted), activateAt: at(timing.active) };
}

/** The next working day's hour for events that follow by themselves, such as a late failure after a payout. */
export function nextWorkingDayAt(now: number, timeOfDay: string, calendar: WorkingCalendar): number {
  return instantAt(addWorkingDays(dateOf(now), 1, calendar), timeOfDay);
}
