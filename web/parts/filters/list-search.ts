/** What the address of a list says: filters by name, each with one value or several, and how it is read. */
export type ListSearch = Readonly<Record<string, string | readonly string[] | undefined>>;

/** How a list is read, whatever it lists. */
const READING = ['q', 'sort', 'order', 'cursor', 'limit'] as const;

export const PAGE_SIZES = [50, 100, 250, 500] as const;
const USUAL_PAGE_SIZE = 100;

/** Keeps what the list knows; anything else in an address is dropped, so that a stale bookmark still opens. */
export function readListSearch(filters: readonly string[]): (search: Readonly<Record<string, unknown>>) => ListSearch {
  const known: readonly string[] = [...filters, ...READING];
  return (search) =>
    Object.fromEntries(
      Object.entries(search).flatMap(([name, value]) => {
        const read = known.includes(name) ? textsOf(value) : [];
        return read.length === 0 ? [] : [[name, read.length === 1 ? read[0] : read]];
      }),
    );
}

function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) =>
    typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? [String(one)] : [],
  );
}

export function valuesOf(search: ListSearch, name: string): readonly string[] {
  const value = search[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

export function valueOf(search: ListSearch, name: string): string | undefined {
  return valuesOf(search, name)[0];
}

/** The search with one filter set anew, from the first page on. */
export function withFilter(search: ListSearch, name: string, values: readonly string[]): ListSearch {
  const others = without(search, [name, 'cursor']);
  return values.length === 0 ? others : { ...others, [name]: values.length === 1 ? values[0] : values };
}

/** The search without some of its parameters, such as the page. */
export function without(search: ListSearch, names: readonly string[]): ListSearch {
  return Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)));
}

export function withoutFilters(search: ListSearch): ListSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([name]) => name === 'sort' || name === 'order' || name === 'limit'),
  );
}

/** What the list asks for: newest first unless told, and as many rows as the reader likes. */
export function listQuery(
  search: ListSearch,
  pageSize: number = USUAL_PAGE_SIZE,
): Record<string, string | readonly string[]> {
  return { order: 'desc', limit: String(pageSize), ...filterQuery(search), ...present(search, READING) };
}

/** The filters alone: for sums, and for a spreadsheet of exactly what is filtered. */
export function filterQuery(search: ListSearch): Record<string, string | readonly string[]> {
  const filters = Object.keys(search).filter((name) => !READING.some((one) => one === name) || name === 'q');
  return present(search, filters);
}

function present(search: ListSearch, names: readonly string[]): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const values = valuesOf(search, name);
      return values.length === 0 ? [] : [[name, values.length === 1 ? (values[0] ?? '') : values]];
    }),
  );
}
