import { sum } from '../../domain/shared/money';
import { fields } from '../../fields/field';
import { amount, currency, id, listOf, text } from '../../fields/kinds';
import { textRows } from '../../postgres/sql';
import { type ReadModelDatabase } from '../engine/database';
import { asOfSource } from '../engine/reader';
import { memoryList } from '../lists/memory-list';
import { pick } from '../lists/pick';
import { exactNumber } from '../lists/summary';
import { type EffectiveView } from '../view';
import { entries } from './table';
import { transactionsList } from './transactions';

export class LedgerAccountFields extends fields({
  connectionId: id(),
  account: text(),
  currency: currency(),
  debit: amount({ min: 0 }),
  credit: amount({ min: 0 }),
  balance: amount({ min: Number.MIN_SAFE_INTEGER, description: 'Debits less credits.' }),
}) {}

export class AccountSumsFields extends fields({
  account: text(),
  debit: amount({ min: 0 }),
  credit: amount({ min: 0 }),
}) {}

/** Gross sums: what was ever debited and credited. */
export class TrialBalanceFields extends fields({
  connectionId: id(),
  currency: currency(),
  accounts: listOf(AccountSumsFields),
  totalDebit: amount({ min: 0 }),
  totalCredit: amount({ min: 0 }),
}) {}

/** Every account that was posted to, by connection, account and currency. */
export const accountsList = memoryList<LedgerAccountFields>({
  name: 'accounts',
  item: LedgerAccountFields,
  readModels: transactionsList.readModels,
  filters: ['account', 'currency'],
  sorts: ['balance', 'debit', 'credit'],
  searched: ['account'],
  effective: true,
  money: { amount: 'balance', currency: 'currency' },
  key: (item) => [item.connectionId, item.account, item.currency],
  all: ({ database }, query) => accountSums(database, query, null, null),
});

/** Gross sums of debits and credits by account. A connection that is not in view has none. */
export async function trialBalance(
  database: ReadModelDatabase,
  view: EffectiveView,
  connectionId: string,
  currencyCode: string,
): Promise<TrialBalanceFields> {
  const sums = await accountSums(database, view, connectionId, currencyCode);
  return {
    connectionId,
    currency: currencyCode,
    accounts: sums.map((account) => pick(AccountSumsFields, account, {})),
    totalDebit: sum(sums.map(({ debit }) => debit)),
    totalCredit: sum(sums.map(({ credit }) => credit)),
  };
}

/** The currencies in which anything was posted. */
export async function currenciesOf(database: ReadModelDatabase, view: EffectiveView): Promise<readonly string[]> {
  const sums = await accountSums(database, view, null, null);
  return [...new Set(sums.map((account) => account.currency))];
}

async function accountSums(
  { pool, schema }: ReadModelDatabase,
  { connectionIds, asOf, effectiveAt }: EffectiveView,
  connectionId: string | null,
  currencyCode: string | null,
): Promise<readonly LedgerAccountFields[]> {
  const rows = await textRows(
    pool,
    `select connection_id, account, currency, sum(debit), sum(credit) from ${asOfSource(schema, entries, asOf)} entry
     where ($1::text[] is null or connection_id = any($1)) and ($2::text is null or connection_id = $2)
       and ($3::text is null or currency = $3) and ($4::text is null or effective_at <= $4)
     group by connection_id, account, currency order by connection_id, account, currency`,
    [connectionIds === 'all' ? null : connectionIds, connectionId, currencyCode, effectiveAt ?? null],
  );
  return rows.map(([connection, account, of, left, right]) => {
    const debit = exactNumber(left);
    const credit = exactNumber(right);
    return {
      connectionId: connection ?? '',
      account: account ?? '',
      currency: of ?? '',
      debit,
      credit,
      balance: debit - credit,
    };
  });
}
