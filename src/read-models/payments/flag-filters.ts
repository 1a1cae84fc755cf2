import { STATUSES_WITH } from '../../domain/payments/flags-table';
import { flag } from '../../fields/kinds';
import { column, type ColumnFilter } from '../lists/filters';

type Flag = keyof typeof STATUSES_WITH;

/** SQL of whether a payment may still bring money. */
export function inFlightSql(alias: string): string {
  const statuses = STATUSES_WITH.inFlight.map((status) => `'${status}'`).join(', ');
  return `(${alias}.in_flight and ${alias}.status in (${statuses}))`;
}

/** Filters by flags: where only those with a flag are wanted, the index by status leads to them. */
export function flagFilters(): Readonly<Record<Flag, ColumnFilter<Flag>>> {
  // Only its own names are in the table.
  const filters = (Object.keys(STATUSES_WITH) as Flag[]).map((name) => [name, flagFilter(name)]);
  return Object.fromEntries(filters) as Readonly<Record<Flag, ColumnFilter<Flag>>>;
}

function flagFilter(name: Flag): ColumnFilter<Flag> {
  const plain = column(name, flag());
  return {
    ...plain,
    where: async (values, sql) => {
      const condition = await plain.where(values, sql);
      const isOnly = values.every((value) => value === true);
      return isOnly ? `${condition} and t.status = any(${sql.values(STATUSES_WITH[name])})` : condition;
    },
  };
}
