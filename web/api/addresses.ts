import { type components, type paths } from './schema';

type WithMethod<Method extends string> = {
  [Path in keyof paths]: paths[Path] extends Readonly<Record<Method, object>> ? Path : never;
}[keyof paths];

/** Addresses that can be read. */
export type GetPath = WithMethod<'get'>;

type Get<Path extends GetPath> = paths[Path] extends { readonly get: infer Operation } ? Operation : never;

/** What an address answers, as JSON. */
export type AnswerOf<Path extends GetPath> =
  Get<Path> extends {
    readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Body } } };
  }
    ? Body
    : never;

/** Set by the client itself, for all queries alike. */
type Moment = 'after' | 'asOf' | 'effectiveAt' | 'connectionId';

type QueryOf<Path extends GetPath> =
  Get<Path> extends { readonly parameters: { readonly query?: infer Query } }
    ? Omit<NonNullable<Query>, Moment>
    : never;
type PathOf<Path extends GetPath> =
  Get<Path> extends { readonly parameters: { readonly path: infer InPath } } ? InPath : undefined;

/** The parameters of an address: ids in its path, filters after its question mark. */
export type ParamsOf<Path extends GetPath> = (PathOf<Path> extends undefined
  ? { readonly path?: undefined }
  : { readonly path: PathOf<Path> }) & { readonly query?: QueryOf<Path> };

/** Addresses that answer `{items, nextCursor}`. */
export type ListPath = {
  [Path in GetPath]: AnswerOf<Path> extends { readonly items: readonly unknown[]; readonly nextCursor: unknown }
    ? Path
    : never;
}[GetPath];

/** Addresses that answer `{count, sums, groups}` of a list's filter. */
export type SummaryPath = Extract<GetPath, `${string}/summary`>;

export type ItemOf<Path extends ListPath> =
  AnswerOf<Path> extends { readonly items: readonly (infer Item)[] } ? Item : never;

/** The shapes of the API by name. */
export type Shapes = components['schemas'];
