import { isDate } from '../domain/shared/calendar';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/;

const LENGTH = '2026-03-31T12:00:00.000Z'.length;

/**
 * A time in any form of ISO 8601 that names its zone, as ISO 8601 UTC with milliseconds; a date is its beginning in UTC. Null for
 * anything else, days that do not exist and times whose year in UTC has not four digits included.
 */
export function parseInstant(text: string): string | null {
  const day = INSTANT.exec(text)?.[1];
  if (day === undefined || !isDate(day)) return null;
  const instant = new Date(text).toISOString();
  return instant.length === LENGTH ? instant : null;
}
