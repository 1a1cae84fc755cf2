import { type EventStore } from '../../application/ports/event-store';
import { type FieldError } from '../../fields/check';
import { type Field, type FieldsClass } from '../../fields/field';
import { type ReadModelDatabase } from '../engine/database';
import { type ReadModel } from '../engine/read-model';
import { type CallerView } from '../view';

/** What read models are read from. */
export interface ReadSource {
  readonly database: ReadModelDatabase;
  readonly store: EventStore;
}

/** What is asked of a list. */
export interface ListQuery extends CallerView {
  /** Most items of a page. */
  readonly limit: number;
  /** `next` or `previous` of another page; the first page when left out. */
  readonly cursor?: string;
  readonly order: Order;
  /** One of the list's sorts; by the order of the log when left out. */
  readonly sort?: string;
  /** Words, each of which must be part of what the list can be searched for. */
  readonly q?: string;
  /** What each filter is asked for: an item is wanted when it fits one value of each. */
  readonly filters: FilterValues;
  /** The id of the thing whose parts are listed, where the list is one of parts. */
  readonly within?: string;
}

export type Order = 'asc' | 'desc';
export type FilterValues = Readonly<Record<string, readonly unknown[]>>;

export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  /** Where the page before ends; null at the beginning. */
  readonly previous: string | null;
}

/** Of all items that a query wants. */
export interface Summary {
  readonly count: number;
  /** One for each currency; none for a list without amounts. */
  readonly sums: readonly { readonly currency: string; readonly amount: number }[];
  /** One for each value and currency of what is grouped by. */
  readonly groups: readonly Group[];
}

export interface Group {
  readonly key: string | null;
  readonly count: number;
  readonly currency: string | null;
  readonly amount: number | null;
}

export interface FilterDescription {
  readonly field: Field;
  /** Whether it may be given several times. */
  readonly repeated: boolean;
  /** What counts when it is not given; everything when left out. */
  readonly otherwise?: unknown;
}

/** A list as it is known to whoever serves it: what it holds, and what it may be asked. */
export interface List<Item extends object, Source = ReadSource> {
  readonly name: string;
  readonly item: FieldsClass<Item>;
  readonly filters: Readonly<Record<string, FilterDescription>>;
  readonly sorts: readonly string[];
  readonly groups: readonly string[];
  /** Whether it can be searched by `q`. */
  readonly searchable: boolean;
  /** Whether it also answers what was true at `effectiveAt`. */
  readonly effective: boolean;
  /** What is wrong with filters that are right one by one. */
  readonly faultsOf?: (filters: FilterValues) => readonly FieldError[];
  /** All that it looks into. */
  readonly readModels: readonly ReadModel[];
  /** Whether the thing whose parts are listed is there for the view; true for every other list. */
  exists(source: Source, query: ListQuery): Promise<boolean>;
  /** Throws `UnknownCursor`. */
  page(source: Source, query: ListQuery): Promise<ListPage<Item>>;
  summary(source: Source, query: ListQuery, groupBy: string | null): Promise<Summary>;
}

/** The cursor is of no page of this list in this order. */
export class UnknownCursor extends Error {
  constructor(readonly list: string) {
    super(`This is no place in the list ${list} to go on from.`);
    this.name = 'UnknownCursor';
  }
}
