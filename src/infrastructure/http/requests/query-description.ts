import { type FilterDescription, type List } from '../../../read-models/lists/list';

/** A list of whatever is read from wherever, as far as HTTP is concerned. */
export type AnyList = Pick<
  List<object, never>,
  'name' | 'item' | 'filters' | 'sorts' | 'groups' | 'searchable' | 'effective' | 'faultsOf'
>;

/** What the decorators of a query's method say about it. */
export interface QueryDescription {
  /** The parameters that it takes beside its filters. */
  readonly takes: readonly string[];
  readonly filters: Readonly<Record<string, FilterDescription>>;
  /** Null for a query of one thing. */
  readonly list: AnyList | null;
}

const QUERY = Symbol('what a query takes');

export function describeQuery(method: object, description: QueryDescription): void {
  Reflect.defineMetadata(QUERY, description, method);
}

export function queryDescription(method: object): QueryDescription {
  const description: unknown = Reflect.getMetadata(QUERY, method);
  if (description === undefined) throw new Error('A method that takes parameters needs @Reads, @ListOf or @SummaryOf.');
  // Only `describeQuery` writes under this symbol.
  return description as QueryDescription;
}
