import { type List, type ListPage, type ListQuery } from '../../src/read-models/lists/list';
import { type CallerView } from '../../src/read-models/view';

/** Everything there is, as it is now. */
export const EVERYTHING = {
  connectionIds: 'all',
  rounds: 'all',
  now: '2030-01-01T00:00:00.000Z',
} as const satisfies CallerView;

type Asked = Partial<Omit<ListQuery, 'filters'>> & { readonly filters?: Readonly<Record<string, unknown>> };

/** A page of a list, of all that there is unless told; a filter may be given one value or several. */
export function pageOf<Item extends object, Source>(
  list: List<Item, Source>,
  source: Source,
  { filters = {}, ...asked }: Asked = {},
): Promise<ListPage<Item>> {
  const values = Object.entries(filters).map(([name, value]) => [name, [value].flat()] as const);
  return list.page(source, { ...EVERYTHING, limit: 100, order: 'asc', ...asked, filters: Object.fromEntries(values) });
}
