import { invalidField } from '../api-errors/api-failure';
import { type Collection } from '../state/collection';
import { type Query } from './query';

export interface Page<R> {
  readonly records: readonly R[];
  readonly meta: {
    readonly cursors: { readonly before: string | null; readonly after: string | null };
    readonly limit: number;
  };
}

/** One page of a collection, newest first, of what matches. `after` goes to older records, `before` to newer ones. */
export function pageOf<R>(
  collection: Collection<R>,
  query: Query,
  idOf: (record: R) => string,
  matches: (record: R) => boolean,
): Page<R> {
  const { limit, after, before } = query.paging();
  const cursor = after ?? before;
  const position = cursor === null ? undefined : collection.positionOf(cursor);
  if (cursor !== null && position === undefined)
    throw invalidField('cursors', after === null ? 'before' : 'after', 'is invalid');
  if (before !== null && position !== undefined) {
    const newer = take(collection.oldestFirst(position + 1), matches, limit + 1);
    const records = newer.slice(0, limit).reverse();
    return page(records, newer.length > limit, records.length > 0, limit, idOf);
  }
  const found = take(collection.newestFirst(position), matches, limit + 1);
  return page(found.slice(0, limit), position !== undefined, found.length > limit, limit, idOf);
}

/** One page of a list that was sorted by something else than its age. */
export function pageOfSorted<R>(sorted: readonly R[], query: Query, idOf: (record: R) => string): Page<R> {
  const { limit, after, before } = query.paging();
  const at = (id: string) => sorted.findIndex((record) => idOf(record) === id);
  const start = after !== null ? at(after) + 1 : before !== null ? Math.max(0, at(before) - limit) : 0;
  const end = before !== null ? at(before) : start + limit;
  return page(sorted.slice(start, end), start > 0, end < sorted.length, limit, idOf);
}

function take<R>(records: Iterable<R>, matches: (record: R) => boolean, most: number): R[] {
  const found: R[] = [];
  for (const record of records) {
    if (!matches(record)) continue;
    found.push(record);
    if (found.length === most) break;
  }
  return found;
}

function page<R>(
  records: readonly R[],
  hasNewer: boolean,
  hasOlder: boolean,
  limit: number,
  idOf: (record: R) => string,
): Page<R> {
  const first = records[0];
  const last = records.at(-1);
  return {
    records,
    meta: {
      cursors: {
        before: hasNewer && first !== undefined ? idOf(first) : null,
        after: hasOlder && last !== undefined ? idOf(last) : null,
      },
      limit,
    },
  };
}
