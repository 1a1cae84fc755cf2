import { addDays, addMonths, dayOfWeek, type LocalDate } from './local-date';

/** Monday to Friday, less the days that were named as holidays. */
export interface WorkingCalendar {
  readonly holidays: Set<LocalDate>;
}

export function isWorkingDay(date: LocalDate, calendar: WorkingCalendar): boolean {
  const day = dayOfWeek(date);
  return day !== 0 && day !== 6 && !calendar.holidays.has(date);
}

/** The date itself when it is a working day, else the next one. */
export function onOrAfter(date: LocalDate, calendar: WorkingCalendar): LocalDate {
  let candidate = date;
  while (!isWorkingDay(candidate, calendar)) candidate = addDays(candidate, 1);
  return candidate;
}

/** Moves by whole working days, back when `days` is negative; 0 rolls forward to a working day. */
export function addWorkingDays(date: LocalDate, days: number, calendar: WorkingCalendar): LocalDate {
  const step = days < 0 ? -1 : 1;
  let candidate = days === 0 ? onOrAfter(date, calendar) : date;
  for (let left = Math.abs(days); left > 0;) {
    candidate = addDays(candidate, step);
    if (isWorkingDay(candidate, calendar)) left -= 1;
  }
  return candidate;
}

/** The n-th working day of the month that the date is in; 1 is the first. */
export function workingDayOfMonth(date: LocalDate, n: number, calendar: WorkingCalendar): LocalDate {
  const first = onOrAfter(`${date.slice(0, 7)}-01`, calendar);
  return n === 1 ? first : addWorkingDays(first, n - 1, calendar);
}

export function firstOfNextMonth(date: LocalDate): LocalDate {
  return addMonths(`${date.slice(0, 7)}-01`, 1);
}
