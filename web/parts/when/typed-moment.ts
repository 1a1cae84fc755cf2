import { formatDay, formatTime, instantOf, placeOf } from './when';

/** A moment as the API takes it: a position, a day (all of it), or an instant. */
export type TypedMoment =
  | { readonly kind: 'position'; readonly value: string }
  | { readonly kind: 'day'; readonly value: string }
  | { readonly kind: 'instant'; readonly value: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads what a person types: `31 Mar 2026`, `31 March 2026 17:30`, `2026-03-31`, `2026-03-31 17:30`, an instant with its zone, or a
 * position. A time of day is one in the zone; 24:00 is the whole day. Null = not understood; days written as figures only are not
 * guessed at.
 */
export function readMoment(typed: string, zone: string): TypedMoment | null {
  const text = typed.trim();
  if (/^[A-Za-z0-9]{1,32}\.\d{1,19}$/.test(text)) return { kind: 'position', value: text };
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) return readInstant(text);
  const parts = /^(.+?)(?:,?\s+(\d{1,2}):(\d{2}))?$/.exec(text);
  const day = readDay(parts?.[1] ?? '');
  if (day === null) return null;
  if (parts?.[2] === undefined) return { kind: 'day', value: day };
  const [hour, minute] = [Number(parts[2]), Number(parts[3])];
  if (hour === 24 && minute === 0) return { kind: 'day', value: day };
  return hour <= 23 && minute <= 59 ? { kind: 'instant', value: instantOf(day, hour, minute, zone) } : null;
}

/** `31 Mar 2026, 24:00 in London`: what was understood. */
export function momentInWords(moment: string, zone: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(moment)) return `${formatDay(moment)}, 24:00 in ${placeOf(zone)}`;
  if (moment.includes('-')) return `${formatTime(moment, zone)} in ${placeOf(zone)}`;
  return `position ${moment}`;
}

function readInstant(text: string): TypedMoment | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : { kind: 'instant', value: new Date(time).toISOString() };
}

/** A day with a month that is a word, or ISO 8601. */
function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = /^(\d{1,2})\s+([A-Za-z]{3,9})\.?\s+(\d{4})$/.exec(text);
  if (written === null) return null;
  const month = MONTHS.indexOf((written[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  return existing(Number(written[3]), month, Number(written[1]));
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1000 ? date.toISOString().slice(0, 10) : null;
}
