import { type JsonObject } from './fields';
import { type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { type Query } from './query';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface RequestContext {
  readonly world: World;
  readonly organisation: Organisation;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: JsonObject;
  readonly idempotencyKey: string | null;
  /** Where this server is reached, for links that it hands out. */
  readonly baseUrl: string;
}

export interface Route<C> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Segments; those with a colon are parameters: `/payments/:id/actions/cancel`. */
  readonly path: string;
  readonly handle: (context: C) => Answer | Promise<Answer>;
}

export type Match<C> =
  | { readonly found: 'route'; readonly route: Route<C>; readonly params: Record<string, string> }
  | { readonly found: 'path' }
  | { readonly found: 'nothing' };

/** Finds the route of a request; a known path with another method is told apart from an unknown path. */
export function matchRoute<C>(routes: readonly Route<C>[], method: string, path: string): Match<C> {
  const segments = path.split('/');
  let known = false;
  for (const route of routes) {
    const params = matchPath(route.path.split('/'), segments);
    if (params === undefined) continue;
    if (route.method === method) return { found: 'route', route, params };
    known = true;
  }
  return { found: known ? 'path' : 'nothing' };
}

function matchPath(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return params;
}
