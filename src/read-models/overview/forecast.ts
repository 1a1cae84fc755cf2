import { currencyOfScheme, SCHEMES } from '../../domain/mandates/scheme';
import { expectedPaidOutDate } from '../../domain/payments/expected-payout';
import { addDays } from '../../domain/shared/calendar';
import { fields } from '../../fields/field';
import { amount, currency, day, listOf, wholeNumber } from '../../fields/kinds';
import { textRows } from '../../postgres/sql';
import { type ReadModelDatabase } from '../engine/database';
import { asOfSource } from '../engine/reader';
import { exactNumber } from '../lists/summary';
import { mandates, mandatesReadModel } from '../mandates/table';
import { inFlightSql } from '../payments/flag-filters';
import { paymentsReadModel, paymentsTable } from '../payments/table';
import { scheduledPayments, scheduledPaymentsReadModel } from '../scheduled-payments/table';
import { type View } from '../view';

export class ForecastDay extends fields({
  date: day({ description: 'On which it can be expected at the bank.' }),
  sent: amount({ min: 0, description: 'Of payments that were asked for or sent.' }),
  planned: amount({ min: 0, description: 'Of instalments that wait and have a mandate to go out on.' }),
  payments: wholeNumber({ min: 0, description: 'How many both are.' }),
}) {}

export class ForecastFields extends fields({
  currency: currency(),
  from: day(),
  to: day(),
  days: listOf(ForecastDay, { description: 'Days on which something is expected, before any fees.' }),
  withoutDate: amount({ min: 0, description: 'Sent, and expected on no day that is known.' }),
  late: amount({ min: 0, description: 'Sent, and expected before the range begins.' }),
}) {}

export const FORECAST_READ_MODELS = [paymentsReadModel, scheduledPaymentsReadModel, mandatesReadModel];

/** An expected day is never more than this behind the day on which the payer is charged, weekends included. */
const LONGEST_WAY_DAYS = 14;

export interface Range {
  readonly from: string;
  readonly to: string;
}

/** What can be expected at the bank, day by day. */
export async function forecast(
  database: ReadModelDatabase,
  view: View,
  currencyCode: string,
  { from, to }: Range,
): Promise<ForecastFields> {
  const [sent, planned] = await Promise.all([
    sentAmounts(database, view, currencyCode),
    plannedAmounts(database, view, currencyCode, { from: addDays(from, -LONGEST_WAY_DAYS), to }),
  ]);
  const days = new Map<string, ForecastDay>();
  const add = (date: string, { amount: sum, count }: Due, kind: 'sent' | 'planned') => {
    const before = days.get(date) ?? { date, sent: 0, planned: 0, payments: 0 };
    days.set(date, { ...before, [kind]: before[kind] + sum, payments: before.payments + count });
  };
  let withoutDate = 0;
  let late = 0;
  for (const due of sent) {
    const date = due.day === null ? null : expectedPaidOutDate(due.scheme, currencyCode, due.day);
    if (date === null) withoutDate += due.amount;
    else if (date < from) late += due.amount;
    else if (date <= to) add(date, due, 'sent');
  }
  for (const due of planned) {
    const date = expectedPaidOutDate(due.scheme, currencyCode, due.day ?? from);
    if (date >= from && date <= to) add(date, due, 'planned');
  }
  const sorted = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { currency: currencyCode, from, to, days: sorted, withoutDate, late };
}

/** Money that is charged on a day by a scheme. */
interface Due {
  readonly scheme: string | null;
  /** Null while it is not known. */
  readonly day: string | null;
  readonly amount: number;
  readonly count: number;
}

/** What failed has no day before it is tried again. */
async function sentAmounts(
  { pool, schema }: ReadModelDatabase,
  { connectionIds, asOf }: View,
  currencyCode: string,
): Promise<readonly Due[]> {
  const rows = await textRows(
    pool,
    `select m.scheme, case when not p.has_errors then p.charge_date end, sum(p.amount), count(*)
     from ${asOfSource(schema, paymentsTable, asOf ?? null)} p
     left join ${asOfSource(schema, mandates, asOf ?? null)} m on m.id = p.connection_id || '.' || p.mandate_id
     where ${inFlightSql('p')} and p.currency = $1 and ($2::text[] is null or p.connection_id = any($2)) group by 1, 2`,
    [currencyCode, connectionIds === 'all' ? null : connectionIds],
  );
  return rows.map(dueOf);
}

/** A mandate can be used while it, or what took its place, lives. */
const USABLE = 'linked and (usable or new_mandate_id is not null)';

/** Instalments that wait and have a mandate to go out on: the chosen one, else any of their customer's in this currency. */
async function plannedAmounts(
  { pool, schema }: ReadModelDatabase,
  { connectionIds, asOf }: View,
  currencyCode: string,
  { from, to }: Range,
): Promise<readonly Due[]> {
  const ofMandates = asOfSource(schema, mandates, asOf ?? null);
  const rows = await textRows(
    pool,
    `select coalesce(chosen.scheme, own.scheme), t.due_date, sum(t.amount), count(*)
     from ${asOfSource(schema, scheduledPayments, asOf ?? null)} t
     left join (select id, scheme from ${ofMandates} m where ${USABLE}) chosen on chosen.id = t.connection_id || '.' || t.mandate_id
     left join (select connection_id, customer_id, min(scheme) as scheme from ${ofMandates} m
         where ${USABLE} and (scheme is null or scheme = any($5)) group by connection_id, customer_id) own
       on t.mandate_id is null and own.connection_id = t.connection_id and own.customer_id = t.customer_id
     where t.payment_id is null and not t.cancelled and t.due_date between $3 and $4 and t.currency = $1
       and ($2::text[] is null or t.connection_id = any($2)) and (chosen.id is not null or own.customer_id is not null)
     group by 1, 2`,
    [
      currencyCode,
      connectionIds === 'all' ? null : connectionIds,
      from,
      to,
      SCHEMES.filter((scheme) => currencyOfScheme(scheme) === currencyCode),
    ],
  );
  return rows.map(dueOf);
}

function dueOf([scheme = null, date = null, sum, count]: readonly (string | null)[]): Due {
  return { scheme, day: date, amount: exactNumber(sum), count: Number(count) };
}
