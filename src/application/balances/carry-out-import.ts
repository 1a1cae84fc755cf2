import { Inject, Injectable } from '@nestjs/common';
import { balanceImportDecider } from '../../domain/balance-imports/balance-import';
import { type ImportedBalance } from '../../domain/balance-imports/events';
import { type BalanceImportEvent } from '../../domain/event-groups';
import { customerDecider } from '../../domain/customers/customer';
import { isRefusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext, inStep, happened } from '../aggregates';
import { inParallel } from '../../domain/shared/in-parallel';
import { EVENT_STORE, type EventStore, VersionConflict } from '../ports/event-store';
import { type LogEventOf } from '../ports/log-event';
import { type Handled } from '../running/process';

/** Balances that are stated at the same time. */
const CONCURRENCY = 64;

interface BalanceToState extends ImportedBalance {
  readonly balanceImportId: string;
  readonly older: boolean;
}

/** States the balances of a file on their customers' streams. A chunk is in memory at a time. */
@Injectable()
export class CarryOutImport {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async carryOut(event: LogEventOf<'BalancesImported'>, context: CommandContext, stop: AbortSignal): Promise<Handled> {
    const { stream, revision } = event;
    if ((await this.store.readLast(stream))?.type === 'BalanceImportCarriedOut') return 'done';
    const { balanceImportId, older = false } = event.data;
    for (let chunk = 0; chunk < revision; chunk += 1) {
      if (stop.aborted) return 'stopped';
      const { from, balances } = await this.listed(stream, chunk);
      await inParallel(CONCURRENCY, balances, (balance, index) =>
        this.state({ ...balance, balanceImportId, older }, inStep(context, String(from + index))),
      );
    }
    await this.noteCarriedOut(event, context);
    return 'done';
  }

  private async listed(stream: string, chunk: number) {
    const [listed] = await this.store.read(stream, chunk, 1);
    const { type, data } = listed === undefined ? { type: null, data: null } : happened<BalanceImportEvent>(listed);
    if (type !== 'ImportedBalancesListed') throw new Error(`${stream} lists nothing at ${chunk}, before its seal.`);
    return data;
  }

  private async state(balance: BalanceToState, context: CommandContext): Promise<void> {
    const { customerId, ...statement } = balance;
    const command = { type: 'StateBalance', ...statement } as const;
    const stated = await this.aggregates.execute(customerDecider, customerId, command, context);
    // Somebody stated a later one since the file was read: that is what stands.
    if (!isRefusal(stated) || stated.code === 'older_balance') return;
    throw new Error(`The balance of ${customerId} can not be stated: ${stated.detail}`);
  }

  /** Decided on the seal alone, since the stream before it may be long; nothing but this comes after it. */
  private async noteCarriedOut(
    { revision, position, data }: LogEventOf<'BalancesImported'>,
    context: CommandContext,
  ): Promise<void> {
    const { balanceImportId, connectionId, count } = data;
    const state = { connectionId, listed: count, sealed: true, carriedOut: false };
    const command = { type: 'NoteCarriedOut', balanceImportId, connectionId } as const;
    const sealed = { state, revision, position };
    try {
      await this.aggregates.executeOn(sealed, balanceImportDecider, balanceImportId, command, context);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
