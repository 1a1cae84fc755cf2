import { parseInstant } from './instant';

/** The filters with the times under these names in the one form in which times are kept and compared. */
export function withInstants<Filters extends object>(filters: Filters, names: readonly (keyof Filters)[]): Filters {
  const instants = names.flatMap((name) => {
    const text = filters[name];
    return typeof text === 'string' ? [[name, parseInstant(text) ?? text]] : [];
  });
  // The same names with texts of the same meaning.
  return { ...filters, ...(Object.fromEntries(instants) as Partial<Filters>) };
}
