import { Inject, Injectable } from '@nestjs/common';
import { type ImportedBalance } from '../../domain/balance-imports/events';
import { isOlder, olderBalance, statementOf } from '../../domain/customers/balances';
import { isRefusal } from '../../domain/shared/decider';
import { readAmount } from '../../domain/shared/decimal-amount';
import { Connections } from '../connections/connections';
import { customersOfLines, type WhoseLine } from '../customers/customers-of-lines';
import { BALANCE_QUESTIONS, balanceKey, type BalanceQuestions } from '../ports/balance-questions';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import {
  TABLE_FILES,
  type TableFiles,
  type TableForm,
  type TableLine,
  type TableReading,
  type UploadedTable,
} from '../ports/table-files';
import { type LineError, unusableCells } from '../customers/line-errors';

export interface ReadBalances {
  readonly balances: readonly ImportedBalance[];
  readonly errors: readonly LineError[];
}

const FORM: TableForm = {
  columns: { customerId: 'text', reference: 'text', currency: 'currency', amount: 'amount', asOf: 'day' },
  oneOf: [['customerId', 'reference'], ['currency'], ['amount'], ['asOf']],
};

/** Reads a file of balances, line by line: whose each is, and what is wrong with it. */
@Injectable()
export class BalanceLines {
  constructor(
    private readonly connections: Connections,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(TABLE_FILES) private readonly files: TableFiles,
    @Inject(BALANCE_QUESTIONS) private readonly questions: BalanceQuestions,
  ) {}

  async *read(
    table: UploadedTable,
    reading: TableReading,
    { connectionId, now, older }: { readonly connectionId: string; readonly now: string; readonly older: boolean },
  ): AsyncIterable<ReadBalances> {
    const { timeZone } = await this.connections.get(connectionId);
    const seen = new Map<string, number>();
    await this.questions.caughtUp(await this.store.head());
    for await (const lines of this.files.read(table, FORM, reading)) {
      const whose = await customersOfLines(this.questions, connectionId, lines);
      const read = lines.map((line) => ({
        line: line.line,
        found: readLine(line, whose(line), { timeZone, now, seen }),
      }));
      const balances = read.flatMap(({ found }) => (Array.isArray(found) ? [] : [found]));
      const standing = older ? new Map<string, string>() : await this.questions.standing(balances);
      yield sorted(read, standing);
    }
  }
}

/** What was found on each line, apart: balances, and what is wrong; one that is older than the one that stands is wrong too. */
function sorted(
  read: readonly { readonly line: number; readonly found: ImportedBalance | LineError[] }[],
  standing: ReadonlyMap<string, string>,
): ReadBalances {
  const balances: ImportedBalance[] = [];
  const errors: LineError[] = [];
  for (const { line, found } of read) {
    if (Array.isArray(found)) errors.push(...found);
    else if (isOlder(found.asOf, standing.get(balanceKey(found)) ?? null)) {
      const { code, detail: message } = olderBalance();
      errors.push({ line, field: 'asOf', code, message });
    } else balances.push(found);
  }
  return { balances, errors };
}

function readLine(
  row: TableLine,
  whose: WhoseLine,
  known: { readonly timeZone: string; readonly now: string; readonly seen: Map<string, number> },
): ImportedBalance | LineError[] {
  const { line, cells } = row;
  const errors = unusableCells(row);
  const faulty = new Set(errors.map(({ field }) => field));
  const complain = (error: Omit<LineError, 'line'>) => {
    if (!faulty.has(error.field)) errors.push({ line, ...error });
  };
  const amount = readAmount(cells['amount'] ?? '');
  if (typeof amount !== 'number') complain({ field: 'amount', code: 'unreadable_amount', message: amount.message });
  if (!('customerId' in whose)) complain(whose);
  const currency = (cells['currency'] ?? '').toUpperCase();
  const stated = { amount: typeof amount === 'number' ? amount : 0, currency, asOf: cells['asOf'] ?? '' };
  const statement = statementOf(stated, known);
  if (isRefusal(statement)) {
    complain({ field: statement.field ?? 'asOf', code: statement.code, message: statement.detail });
  }
  if (errors.length > 0 || isRefusal(statement) || !('customerId' in whose)) return errors;
  const { customerId } = whose;
  const key = balanceKey({ customerId, currency });
  const before = known.seen.get(key);
  known.seen.set(key, before ?? line);
  if (before === undefined) return { customerId, ...statement };
  const message = `Line ${before} states the balance of this customer in ${currency} already.`;
  return [{ line, field: 'customerId', code: 'duplicate_line', message }];
}
