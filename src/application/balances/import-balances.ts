import { createHash } from 'node:crypto';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type BalanceImport, balanceImportDecider } from '../../domain/balance-imports/balance-import';
import { type ImportedBalance } from '../../domain/balance-imports/events';
import { canonicalJson } from '../../domain/shared/canonical-json';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { derivedId } from '../../domain/shared/identity';
import { Aggregates, type CommandContext, inStep, type Loaded } from '../aggregates';
import { BalanceLines } from './balance-lines';
import { type Working } from '../running/working';
import { AwaitBalanceImport, type RestOfImport } from './await-balance-import';
import { ChosenConnection } from '../connections/chosen-connection';
import { type Position } from '../ports/event-store';
import { type TableReading, type UploadedTable } from '../ports/table-files';
import {
  ERRORS_TOLD,
  type LineError,
  type LinesRefusal,
  MAX_WRONG,
  noLines,
  unlessUnreadable,
  wrongLines,
} from '../customers/line-errors';

export interface ImportAnswer {
  /** Null for a dry run. */
  readonly id: string | null;
  /** How many balances there are. */
  readonly balances: number;
  readonly totals: readonly { readonly currency: string; readonly balances: number; readonly amount: number }[];
  /** Null for a dry run. */
  readonly position: Position | null;
}

/** States all balances of a file, or none of them. */
export class ImportBalances extends Command<ImportAnswer | Refusal | LinesRefusal> {
  constructor(
    readonly table: UploadedTable,
    readonly reading: TableReading,
    /** Null = the only connection there is. */
    readonly connectionId: string | null,
    readonly allowed: 'all' | readonly string[],
    readonly dryRun: boolean,
    /** Also balances of an earlier time than those that stand. */
    readonly older: boolean,
    readonly working: Working<RestOfImport>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ImportBalances)
export class ImportBalancesHandler implements ICommandHandler<ImportBalances> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly lines: BalanceLines,
    private readonly chosenConnection: ChosenConnection,
    private readonly commands: CommandBus,
  ) {}

  async execute(command: ImportBalances): Promise<ImportAnswer | Refusal | LinesRefusal> {
    const { connectionId: named, allowed, dryRun, context } = command;
    const connection = await this.chosenConnection.of(named, allowed);
    if (isRefusal(connection)) return connection;
    const { connectionId } = connection;
    try {
      const checked = await this.check(command, connectionId);
      if (isRefusal(checked) || dryRun) return checked;
      const { balances, totals } = checked;
      const rest = { id: await this.import(command, connectionId, context), balances, totals };
      await command.working.begun(rest, balances);
      return await this.commands.execute(new AwaitBalanceImport(rest, command.working.stop, context));
    } catch (error) {
      return unlessUnreadable(error);
    }
  }

  /** Reads the whole file once before anything of it is kept: what can be wrong with it is known then. */
  private async check(command: ImportBalances, connectionId: string): Promise<ImportAnswer | LinesRefusal | Refusal> {
    const errors: LineError[] = [];
    const totals = new Map<string, { currency: string; balances: number; amount: number }>();
    let balances = 0;
    let wrong = 0;
    for await (const batch of this.read(command, connectionId)) {
      wrong += batch.errors.length;
      errors.push(...batch.errors.slice(0, ERRORS_TOLD - errors.length));
      if (wrong > MAX_WRONG) break;
      balances += batch.balances.length;
      for (const { currency, amount } of batch.balances) {
        const total = totals.get(currency) ?? { currency, balances: 0, amount: 0 };
        totals.set(currency, { currency, balances: total.balances + 1, amount: total.amount + amount });
      }
    }
    if (wrong > 0) return wrongLines(errors, wrong, 'nothing of it was taken over');
    if (balances === 0) return noLines();
    return { id: null, balances, totals: [...totals.values()], position: null };
  }

  private async import(command: ImportBalances, connectionId: string, context: CommandContext) {
    const balanceImportId = derivedId('bim', context.commandId);
    const hash = createHash('sha256');
    let count = 0;
    let loaded: Loaded<BalanceImport> = await this.aggregates.load(balanceImportDecider, balanceImportId);
    const append = async (
      step:
        | { type: 'ListBalances'; from: number; balances: readonly ImportedBalance[] }
        | { type: 'SealImport'; count: number; balancesSha256: string; older?: true },
    ) => {
      const appended = await this.aggregates.executeOn(
        loaded,
        balanceImportDecider,
        balanceImportId,
        { ...step, balanceImportId, connectionId },
        inStep(context, `${step.type}:${count}`),
      );
      if (isRefusal(appended)) throw new Error(appended.detail);
      loaded = appended;
    };
    for await (const { balances } of this.read(command, connectionId)) {
      for (const balance of balances) hash.update(`${canonicalJson(balance)}\n`);
      if (balances.length > 0) await append({ type: 'ListBalances', from: count, balances });
      count += balances.length;
    }
    const seal = { count, balancesSha256: hash.digest('hex'), ...(command.older ? { older: true as const } : {}) };
    await append({ type: 'SealImport', ...seal });
    return balanceImportId;
  }

  private read({ table, reading, older, context }: ImportBalances, connectionId: string) {
    return this.lines.read(table, reading, { connectionId, now: context.at, older });
  }
}
