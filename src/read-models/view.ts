import { type Filter, type RowQuery } from './engine/reader';
import { type Row } from './engine/read-model';

/** What a query may see, and as of when. */
export interface View {
  /** The connections that the caller's key reaches. */
  readonly connectionIds: 'all' | readonly string[];
  /** As it was recorded at this ordinal; as it is now when left out. */
  readonly asOf?: bigint;
}

/** For what carries effective times: only what was true by then, ISO 8601 UTC. */
export interface EffectiveView extends View {
  readonly effectiveAt?: string;
}

/** What somebody may see: everything that decides it. */
export interface CallerView extends EffectiveView {
  /** Collectors see the payments of their rounds only. */
  readonly rounds: 'all' | readonly string[];
  /** The moment of the view, ISO 8601 UTC: the clock's, or an earlier one that was asked for. */
  readonly now: string;
}

/** The part of a row query that a view decides. */
export function seen({ asOf }: View): { readonly asOf?: bigint } {
  return asOf === undefined ? {} : { asOf };
}

/** Rows of the connections in view. */
export function withinConnections({ connectionIds }: View): { readonly connectionId?: Filter<string> } {
  return connectionIds === 'all' ? {} : { connectionId: { in: connectionIds } };
}

/** Rows whose columns have these values. */
export function equalTo<R extends Row>(values: {
  readonly [F in Exclude<keyof R & string, 'id'>]?: R[F];
}): NonNullable<RowQuery<R>['where']> {
  const filters = Object.entries<unknown>(values).map(([field, value]) => [field, { equals: value }]);
  // The same fields with the same types, each as a filter.
  return Object.fromEntries(filters) as NonNullable<RowQuery<R>['where']>;
}
