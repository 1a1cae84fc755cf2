import { isDate } from '../domain/shared/calendar';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/;

/**
 * A time in any form of ISO 8601 that names its zone, as ISO 8601 UTC with milliseconds; a date is its beginning in UTC. Null for
 * anything else, days that do not exist included.
 */
export function parseInstant(text: string): string | null {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && isDate(day) ? new Date(text).toISOString() : null;
}
