import { ordinalOf } from '../src/application/ports/event-store';
import { qualified, quoted, textRows } from '../src/postgres/sql';
import { customersList } from '../src/read-models/customers/list';
import { type List, type ListQuery, type ReadSource } from '../src/read-models/lists/list';
import { overview } from '../src/read-models/overview/overview';
import { paymentsList } from '../src/read-models/payments/list';
import { payoutsList } from '../src/read-models/payouts/list';
import { receiptsList } from '../src/read-models/receipts/list';
import { search } from '../src/read-models/search/search';
import { type CallerView } from '../src/read-models/view';
import { type Figure, quantile } from './figures';
import { blocksOf } from './fill-log';
import { catchUp, type FilledBench, withFilledLog } from './filled-bench';

/** As many of them are played; all others are their like. */
const PLAYED = 3_000;
/** What is looked into; the like of all else would only take time. */
const MULTIPLIED = [
  'customers',
  'people',
  'mandates',
  'payments',
  'scheduled_payments',
  'documents',
  'receipt_numbers',
  'ledger_entries',
];
const PAGE = { most: 150 };
const SUM = { most: 150 };
const WHOLE = { most: 500 };
const PAST = { most: 1_500 };

/** Pages, searches and sums of lists as long as a large business makes them. `BENCH_LIST_PAYMENTS` says how long. */
export function lists(payments = Number(process.env['BENCH_LIST_PAYMENTS'] ?? 1_000_000)): Promise<readonly Figure[]> {
  return withFilledLog(blocksOf(PLAYED), async (filled) => {
    await catchUp(filled);
    await multiply(filled, Math.max(1, Math.round(payments / filled.filled.payments)));
    const { database, store } = filled;
    return measureAll({ database, store }, ordinalOf(await store.head()));
  });
}

/** Adds copies of all rows, each with ids of its own, behind those that are there. */
async function multiply({ database: { pool, schema }, store }: FilledBench, times: number): Promise<void> {
  const length = ordinalOf(await store.head());
  const tables = MULTIPLIED.flatMap((name) => [name, `${name}_history`]);
  const rows = await textRows(
    pool,
    `select table_schema, table_name, column_name, data_type from information_schema.columns
     where starts_with(table_schema, $1) and table_name = any($2) order by table_schema, table_name, ordinal_position`,
    [`${schema}_g`, tables],
  );
  const byTable = new Map<string, { readonly columns: string[]; readonly values: string[] }>();
  for (const [place = '', table = '', column = '', type] of rows) {
    const name = qualified(place ?? '', table ?? '');
    const { columns, values } = byTable.get(name) ?? { columns: [], values: [] };
    columns.push(quoted(column ?? ''));
    values.push(copied(column ?? '', type ?? '', length));
    byTable.set(name, { columns, values });
  }
  for (const [name, { columns, values }] of byTable) {
    await pool.query(
      `insert into ${name} (${columns.join(', ')}) select ${values.join(', ')} from ${name} t, generate_series(1, ${times - 1}) k`,
    );
  }
  await pool.query('vacuum analyze');
}

function copied(column: string, type: string, length: bigint): string {
  const value = `t.${quoted(column)}`;
  if (column.endsWith('_position')) return `${value} + k * ${length}`;
  const isId = column === 'id' || (column.endsWith('_id') && column !== 'connection_id');
  return isId && type === 'text' ? `${value} || '.' || k` : value;
}

const NOW: CallerView = { connectionIds: 'all', rounds: 'all', now: '2030-01-01T00:00:00.000Z' };
const TURNS = 40;

async function measureAll(source: ReadSource, played: bigint): Promise<readonly Figure[]> {
  const last = (
    await textRows(
      source.database.pool,
      `select max(from_position) from ${qualified(source.database.schema, 'payments')}`,
      [],
    )
  )[0]?.[0];
  const past: CallerView = { ...NOW, asOf: (BigInt(last ?? played) * 2n) / 3n };
  const [customers, payments] = await Promise.all([count(customersList, source), count(paymentsList, source)]);
  const page = async (what: string, list: List<object>, asked: Partial<ListQuery>, goal = PAGE, view = NOW) =>
    timed(what, goal, pagesOf(list, source, view, asked));
  const sum = (
    what: string,
    list: List<object>,
    asked: Partial<ListQuery>,
    goal: { readonly most: number },
    view = NOW,
  ) =>
    timed(
      what,
      goal,
      async () => {
        await list.summary(source, queryOf(view, asked), null);
      },
      10,
    );
  return [
    { what: 'customers', value: customers, unit: 'rows' },
    { what: 'payments', value: payments, unit: 'rows' },
    await page('payments, page by page, newest first', paymentsList, {}),
    await page('payments by charge date', paymentsList, { sort: 'chargeDate' }),
    await page('payments by amount', paymentsList, { sort: 'amount' }),
    await page('payments with errors', paymentsList, { filters: { hasErrors: [true] } }),
    await page('payments of one customer', paymentsList, { q: 'customer 7 of 3' }),
    await page('payments by their id at GoCardless', paymentsList, { q: 'PM404' }),
    await page('customers, page by page', customersList, {}),
    await page('customers by part of a name', customersList, { q: 'omer 4' }),
    await page('receipts, page by page', receiptsList, {}),
    await page('payouts, page by page', payoutsList, {}),
    await timed('search over everything', PAGE, async () => {
      await search(source, NOW, 'omer 4');
    }),
    await sum('sum of payments with errors', paymentsList, { filters: { hasErrors: [true] } }, SUM),
    await sum('sum of payments on their way', paymentsList, { filters: { inFlight: [true] } }, SUM),
    await sum('sum of all payments', paymentsList, {}, WHOLE),
    await sum('sum of all receipts', receiptsList, {}, WHOLE),
    await page('payments as of an earlier position', paymentsList, {}, PAST, past),
    await sum('sum of all payments as of an earlier position', paymentsList, {}, PAST, past),
    await timed(
      'overview',
      PAST,
      async () => {
        await overview(source, NOW);
      },
      5,
    ),
  ];
}

async function count(list: List<object>, source: ReadSource): Promise<number> {
  return (await list.summary(source, queryOf(NOW, {}), null)).count;
}

function queryOf(view: CallerView, asked: Partial<ListQuery>): ListQuery {
  return { ...view, limit: 100, order: 'desc', filters: {}, ...asked };
}

/** One page after the other, and from the beginning again at the end. */
function pagesOf(list: List<object>, source: ReadSource, view: CallerView, asked: Partial<ListQuery>) {
  let cursor: string | null = null;
  return async () => {
    const query = queryOf(view, asked);
    const { next }: { next: string | null } = await list.page(source, cursor === null ? query : { ...query, cursor });
    cursor = next;
  };
}

async function timed(
  what: string,
  goal: { readonly most: number },
  work: () => Promise<void>,
  turns = TURNS,
): Promise<Figure> {
  const times: number[] = [];
  // What was never asked before is not in memory.
  await work();
  for (let turn = 0; turn < turns; turn += 1) {
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
  }
  return { what: `${what}, 95 of 100 within`, value: quantile(times, 0.95), unit: 'ms', goal };
}
