/**
 * A cursor as clients see it: the place in the list together with the list's address, so that one from another list, or one that was
 * made up, is recognised.
 */
export function encodeCursor(list: string, place: string): string {
  return Buffer.from(JSON.stringify([list, place])).toString('base64url');
}

/** The place that was encoded, or null when this is no cursor of this list. */
export function decodeCursor(list: string, cursor: string): string | null {
  try {
    const words: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!isPair(words)) return null;
    const [encodedList, place] = words;
    return encodedList === list && typeof place === 'string' && encodeCursor(list, place) === cursor ? place : null;
  } catch {
    return null;
  }
}

function isPair(value: unknown): value is readonly [unknown, unknown] {
  return Array.isArray(value) && value.length === 2;
}
