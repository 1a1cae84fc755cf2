import { isObject } from '../../../src/fields/is-object';

type Row = Readonly<Record<string, unknown>>;

/** What must not depend on the order of arrival: each line is one thing, written as JSON. */
export interface Books {
  readonly documents: readonly string[];
  /** What asks for each, beside what it says. */
  readonly receipts: readonly string[];
  readonly payments: readonly string[];
  readonly scheduledPayments: readonly string[];
  readonly salesOrders: readonly string[];
  readonly mandates: readonly string[];
  readonly payouts: readonly string[];
  readonly trialBalance: readonly string[];
}

/** Everything as the lists show it, for checks that need the details. */
export interface Ledger {
  readonly transactions: readonly Row[];
  readonly payments: readonly Row[];
  readonly scheduledPayments: readonly Row[];
  readonly salesOrders: readonly Row[];
  readonly mandates: readonly Row[];
  readonly payouts: readonly Row[];
  readonly receipts: readonly Row[];
  readonly deliveries: readonly Row[];
  readonly trialBalances: readonly TrialBalance[];
}

export interface TrialBalance {
  readonly currency: string;
  readonly totalDebit: number;
  readonly totalCredit: number;
  /** Debit less credit, by account. */
  readonly balances: ReadonlyMap<string, number>;
}

/** A service, however it runs. */
export interface ReadableService {
  all(path: string): Promise<readonly Row[]>;
  read(path: string): Promise<Row>;
}

export async function readLedger(service: ReadableService, currencies: readonly string[]): Promise<Ledger> {
  const [transactions, payments, scheduledPayments, salesOrders, mandates, payouts, receipts, deliveries] =
    await Promise.all([
      service.all('/api/ledger/transactions'),
      service.all('/api/payments'),
      service.all('/api/scheduled-payments'),
      service.all('/api/sales-orders'),
      service.all('/api/mandates'),
      service.all('/api/payouts'),
      service.all('/api/receipts'),
      service.all('/api/deliveries'),
    ]);
  const trialBalances = await readTrialBalances(service, currencies);
  return {
    transactions,
    payments,
    scheduledPayments,
    salesOrders,
    mandates,
    payouts,
    receipts,
    deliveries,
    trialBalances,
  };
}

export function readTrialBalances(
  service: ReadableService,
  currencies: readonly string[],
): Promise<readonly TrialBalance[]> {
  return Promise.all(currencies.map((currency) => readTrialBalance(service, currency)));
}

async function readTrialBalance(service: ReadableService, currency: string): Promise<TrialBalance> {
  const json = await service.read(`/api/ledger/trial-balance?currency=${currency}`);
  const accounts = Array.isArray(json['accounts']) ? json['accounts'].filter(isObject) : [];
  const balances = new Map(
    accounts.map((row) => [String(row['account']), Number(row['debit']) - Number(row['credit'])]),
  );
  return { currency, totalDebit: Number(json['totalDebit']), totalCredit: Number(json['totalCredit']), balances };
}

/**
 * The books without what follows arrival: ids, numbers, positions, recorded and posting dates, and every corrected document with its
 * correction. The charge date of the payments that are named here is left out too.
 */
export function booksOf(ledger: Ledger, withoutChargeDate: ReadonlySet<unknown>): Books {
  const { transactions, payments, scheduledPayments, salesOrders, mandates, payouts, receipts, trialBalances } = ledger;
  const gocardlessIds = new Map(payments.map((row) => [row['id'], row['gocardlessPaymentId']]));
  const kinds = new Map(transactions.map((row) => [row['id'], row['kind']]));
  const corrected = new Set(transactions.map((row) => row['correctsId']));
  const standing = transactions.filter((row) => row['correctsId'] === null && !corrected.has(row['id']));
  return {
    documents: lines(
      standing.map((row) => ({
        payment: gocardlessIds.get(row['paymentId']) ?? null,
        reverses: kinds.get(row['reversesId']) ?? null,
        ...only(row, ['kind', 'payoutId', 'effectiveAt', 'entries']),
      })),
    ),
    receipts: lines(
      receipts
        .filter((row) => row['correctsId'] === null && !corrected.has(row['id']))
        .map((row) => ({
          payment: gocardlessIds.get(row['paymentId']) ?? null,
          ...only(row, ['kind', 'gocardlessEventId', 'cause', 'effectiveAt', 'taxDate', 'amount', 'lines']),
        })),
    ),
    payments: lines(
      payments.map((row) => ({
        ...only(row, [
          'gocardlessPaymentId',
          'id',
          'customerId',
          'mandateId',
          'origin',
          'amount',
          'currency',
          'status',
          'flags',
          'message',
          'amountRefunded',
          'payoutId',
        ]),
        chargeDate: withoutChargeDate.has(row['gocardlessPaymentId']) ? undefined : row['chargeDate'],
      })),
    ),
    scheduledPayments: lines(
      scheduledPayments.map((row) =>
        only(row, ['id', 'mandateId', 'dueDate', 'amount', 'paymentId', 'flags', 'message']),
      ),
    ),
    salesOrders: lines(salesOrders.map((row) => only(row, ['id', 'planTotal', 'total', 'receiptedTotal', 'lines']))),
    mandates: lines(mandates.map((row) => only(row, ['mandateId', 'customerId', 'scheme', 'status', 'usable']))),
    payouts: lines(payouts.map((row) => only(row, ['id', 'amount', 'fees', 'currency', 'status']))),
    // Corrections inflate the gross sums alike on both sides; what an account comes to does not depend on them.
    trialBalance: lines(
      trialBalances.flatMap(({ currency, balances }) =>
        [...balances]
          .filter(([, balance]) => balance !== 0)
          .map(([account, balance]) => ({ currency, account, balance })),
      ),
    ),
  };
}

/** What is in the one and not in the other, or null when they are equal. */
export function differenceOf(expected: Books, found: Books): string | null {
  const differences = (Object.keys(expected) as (keyof Books)[]).flatMap((part) => {
    const missing = without(expected[part], found[part]).map((line) => `- ${part} ${line}`);
    const surplus = without(found[part], expected[part]).map((line) => `+ ${part} ${line}`);
    return [...missing, ...surplus];
  });
  return differences.length === 0 ? null : differences.slice(0, 8).join('\n');
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function only(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}

function lines(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
