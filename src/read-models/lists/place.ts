import { type ListQuery, UnknownCursor } from './list';

/** What orders an item among all of its list. */
export type Key = string | number | null;

/** Between two items of a list: behind the one with these keys, or before it. */
export interface Place {
  readonly backwards: boolean;
  readonly keys: readonly Key[];
}

type Ordering = Pick<ListQuery, 'sort' | 'order'>;

/** Ids, dates and amounts only: a cursor holds nothing personal. */
function placeText({ sort = '', order }: Ordering, { backwards, keys }: Place): string {
  return JSON.stringify([sort, order, backwards, ...keys]);
}

/** The place that a cursor names; it must be one of a page in the same order. Throws `UnknownCursor`. */
export function placeIn(
  list: string,
  { sort = '', order, cursor }: Ordering & Pick<ListQuery, 'cursor'>,
  fits: (keys: readonly Key[]) => boolean,
): Place | null {
  if (cursor === undefined) return null;
  const words: readonly unknown[] = parsed(cursor);
  const [ofSort, ofOrder, backwards, ...keys] = words;
  if (ofSort !== sort || ofOrder !== order || typeof backwards !== 'boolean') throw new UnknownCursor(list);
  if (!keys.every(isKey) || !fits(keys)) throw new UnknownCursor(list);
  return { backwards, keys };
}

function parsed(text: string): readonly unknown[] {
  try {
    const words: unknown = JSON.parse(text);
    return Array.isArray(words) ? words : [];
  } catch {
    return [];
  }
}

function isKey(value: unknown): value is Key {
  return value === null || typeof value === 'number' || (typeof value === 'string' && value.length <= 500);
}

/** What is next to a page: `kept` holds one item more than the page when there are any behind it, in the direction of reading. */
export function neighbours(
  ordering: Ordering,
  place: Place | null,
  kept: readonly { readonly keys: readonly Key[] }[],
  limit: number,
): { readonly next: string | null; readonly previous: string | null } {
  const isMore = kept.length > limit;
  const near = kept[0];
  const far = kept[Math.min(kept.length, limit) - 1];
  const behind = (end: typeof near, backwards: boolean) =>
    end === undefined ? null : placeText(ordering, { backwards, keys: end.keys });
  // Whoever came by a cursor left at least the item that it names on the other side.
  return place?.backwards === true
    ? { next: behind(near, false), previous: isMore ? behind(far, true) : null }
    : { next: isMore ? behind(far, false) : null, previous: place === null ? null : behind(near, true) };
}
