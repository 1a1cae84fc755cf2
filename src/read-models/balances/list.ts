import { fields, nullable } from '../../fields/field';
import { amount, currency, id, instant, text } from '../../fields/kinds';
import { customers, customersReadModel } from '../customers/table';
import { anyOf } from '../lists/filters';
import { pick } from '../lists/pick';
import { isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { paymentsReadModel } from '../payments/table';
import { customersOf } from '../people/people-of';
import { peopleReadModel } from '../people/table';
import { found } from '../people/whose';
import { figuresOf } from './figures';
import { statedBalances, type StatedBalanceRow } from './table';

const NEGATIVE_TOO = { min: Number.MIN_SAFE_INTEGER };

export class BalanceItem extends fields({
  customerId: id(),
  currency: currency(),
  stated: nullable(amount({ ...NEGATIVE_TOO, description: 'What the customer owed at `asOf`.' })),
  asOf: nullable(instant()),
  inFlight: amount({ min: 0, description: 'In rows of exports, and in payments that may still bring money.' }),
  paidSince: amount({ min: 0, description: 'Paid out since `asOf`.' }),
  reversedSince: amount({ min: 0, description: 'Lost again since `asOf`.' }),
  collectable: amount({ min: 0, description: 'stated − inFlight − paidSince + reversedSince, never below zero.' }),
  customerName: nullable(text()),
  connectionId: id(),
}) {}

/** Stated balances with what has become of them since. */
export const balancesList = tableList<StatedBalanceRow, BalanceItem>({
  name: 'balances',
  item: BalanceItem,
  table: statedBalances,
  readModels: [paymentsReadModel, customersReadModel, peopleReadModel],
  columns: ['customerId', 'currency'],
  filters: {
    round: anyOf(text({ description: 'The round of its customer.' }), (rounds, sql) => {
      return `t.customer_id in (select c.id from ${sql.source(customers)} c where c.round = any(${sql.values(rounds)}))`;
    }),
  },
  sorts: ['stated', 'asOf'],
  search: async (word, sql) => [await found('t.customer_id', word, sql), isId('t.customer_id', word, sql)],
  money: { amount: 'stated', currency: 'currency' },
  groups: ['currency'],
  items: async (rows, view, { database }) => {
    const figures = await figuresOf(database, view, rows);
    const people = await customersOf(database, rows);
    return rows.map((row) => {
      const since = figures.get(row.id) ?? { inFlight: 0, paidSince: 0, reversedSince: 0, collectable: 0 };
      return pick(BalanceItem, row, { ...since, customerName: people.get(row.customerId)?.name ?? null });
    });
  },
});
