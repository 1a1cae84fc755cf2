import { type Field, type FieldsClass, required } from '../../fields/field';
import { type ReadModel } from '../engine/read-model';
import { type List, type ListPage, type ListQuery, type ReadSource, type Summary } from './list';
import { type Key, neighbours, placeIn } from './place';
import { summaryOf } from './summary';

type Name<T> = keyof T & string;

/** A list that is short enough to be read as a whole: what is asked of it is answered from its items. */
export interface MemoryListParts<Item extends object, Source> {
  readonly name: string;
  readonly item: FieldsClass<Item>;
  readonly readModels?: readonly ReadModel[];
  /** Fields that items can be filtered by, each by its value. */
  readonly filters?: readonly Name<Item>[];
  readonly sorts?: readonly Name<Item>[];
  /** Fields of which a word that is searched for may be a part. */
  readonly searched?: readonly Name<Item>[];
  readonly money?: { readonly amount: Name<Item>; readonly currency: Name<Item> };
  readonly groups?: readonly Name<Item>[];
  readonly effective?: boolean;
  /** What orders an item among all, the same for no two; its place among all when left out. */
  readonly key?: (item: Item) => readonly Key[];
  /** Whether the thing whose parts are listed is there. */
  readonly exists?: (source: Source, query: ListQuery) => Promise<boolean>;
  /** All items in view. */
  readonly all: (source: Source, query: ListQuery) => Promise<readonly Item[]>;
}

export function memoryList<Item extends object, Source = ReadSource>(
  parts: MemoryListParts<Item, Source>,
): List<Item, Source> {
  const { name, item, readModels = [], filters = [], sorts = [], groups = [], exists } = parts;
  const fieldOf = (filter: string): Field => {
    const field = item.fields[filter];
    if (field === undefined) throw new Error(`The list ${name} shows no ${filter} to be filtered by.`);
    return required(field);
  };
  return {
    name,
    item,
    readModels,
    filters: Object.fromEntries(filters.map((filter) => [filter, { field: fieldOf(filter), repeated: true }])),
    sorts,
    groups,
    searchable: parts.searched !== undefined,
    effective: parts.effective === true,
    exists: (source, query) => exists?.(source, query) ?? Promise.resolve(true),
    page: async (source, query) => pageOf(name, await wantedItems(parts, source, query), query),
    summary: async (source, query, groupBy) => summarize(parts, await wantedItems(parts, source, query), groupBy),
  };
}

interface Keyed<Item> {
  readonly item: Item;
  readonly keys: readonly Key[];
}

async function wantedItems<Item extends object, Source>(
  { all, key, searched = [] }: MemoryListParts<Item, Source>,
  source: Source,
  query: ListQuery,
): Promise<readonly Keyed<Item>[]> {
  const words = (query.q ?? '').toLowerCase().split(/\s+/);
  const items = await all(source, query);
  return items
    .map((item, index) => ({ item, keys: key === undefined ? [index] : key(item) }))
    .filter(
      ({ item }) =>
        Object.entries(query.filters).every(([name, values]) => values.includes(valueOf(item, name))) &&
        words.every((word) => word === '' || searched.some((name) => textOf(item, name).toLowerCase().includes(word))),
    );
}

function pageOf<Item extends object>(name: string, wanted: readonly Keyed<Item>[], query: ListQuery): ListPage<Item> {
  const { sort } = query;
  const all = wanted.map(({ item, keys }) => ({
    item,
    keys: sort === undefined ? keys : [keyOf(valueOf(item, sort)), ...keys],
  }));
  const place = placeIn(name, query, (keys) => all.every((one) => one.keys.length === keys.length));
  const isDescending = (query.order === 'desc') !== (place?.backwards ?? false);
  const sign = isDescending ? -1 : 1;
  const found = all
    .filter(({ keys }) => place === null || sign * compareKeys(keys, place.keys) > 0)
    .sort((a, b) => sign * compareKeys(a.keys, b.keys));
  const shown = found.slice(0, query.limit).map(({ item }) => item);
  if (place?.backwards === true) shown.reverse();
  return { items: shown, ...neighbours(query, place, found, query.limit) };
}

function summarize<Item extends object, Source>(
  { money }: MemoryListParts<Item, Source>,
  wanted: readonly Keyed<Item>[],
  groupBy: string | null,
): Summary {
  const groups = new Map<
    string,
    { key: string | null; count: number; currency: string | null; amount: number | null }
  >();
  for (const { item } of wanted) {
    const key = groupBy === null ? null : textOrNull(item, groupBy);
    const currency = money === undefined ? null : textOrNull(item, money.currency);
    const group = groups.get(JSON.stringify([key, currency])) ?? { key, count: 0, currency, amount: null };
    group.count += 1;
    const amount = money === undefined ? null : valueOf(item, money.amount);
    if (typeof amount === 'number') group.amount = (group.amount ?? 0) + amount;
    groups.set(JSON.stringify([key, currency]), group);
  }
  const sorted = [...groups.values()].sort((a, b) => compareKeys([a.key, a.currency], [b.key, b.currency]));
  return summaryOf(sorted, groupBy);
}

function valueOf(item: object, name: string): unknown {
  // Only fields of its class are asked of an item.
  return (item as Readonly<Record<string, unknown>>)[name];
}

function textOrNull(item: object, name: string): string | null {
  const value = valueOf(item, name);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function textOf(item: object, name: string): string {
  return textOrNull(item, name) ?? '';
}

function keyOf(value: unknown): Key {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

/** What has no value comes before everything else; numbers before texts. */
function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? null;
    if (one === other) continue;
    if (one === null || other === null) return one === null ? -1 : 1;
    if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return 0;
}
