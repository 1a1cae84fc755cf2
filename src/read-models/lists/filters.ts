import { endOfDayInZone, isDate, startOfDayInZone } from '../../domain/shared/calendar';
import { type Field, required } from '../../fields/field';
import { day, instant } from '../../fields/kinds';
import { timeZones } from '../connections/time-zones';
import { type FilterDescription } from './list';
import { type ListSql } from './list-sql';

type Condition = string | Promise<string>;

/** What a list can be asked for, as SQL on its table `t`. */
export type Filter = WhereFilter | ColumnFilter<string>;

/** A filter by more than one column. */
export interface WhereFilter extends FilterDescription {
  readonly column?: undefined;
  readonly where: (values: readonly unknown[], sql: ListSql) => Condition;
}

/** A filter by a column of this name, which the list's table must have. */
export interface ColumnFilter<Name extends string> extends FilterDescription {
  readonly column: Name;
  readonly where: (values: readonly unknown[], sql: ListSql) => Condition;
}

/** An item is wanted when its column has one of the values. */
export function column<Name extends string>(name: Name, field: Field): ColumnFilter<Name> {
  return {
    field: required(field),
    repeated: true,
    column: name,
    where: (values, sql) => {
      const { sql: column, kind } = sql.column(name);
      return `${column} = any(${sql.values(values, kind)})`;
    },
  };
}

/** An item is wanted when `where` holds for one of the values. */
export function anyOf<T>(
  field: Field<T>,
  where: (values: readonly NonNullable<T>[], sql: ListSql) => Condition,
): WhereFilter {
  // The values have been read by the field.
  return { field, repeated: true, where: (values, sql) => where(values as readonly NonNullable<T>[], sql) };
}

/** Given once at most. */
export function single<T>(field: Field<T>, where: (value: NonNullable<T>, sql: ListSql) => Condition): WhereFilter {
  return { field, repeated: false, where: ([value], sql) => where(value as NonNullable<T>, sql) };
}

/** `<name>From` and `<name>To` of a column with days, both included. */
export function daysOf<Name extends string>(name: Name): Readonly<Record<string, ColumnFilter<Name>>> {
  const filter = (sign: '>=' | '<='): ColumnFilter<Name> => ({
    ...single(day(), (value, sql) => `${sql.column(name).sql} ${sign} ${sql.value(value)}`),
    column: name,
  });
  return { [`${name}From`]: filter('>='), [`${name}To`]: filter('<=') };
}

const INSTANT_OR_DAY: Field<string> = {
  ...instant({ description: 'A time, or a day, which is the whole day in the time zone of the connection.' }),
  schema: { type: 'string' },
  read: (value) => (typeof value === 'string' && isDate(value) ? value : instant().read(value)),
};

/** `<name>From` and `<name>To` of a column with times, both included; a bare day is the whole day where the row's books are kept. */
export function timesOf<Name extends string>(name: Name): Readonly<Record<string, ColumnFilter<Name>>> {
  const filter = (where: (value: string, sql: ListSql, column: string) => Condition): ColumnFilter<Name> => ({
    ...single(INSTANT_OR_DAY, (value, sql) => where(value, sql, sql.column(name).sql)),
    column: name,
  });
  return {
    [`${name}From`]: filter(async (value, sql, column) =>
      isDate(value) ? `${column} >= ${await inZone(value, startOfDayInZone, sql)}` : `${column} >= ${sql.value(value)}`,
    ),
    [`${name}To`]: filter(async (value, sql, column) =>
      isDate(value) ? `${column} <= ${await inZone(value, endOfDayInZone, sql)}` : `${column} <= ${sql.value(value)}`,
    ),
  };
}

/** An instant of a day in the time zone of the row's connection; what has none counts in UTC. */
export async function inZone(
  date: string,
  instantOf: (date: string, timeZone: string) => string,
  sql: ListSql,
): Promise<string> {
  const zones = await timeZones(sql.database);
  const instants = [...zones].map(([id, zone]): [string, string] => [id, instantOf(date, zone)]);
  const byConnection = `${sql.value(JSON.stringify(Object.fromEntries(instants)))}::jsonb ->> t.connection_id`;
  return `coalesce(${byConnection}, ${sql.value(instantOf(date, 'UTC'))})`;
}
