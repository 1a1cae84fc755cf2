import { DEFAULT_ACCOUNTS } from '../../domain/accounting/accounts';
import { addDays, dateInZone } from '../../domain/shared/calendar';
import { fields, nullable } from '../../fields/field';
import {
  amount,
  currency,
  day,
  flag,
  id,
  instant,
  listOf,
  nested,
  oneOf,
  text,
  texts,
  wholeNumber,
} from '../../fields/kinds';
import { textRows } from '../../postgres/sql';
import { type ConnectionRow, connections, connectionsReadModel } from '../connections/table';
import { customersList } from '../customers/list';
import { deliveriesList } from '../deliveries/list';
import { asOfSource, RowReader } from '../engine/reader';
import { INCIDENT_TYPES } from '../incidents/incident';
import { incidentsList } from '../incidents/list';
import { entries, ledgerReadModel } from '../ledger/table';
import { type FilterValues, type List, type ReadSource, type Summary } from '../lists/list';
import { exactNumber } from '../lists/summary';
import { mandatesList } from '../mandates/list';
import { paymentsList } from '../payments/list';
import { PayoutSummaryFields, payoutsList } from '../payouts/list';
import { type CallerView, seen } from '../view';
import { FORECAST_READ_MODELS, forecast, ForecastFields } from './forecast';

class CurrencyAmount extends fields({ currency: currency(), amount: amount({ min: Number.MIN_SAFE_INTEGER }) }) {}

export class CountAndSums extends fields({
  count: wholeNumber({ min: 0 }),
  sums: listOf(CurrencyAmount, { description: 'One for each currency.' }),
}) {}

export class HeldAmounts extends fields({
  accounts: texts({ description: 'The clearing accounts.' }),
  sums: listOf(CurrencyAmount, { description: 'Debits less credits, one for each currency.' }),
}) {}

export class OpenIncidents extends fields({
  type: oneOf(INCIDENT_TYPES),
  count: wholeNumber({ min: 1 }),
}) {}

export class NeedsAPerson extends fields({
  count: wholeNumber({ min: 0 }),
  oldestSince: nullable(instant()),
  types: listOf(OpenIncidents),
}) {}

export class FailureGroup extends fields({
  cause: nullable(text({ description: 'GoCardless’s.' })),
  count: wholeNumber({ min: 1 }),
  currency: currency(),
  amount: amount({ min: 0 }),
}) {}

export class Failures extends fields({
  chargedFrom: day({ description: 'Payments that were to be charged since.' }),
  groups: listOf(FailureGroup, { description: 'The most frequent first.' }),
}) {}

export class ClosedBooks extends fields({
  connectionId: id(),
  name: text(),
  closedThrough: nullable(day()),
}) {}

const STEPS = ['connection', 'delivery', 'company', 'customer', 'mandate', 'payment'] as const;

export class SetUpStep extends fields({
  step: oneOf(STEPS),
  done: flag(),
}) {}

export class OverviewFields extends fields({
  position: text({ description: 'How far the figures go.' }),
  today: day({ description: 'In the time zone of the connection.' }),
  onItsWay: nested(CountAndSums, { description: 'Payments that may still bring money.' }),
  confirmed: nested(CountAndSums, { description: 'Of these, collected and not paid out: beside the books.' }),
  heldAtGoCardless: nested(HeldAmounts, { description: 'Paid out by the books, and not yet in a booked payout.' }),
  needsAPerson: nested(NeedsAPerson),
  forecasts: listOf(ForecastFields, { description: 'What is expected at the bank, one for each currency.' }),
  failures: nested(Failures),
  payouts: listOf(PayoutSummaryFields, { description: 'The last ones.' }),
  books: listOf(ClosedBooks),
  lastDeliveryAt: nullable(instant({ description: 'When GoCardless was last heard of.' })),
  setUp: listOf(SetUpStep, { description: 'The first steps of a new installation.' }),
}) {}

const FAILURE_DAYS = 90;
const FORECAST_DAYS = 30;
const LAST_PAYOUTS = 5;

/** All that the figures rest on. */
export const OVERVIEW_READ_MODELS = [
  ...new Set(
    [paymentsList, payoutsList, incidentsList, deliveriesList, customersList, mandatesList]
      .flatMap(({ readModels }: Pick<List<object>, 'readModels'>) => readModels)
      .concat(FORECAST_READ_MODELS, ledgerReadModel, connectionsReadModel),
  ),
];

