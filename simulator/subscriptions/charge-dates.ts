import { addDays, addMonths, type LocalDate } from '../calendar/local-date';
import { type Subscription } from '../resources/shapes';

export type Rhythm = Pick<Subscription, 'interval' | 'interval_unit' | 'day_of_month'> & {
  readonly start_date: LocalDate;
};

/** The charge date of the cycle with that number, counted from 0, as wished: before it is rolled to a working day. */
export function chargeDateOf(rhythm: Rhythm, cycle: number): LocalDate {
  const { start_date: start, interval, interval_unit: unit, day_of_month: day } = rhythm;
  switch (unit) {
    case 'weekly':
      return addDays(start, 7 * interval * cycle);
    case 'monthly':
      return onDay(addMonths(`${start.slice(0, 7)}-01`, interval * cycle), day ?? Number(start.slice(8)));
    case 'yearly':
      return onDay(addMonths(`${start.slice(0, 7)}-01`, 12 * interval * cycle), day ?? Number(start.slice(8)));
    default:
      return unit satisfies never;
  }
}

/** That day of the month, or its last one when it is shorter; -1 is the last day of every month. */
export function onDay(firstOfMonth: LocalDate, day: number): LocalDate {
  const last = addDays(addMonths(firstOfMonth, 1), -1);
  const wished = addDays(firstOfMonth, day - 1);
  return day === -1 || wished > last ? last : wished;
}
