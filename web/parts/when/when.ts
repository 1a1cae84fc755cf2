/** Making a format takes longer than using it a hundred times, and a list has thousands of days. */
const formats = new Map<string, Intl.DateTimeFormat>();

function cached(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', options);
  formats.set(key, known);
  return known;
}

/** `2026-06-11` as `11 Jun 2026`; never as figures that two countries read in two ways. */
export function formatDay(day: string): string {
  return dayFormat('UTC').format(new Date(`${day}T00:00:00Z`));
}

/** `11 Jun`, on a scale that says its year elsewhere. */
export function formatShortDay(day: string): string {
  return cached({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** `11 Jun 2026, 14:03` in a zone. */
export function formatTime(instant: string, zone: string): string {
  const date = new Date(instant);
  const time = cached({ hour: '2-digit', minute: '2-digit', timeZone: zone }).format(date);
  return `${dayFormat(zone).format(date)}, ${time}`;
}

/** The day of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(instant: string, zone: string): string {
  const { year, month, day } = wallClock(new Date(instant), zone);
  return isoDay(year, month, day);
}

/** `Europe/London` as `London`: how people call a zone. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** The zone of whoever reads this. */
export function readersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** How long ago in words, beside the exact time and never instead of it. */
export function formatAge(instant: string, now: number): string {
  const minutes = Math.max(0, Math.round((now - Date.parse(instant)) / 60_000));
  if (minutes < 1) return 'just now';
  const format = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });
  if (minutes < 90) return format.format(-minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 36 ? format.format(-hours, 'hour') : format.format(-Math.round(hours / 24), 'day');
}

/** The instant at which a clock in the zone shows this; of two (clocks go back) the first, of none (forward) the one after the gap. */
export function instantOf(day: string, hour: number, minute: number, zone: string): string {
  const shown = Date.parse(`${day}T${two(hour)}:${two(minute)}:00Z`);
  const candidates = [offsetAt(shown - 86_400_000, zone), offsetAt(shown + 86_400_000, zone)].map(
    (offset) => shown - offset,
  );
  const fitting = candidates.filter((candidate) => candidate + offsetAt(candidate, zone) === shown);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : Math.max(...candidates)).toISOString();
}

function dayFormat(zone: string): Intl.DateTimeFormat {
  return cached({ day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
}

/** Milliseconds by which the zone's clocks are ahead of UTC. */
function offsetAt(time: number, zone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(new Date(time), zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function wallClock(date: Date, timeZone: string): WallClock {
  const parts = cached({
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}
