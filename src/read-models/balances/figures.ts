import { type ReadModelDatabase } from '../engine/database';
import { qualified, textRows } from '../../postgres/sql';
import { asOfSource } from '../engine/reader';
import { type View } from '../view';
import { paymentsTable } from '../payments/table';
import { balanceId, exportRows, type StatedBalanceRow } from './table';

/** What has become of a balance since it was stated, in minor units. */
export interface BalanceFigures {
  /** Reserved for a row, or a payment that may still bring money. */
  readonly inFlight: number;
  readonly paidSince: number;
  readonly reversedSince: number;
  /** What may be collected now, never below zero; zero when nothing was stated. */
  readonly collectable: number;
}

type Stated = Pick<StatedBalanceRow, 'customerId' | 'currency' | 'stated' | 'asOf'>;

/**
 * The figures of balances that were just read, by the balance's id. Rows are looked at before payments: what becomes a payment in
 * between is counted twice rather than not at all, so that nothing is collected twice.
 */
export async function figuresOf(
  database: ReadModelDatabase,
  view: Pick<View, 'asOf'>,
  balances: readonly Stated[],
): Promise<ReadonlyMap<string, BalanceFigures>> {
  if (balances.length === 0) return new Map();
  const reserved = await reservedOf(database, view, balances);
  const payments = await paymentsOf(database, view, balances);
  return new Map(
    balances.map(({ customerId, currency, stated }) => {
      const id = balanceId(customerId, currency);
      const { underWay, paidSince, reversedSince } = payments.get(id) ?? NO_PAYMENTS;
      const inFlight = (reserved.get(id) ?? 0) + underWay;
      const collectable = stated === null ? 0 : Math.max(0, stated - inFlight - paidSince + reversedSince);
      return [id, { inFlight, paidSince, reversedSince, collectable }];
    }),
  );
}

async function reservedOf(
  { pool, schema }: ReadModelDatabase,
  { asOf }: Pick<View, 'asOf'>,
  balances: readonly Stated[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await textRows(
    pool,
    `select customer_id, currency, sum(amount) from ${asOfSource(schema, exportRows, asOf)} as held
     where customer_id = any($1::text[]) and payment_id is null and not released group by customer_id, currency`,
    [balances.map(({ customerId }) => customerId)],
  );
  return new Map(
    rows.map(([customerId, currency, amount]) => [balanceId(customerId ?? '', currency ?? ''), +(amount ?? 0)]),
  );
}

interface PaymentSums {
  readonly underWay: number;
  readonly paidSince: number;
  readonly reversedSince: number;
}

const NO_PAYMENTS: PaymentSums = { underWay: 0, paidSince: 0, reversedSince: 0 };

async function paymentsOf(
  { pool, schema }: ReadModelDatabase,
  { asOf }: Pick<View, 'asOf'>,
  balances: readonly Stated[],
): Promise<ReadonlyMap<string, PaymentSums>> {
  const rows = await textRows(
    pool,
    `select payment.customer_id, payment.currency, coalesce(sum(payment.amount) filter (where payment.in_flight), 0),
       sum(payment.amount * moved.paid), sum(payment.amount * moved.lost)
     from ${asOfSource(schema, paymentsTable, asOf)} as payment
     join unnest($1::text[], $2::text[], $3::text[]) as balance (customer_id, currency, as_of)
       on payment.customer_id = balance.customer_id and payment.currency = balance.currency
     cross join lateral (
       select count(*) filter (where movement ->> 'kind' = 'paid') as paid,
         count(*) filter (where movement ->> 'kind' = 'lost') as lost
       from jsonb_array_elements(payment.movements) as movement
       where (movement ->> 'at') collate "C" > balance.as_of
     ) as moved
     where payment.customer_id = any($1::text[]) and payment.movements is not null
       and (payment.in_flight or (payment.movements -> -1 ->> 'at') collate "C" > balance.as_of)
     group by payment.customer_id, payment.currency`,
    [
      balances.map(({ customerId }) => customerId),
      balances.map(({ currency }) => currency),
      balances.map(({ asOf: since }) => since),
    ],
  );
  return new Map(
    rows.map(([customerId, currency, underWay, paid, lost]) => [
      balanceId(customerId ?? '', currency ?? ''),
      { underWay: Number(underWay), paidSince: Number(paid), reversedSince: Number(lost) },
    ]),
  );
}

/** A stated balance of an exporter's page: the customer's id, its version, amount and time. */
export async function statedPage(
  { pool, schema }: ReadModelDatabase,
  query: {
    readonly connectionId: string;
    readonly currency: string;
    readonly customerIds: readonly string[] | null;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<readonly Pick<StatedBalanceRow, 'customerId' | 'currency' | 'version' | 'stated' | 'asOf'>[]> {
  const { connectionId, currency, customerIds, after, limit } = query;
  const stated = qualified(schema, 'stated_balances');
  const customers = qualified(schema, 'customers');
  const values = [connectionId, currency, after ?? '', limit];
  const rows = await textRows(
    pool,
    customerIds === null
      ? `select balance.customer_id, balance.version, balance.stated, balance.as_of from ${stated} as balance
         join ${customers} as customer on customer.id = balance.customer_id and not customer.forgotten
         where balance.connection_id = $1 and balance.currency = $2 and balance.customer_id > $3
         order by balance.customer_id limit $4`
      : `select customer.id, balance.version, balance.stated, balance.as_of from ${customers} as customer
         left join ${stated} as balance on balance.id = customer.id || '.' || $2
         where customer.connection_id = $1 and customer.id > $3 and customer.id = any($5::text[]) and not customer.forgotten
         order by customer.id limit $4`,
    customerIds === null ? values : [...values, customerIds],
  );
  return rows.map(([customerId, version, amount, asOf = null]) => ({
    customerId: customerId ?? '',
    currency,
    version: Number(version ?? 0),
    stated: amount === null || amount === undefined ? null : Number(amount),
    asOf,
  }));
}
