/** A calendar day, `YYYY-MM-DD`. Text order is date order. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists: `2026-02-30` does not. */
export function isLocalDate(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(instant) && dateOf(instant) === text;
}

/** The UTC day of an instant in milliseconds. */
export function dateOf(instant: number): LocalDate {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The instant in milliseconds of a UTC time of day, given as `HH:MM`. */
export function instantAt(date: LocalDate, timeOfDay: string): number {
  return Date.parse(`${date}T${timeOfDay}:00.000Z`);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(instantAt(date, '00:00') + days * DAY_MS);
}

/** The same day of another month, or the month's last day when it is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const day = Number(date.slice(8));
  const first = new Date(instantAt(`${date.slice(0, 7)}-01`, '00:00'));
  first.setUTCMonth(first.getUTCMonth() + months);
  const start = dateOf(first.getTime());
  const next = new Date(first.getTime());
  next.setUTCMonth(next.getUTCMonth() + 1);
  const daysInMonth = Math.round((next.getTime() - first.getTime()) / DAY_MS);
  return addDays(start, Math.min(day, daysInMonth) - 1);
}

/** 0 is Sunday. */
export function dayOfWeek(date: LocalDate): number {
  return new Date(instantAt(date, '00:00')).getUTCDay();
}
