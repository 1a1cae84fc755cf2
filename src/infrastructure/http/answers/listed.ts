import { type Position } from '../../../application/ports/event-store';
import { type ListQuery } from '../requests/query-parameters';

/** One page of a list as a query answers it. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins, in the query's own words (ids only, no personal data); null at the end. */
  readonly next: string | null;
  /** How far the read model was; null for a list that is not made from the log. */
  readonly position: Position | null;
}

export type ReadPage<Item, Filters> = (query: ListQuery<Filters>) => Promise<ListPage<Item>>;

/** A list that is yet to be read: one page of it as JSON, or all of it as a table. */
export class Listed<Item = object, Filters = unknown> {
  constructor(
    readonly query: ListQuery<Filters>,
    readonly read: ReadPage<Item, Filters>,
  ) {}
}

/** What a list's controller returns: `listed(query, (page) => this.queries.execute(new ListMandates(page)))`. */
export function listed<Item extends object, Filters>(
  query: ListQuery<Filters>,
  read: ReadPage<Item, Filters>,
): Listed<Item, Filters> {
  return new Listed(query, read);
}
