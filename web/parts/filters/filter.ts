import { words } from '../../words/en/parts';
import { formatAmount, parseAmount } from '../money/money';
import { formatDay } from '../when/when';
import { type ListSearch, valueOf, valuesOf, withFilter } from './list-search';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One thing by which a list can be narrowed. `name` is the parameter of the address; a range of days has two. */
export type Filter =
  | { readonly kind: 'choice'; readonly name: string; readonly label: string; readonly options: readonly Option[] }
  | { readonly kind: 'flag'; readonly name: string; readonly label: string }
  | { readonly kind: 'days'; readonly name: string; readonly label: string }
  | { readonly kind: 'amount'; readonly name: string; readonly label: string; readonly currency: string }
  | { readonly kind: 'text'; readonly name: string; readonly label: string };

/** Options of a catalogue of words, in its order. */
export function optionsOf(catalogue: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(catalogue).map(([value, label]) => ({ value, label }));
}

/** The parameters of the address that a list's filters use. */
export function namesOf(filters: readonly Filter[]): readonly string[] {
  return filters.flatMap(parametersOf);
}

function parametersOf(filter: Filter): readonly string[] {
  return filter.kind === 'days' ? [`${filter.name}From`, `${filter.name}To`] : [filter.name];
}

/** What a filter says now, as a chip: `Status: failed, charged back`. Null = it is not set. */
export function chipOf(filter: Filter, search: ListSearch): string | null {
  const said = valueInWords(filter, search);
  return said === null ? null : `${filter.label}: ${said}`;
}

function valueInWords(filter: Filter, search: ListSearch): string | null {
  if (filter.kind === 'days')
    return daysInWords(valueOf(search, `${filter.name}From`), valueOf(search, `${filter.name}To`));
  const values = valuesOf(search, filter.name);
  if (values.length === 0) return null;
  switch (filter.kind) {
    case 'choice':
      return values.map((value) => filter.options.find((option) => option.value === value)?.label ?? value).join(', ');
    case 'flag':
      return values[0] === 'true' ? words.yes : words.no;
    case 'amount':
      return /^-?\d{1,15}$/.test(values[0] ?? '')
        ? formatAmount(Number(values[0]), filter.currency)
        : (values[0] ?? '');
    case 'text':
      return values.join(', ');
  }
}

function daysInWords(from: string | undefined, to: string | undefined): string | null {
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text);
  if (from !== undefined && to !== undefined) return words.fromTo(day(from), day(to));
  if (from !== undefined) return words.since(day(from));
  return to === undefined ? null : words.until(day(to));
}

export function withoutFilter(search: ListSearch, filter: Filter): ListSearch {
  return parametersOf(filter).reduce((rest, name) => withFilter(rest, name, []), search);
}

/** The search with what a person chose for a filter; null = an amount that can not be read. */
export function withChosen(
  search: ListSearch,
  filter: Filter,
  chosen: Readonly<Record<string, readonly string[]>>,
): ListSearch | null {
  if (filter.kind === 'amount') {
    const read = parseAmount(chosen[filter.name]?.[0] ?? '', filter.currency);
    return 'fault' in read ? null : withFilter(search, filter.name, [String(read.minor)]);
  }
  return parametersOf(filter).reduce(
    (rest, name) =>
      withFilter(
        rest,
        name,
        (chosen[name] ?? []).filter((value) => value !== ''),
      ),
    search,
  );
}
