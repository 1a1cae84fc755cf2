/**
 * Days are `YYYY-MM-DD` strings, so that their text order is their order in time. Instants are ISO 8601 UTC with milliseconds.
 * Nothing here reads a clock.
 */
const DAY_MS = 86_400_000;

/** True for a day that exists: `2026-02-29` does not, and there was no year 0. */
export function isDate(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && toDate(time) === text;
}

/** Orders days among themselves, and instants of one format among themselves. */
export function compareDates(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function addDays(date: string, days: number): string {
  return toDate(startOfUtcDay(date) + days * DAY_MS);
}

/** The same day of the month `months` later, or that month's last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  const start = new Date(startOfUtcDay(date));
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return toDate(Date.UTC(year, month, Math.min(start.getUTCDate(), lastDay)));
}

/** Monday to Friday and not among `holidays`. */
export function isWorkingDay(date: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(startOfUtcDay(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/** `days` ≥ 0 working days after `date`; a date that is no working day counts from the next one, as the banks do. */
export function addWorkingDays(date: string, days: number, holidays: ReadonlySet<string>): string {
  let current = firstWorkingDay(date, holidays);
  for (let passed = 0; passed < days; passed += 1) current = firstWorkingDay(addDays(current, 1), holidays);
  return current;
}

/** `days` ≥ 0 working days before `date`; a date that is no working day counts as the next one. */
export function workingDaysBefore(date: string, days: number, holidays: ReadonlySet<string>): string {
  let current = firstWorkingDay(date, holidays);
  for (let passed = 0; passed < days;) {
    current = addDays(current, -1);
    if (isWorkingDay(current, holidays)) passed += 1;
  }
  return current;
}

function firstWorkingDay(date: string, holidays: ReadonlySet<string>): string {
  let current = date;
  while (!isWorkingDay(current, holidays)) current = addDays(current, 1);
  return current;
}

export const INTERVALS = ['week', 'month', 'quarter', 'year'] as const;
export type Interval = (typeof INTERVALS)[number];

/** `count` days, each counted from the first: monthly from 31 January is 28 February, then 31 March again. */
export function schedule(count: number, firstDueDate: string, interval: Interval): string[] {
  return Array.from({ length: count }, (_, index) => {
    switch (interval) {
      case 'week':
        return addDays(firstDueDate, 7 * index);
      case 'month':
        return addMonths(firstDueDate, index);
      case 'quarter':
        return addMonths(firstDueDate, 3 * index);
      case 'year':
        return addMonths(firstDueDate, 12 * index);
    }
  });
}

/** True for an IANA time zone name. Bare offsets such as `+01:00` know no summer time and are not names. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The day that it is in a time zone at an instant. */
export function dateInZone(instant: string, timeZone: string): string {
  return dayAt(Date.parse(instant), timeZone);
}

const startsOfDays = new Map<string, string>();
const MAX_STARTS = 1_000;

/** The first instant of a day in a time zone. Those of the last days are kept: a file says the same day a hundred thousand times. */
export function startOfDayInZone(date: string, timeZone: string): string {
  const day = `${date} ${timeZone}`;
  const known = startsOfDays.get(day);
  if (known !== undefined) return known;
  const start = searchStartOfDay(date, timeZone);
  if (startsOfDays.size >= MAX_STARTS) startsOfDays.clear();
  startsOfDays.set(day, start);
  return start;
}

const LAST_DAY = '9999-12-31';

/** The last millisecond of a day in a time zone; of the last day that can be written, that in UTC. */
export function endOfDayInZone(date: string, timeZone: string): string {
  if (date === LAST_DAY) return `${date}T23:59:59.999Z`;
  return new Date(Date.parse(startOfDayInZone(addDays(date, 1), timeZone)) - 1).toISOString();
}

/**
 * It is searched for, not computed from an offset: on a day that the clocks change at midnight there is no 00:00, and the day begins at
 * 01:00.
 */
function searchStartOfDay(date: string, timeZone: string): string {
  // Zones are at most 14 hours ahead of UTC and 12 behind; where a zone once skipped a whole day, the next one is found.
  let before = startOfUtcDay(date) - 15 * 3_600_000;
  let within = startOfUtcDay(date) + 2 * DAY_MS;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayAt(middle, timeZone) < date) before = middle;
    else within = middle;
  }
  return new Date(within).toISOString();
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times as much as using one. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

function dayAt(time: number, timeZone: string): string {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

function startOfUtcDay(date: string): number {
  return Date.parse(`${date}T00:00:00.000Z`);
}

function toDate(time: number): string {
  return new Date(time).toISOString().slice(0, -14);
}