/** What an accountant looks at first. */
export async function overview(source: ReadSource, view: CallerView): Promise<Omit<OverviewFields, 'position'>> {
  const inView = await connectionsInView(source, view);
  const today = dateInZone(view.now, inView[0]?.timeZone ?? 'UTC');
  const chargedFrom = addDays(today, -FAILURE_DAYS);
  const failed = { hasErrors: [true], chargeDateFrom: [chargedFrom] };
  const [onItsWay, confirmed, heldAtGoCardless, needsAPerson, failures, payouts, deliveries] = await Promise.all([
    countOf(paymentsList, source, view, { inFlight: [true] }),
    countOf(paymentsList, source, view, { status: ['confirmed'] }),
    held(source, view, inView),
    openIncidents(source, view),
    countOf(paymentsList, source, view, failed, 'cause'),
    newest(payoutsList, source, view, LAST_PAYOUTS),
    newest(deliveriesList, source, view, 1),
  ]);
  const range = { from: today, to: addDays(today, FORECAST_DAYS) };
  const lastDeliveryAt = deliveries[0]?.receivedAt ?? null;
  return {
    today,
    onItsWay: { count: onItsWay.count, sums: onItsWay.sums },
    confirmed: { count: confirmed.count, sums: confirmed.sums },
    heldAtGoCardless,
    needsAPerson,
    forecasts: await Promise.all(
      currenciesOf([onItsWay.sums, heldAtGoCardless.sums]).map((code) => forecast(source.database, view, code, range)),
    ),
    failures: { chargedFrom, groups: failures.groups.map(failureGroup).sort((a, b) => b.count - a.count) },
    payouts,
    books: inView.map(({ id: connectionId, name, closedThrough }) => ({ connectionId, name, closedThrough })),
    lastDeliveryAt,
    setUp: await setUpSteps(source, view, inView, lastDeliveryAt !== null),
  };
}

async function connectionsInView({ database }: ReadSource, view: CallerView): Promise<readonly ConnectionRow[]> {
  const rows = await new RowReader(database).readRows<ConnectionRow>(connections, seen(view));
  const { connectionIds } = view;
  return rows.map(({ row }) => row).filter((row) => connectionIds === 'all' || connectionIds.includes(row.id));
}

function countOf(
  list: List<object>,
  source: ReadSource,
  view: CallerView,
  filters: FilterValues,
  groupBy: string | null = null,
): Promise<Summary> {
  return list.summary(source, { ...view, limit: 1, order: 'asc', filters }, groupBy);
}

async function newest<Item extends object>(
  list: List<Item>,
  source: ReadSource,
  view: CallerView,
  limit: number,
): Promise<readonly Item[]> {
  return (await list.page(source, { ...view, limit, order: 'desc', filters: {} })).items;
}

/** What stands on the clearing accounts, those that were chosen earlier included. */
async function held(
  { database: { pool, schema } }: ReadSource,
  { connectionIds, asOf }: CallerView,
  inView: readonly ConnectionRow[],
): Promise<HeldAmounts> {
  const chosen = inView.flatMap(({ accounts }) => accounts.map(({ accounts: { clearing } }) => clearing));
  const accounts = [...new Set([DEFAULT_ACCOUNTS.clearing, ...chosen])];
  const rows = await textRows(
    pool,
    `select currency, sum(debit - credit) from ${asOfSource(schema, entries, asOf ?? null)} entry
     where account = any($1::text[]) and ($2::text[] is null or connection_id = any($2)) group by currency order by currency`,
    [accounts, connectionIds === 'all' ? null : connectionIds],
  );
  return { accounts, sums: rows.map(([code, sum]) => ({ currency: code ?? '', amount: exactNumber(sum) })) };
}

async function openIncidents(source: ReadSource, view: CallerView): Promise<NeedsAPerson> {
  const filters = { resolved: [false] };
  const [summary, oldest] = await Promise.all([
    countOf(incidentsList, source, view, filters, 'type'),
    incidentsList.page(source, { ...view, limit: 1, order: 'asc', sort: 'since', filters }),
  ]);
  const types = summary.groups.flatMap(({ key, count }) => {
    const type = INCIDENT_TYPES.find((one) => one === key);
    return type === undefined ? [] : [{ type, count }];
  });
  return { count: summary.count, oldestSince: oldest.items[0]?.since ?? null, types };
}

function failureGroup({ key, count, currency: code, amount: sum }: Summary['groups'][number]): FailureGroup {
  return { cause: key, count, currency: code ?? '', amount: sum ?? 0 };
}

function currenciesOf(sums: readonly Summary['sums'][]): readonly string[] {
  return [...new Set(sums.flat().map(({ currency: code }) => code))].sort();
}

async function setUpSteps(
  source: ReadSource,
  view: CallerView,
  inView: readonly ConnectionRow[],
  isDelivered: boolean,
): Promise<readonly SetUpStep[]> {
  const isAny = async (list: List<object>) => (await newest(list, source, view, 1)).length > 0;
  const done: Readonly<Record<(typeof STEPS)[number], boolean>> = {
    connection: inView.length > 0,
    delivery: isDelivered,
    company: inView.some(({ companyName }) => companyName !== null),
    customer: await isAny(customersList),
    mandate: await isAny(mandatesList),
    payment: await isAny(paymentsList),
  };
  return STEPS.map((step) => ({ step, done: done[step] }));
}
