import { filterQuery, type ListSearch, without } from '../filters/list-search';

export interface SavedView {
  readonly name: string;
  readonly search: ListSearch;
}

const MAX_VIEWS = 20;

/** What was kept, as far as it is views. */
export function readViews(kept: unknown): readonly SavedView[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('name' in one) || !('search' in one)) return [];
    const { name, search } = one;
    if (typeof name !== 'string' || typeof search !== 'object' || search === null) return [];
    return [{ name, search: Object.fromEntries(Object.entries(search).filter(isParameter)) }];
  });
}

function isParameter(entry: [string, unknown]): entry is [string, string | string[]] {
  const [, value] = entry;
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}

/** Keeps a view under its name; the oldest goes when there are too many. What was searched for is left out: it may be a name. */
export function withView(views: readonly SavedView[], name: string, search: ListSearch): readonly SavedView[] {
  return [...withoutView(views, name), { name, search: without(filterQuery(search), ['q']) }].slice(-MAX_VIEWS);
}

export function withoutView(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter((view) => view.name !== name);
}
