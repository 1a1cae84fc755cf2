import { Inject, Injectable } from '@nestjs/common';
import { type ImportedBalance } from '../../domain/balance-imports/events';
import { statementOf } from '../../domain/customers/balances';
import { isRefusal } from '../../domain/shared/decider';
import { readAmount } from '../../domain/shared/decimal-amount';
import { Connections } from '../connections/connections';
import { customersOfLines, type WhoseLine } from '../customers/customers-of-lines';
import { BALANCE_QUESTIONS, type BalanceQuestions } from '../ports/balance-questions';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import { TABLE_FILES, type TableFiles, type TableForm, type TableLine, type UploadedTable } from '../ports/table-files';
import { type LineError } from '../customers/line-errors';

export interface ReadBalances {
  readonly balances: readonly ImportedBalance[];
  readonly errors: readonly LineError[];
}

const COLUMNS: Omit<TableForm, 'mapping'> = {
  oneOf: [['customerId', 'reference'], ['currency'], ['amount'], ['asOf']],
  optional: [],
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
    mapping: TableForm['mapping'],
    { connectionId, now }: { readonly connectionId: string; readonly now: string },
  ): AsyncIterable<ReadBalances> {
    const { timeZone } = await this.connections.get(connectionId);
    const seen = new Map<string, number>();
    await this.questions.caughtUp(await this.store.head());
    for await (const lines of this.files.read(table, { ...COLUMNS, mapping })) {
      const whose = await customersOfLines(this.questions, connectionId, lines);
      const balances: ImportedBalance[] = [];
      const errors: LineError[] = [];
      for (const line of lines) {
        const found = readLine(line, whose(line), { timeZone, now, seen });
        if (Array.isArray(found)) errors.push(...found);
        else balances.push(found);
      }
      yield { balances, errors };
    }
  }
}

function readLine(
  { line, cells, faults }: TableLine,
  whose: WhoseLine,
  known: { readonly timeZone: string; readonly now: string; readonly seen: Map<string, number> },
): ImportedBalance | LineError[] {
  const errors: LineError[] = faults.map(({ column, message }) => ({
    line,
    field: column,
    code: 'unusable_cell',
    message,
  }));
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
  const before = known.seen.get(`${customerId}.${currency}`);
  known.seen.set(`${customerId}.${currency}`, before ?? line);
  if (before === undefined) return { customerId, ...statement };
  const message = `Line ${before} states the balance of this customer in ${currency} already.`;
  return [{ line, field: 'customerId', code: 'duplicate_line', message }];
}
