import { Inject, Injectable } from '@nestjs/common';
import { balanceExportDecider } from '../../domain/balance-exports/balance-export';
import { customerDecider } from '../../domain/customers/customer';
import { isRefusal } from '../../domain/shared/decider';
import { Aggregates, causedBy, type CommandContext } from '../aggregates';
import { inParallel } from '../../domain/shared/in-parallel';
import { BALANCE_FILES, type BalanceFiles } from '../ports/balance-files';
import { BALANCE_QUESTIONS, type BalanceQuestions, type ReservedRow } from '../ports/balance-questions';
import { EVENT_STORE, type EventStore } from '../ports/event-store';

const CONCURRENCY = 64;
const PAGE_SIZE = 500;

/** What becomes of the reservations of a batch that is never sealed. */
@Injectable()
export class BalanceReservations {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(BALANCE_QUESTIONS) private readonly questions: BalanceQuestions,
    @Inject(BALANCE_FILES) private readonly files: BalanceFiles,
  ) {}

  /** Gives up what was begun on a connection and never finished. Only for who holds the connection's lock: nobody else is at work then. */
  async abandonUnfinished(connectionId: string, context: CommandContext): Promise<void> {
    await this.questions.caughtUp(await this.store.head());
    for (const id of await this.questions.unfinishedExports(connectionId)) await this.abandon(id, context);
  }

  /** Gives a batch up unless it is sealed, and releases what it holds. */
  async abandon(balanceExportId: string, context: CommandContext): Promise<void> {
    const cause = causedBy(context, `${balanceExportId}:abandoned`);
    await this.aggregates.execute(balanceExportDecider, balanceExportId, { type: 'AbandonBalanceExport' }, cause);
    const { state } = await this.aggregates.load(balanceExportDecider, balanceExportId);
    if (state.status === 'abandoned') await this.releaseAll(balanceExportId, context);
  }

  private async releaseAll(balanceExportId: string, context: CommandContext): Promise<void> {
    await this.files.remove(balanceExportId);
    for (;;) {
      await this.questions.caughtUp(await this.store.head());
      const reserved = await this.questions.reservedRows(balanceExportId, PAGE_SIZE);
      if (reserved.length === 0) return;
      await inParallel(CONCURRENCY, reserved, (row) => this.release(row, context));
    }
  }

  /** Gives back what a row holds of its customer's balance; a second time it changes nothing. */
  async release({ customerId, currency, rowId }: ReservedRow, context: CommandContext): Promise<void> {
    const release = { type: 'ReleaseBalance', currency, rowId } as const;
    const cause = causedBy(context, `${rowId}:released`);
    const released = await this.aggregates.execute(customerDecider, customerId, release, cause);
    if (isRefusal(released)) throw new Error(`${rowId} can not be released: ${released.detail}`);
  }
}

/** One export at a time on a connection: who comes second sees what the first has reserved. */
export function exportLock(connectionId: string): string {
  return `balance-exports:${connectionId}`;
}
