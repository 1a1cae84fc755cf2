import { Inject, Injectable } from '@nestjs/common';
import {
  type BalanceExport,
  balanceExportDecider,
  type SealedBalanceExport,
} from '../../domain/balance-exports/balance-export';
import { type ExportRow } from '../../domain/balance-exports/events';
import { type BalanceExportEvent } from '../../domain/event-groups';
import { isIn } from '../../domain/balance-exports/ranges';
import { awaitedPayment, requestedPayment } from '../../domain/balance-exports/row-payment';
import { rowPaymentId } from '../../domain/balance-exports/rows';
import { type TypesCarriedOutBy } from '../../domain/catalogue';
import { type PaymentCommand, paymentDecider } from '../../domain/payments/payment';
import { isRefusal, never } from '../../domain/shared/decider';
import { Aggregates, type CommandContext, happened } from '../aggregates';
import { BalanceExports } from './balance-exports';
import { BalanceReservations } from './balance-reservations';
import { inParallel } from '../../domain/shared/in-parallel';
import { EVENT_STORE, type EventStore, type RecordedEvent } from '../ports/event-store';
import { type LogEventOf } from '../ports/log-event';
import { type Handled } from '../running/process';

type ExportEvent = LogEventOf<Exclude<TypesCarriedOutBy<'balance-batches'>, 'BalancesImported'>>;
type RowsEvent = Exclude<ExportEvent, { readonly type: 'BalanceExportAbandoned' }>;

/** Rows that are worked on at the same time. */
const CONCURRENCY = 64;

/** Makes the rows of a batch payments, or gives them up. A chunk is in memory at a time. */
@Injectable()
export class CarryOutExport {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly exports: BalanceExports,
    private readonly reservations: BalanceReservations,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async carryOut(event: ExportEvent, context: CommandContext, stop: AbortSignal): Promise<Handled> {
    const life = await this.store.read(event.stream);
    const now = batchAfter(life);
    if (now.status === 'none' || now.carriedOut.has(event.id)) return 'done';
    if (event.type === 'BalanceExportAbandoned') {
      await this.reservations.abandon(now.opened.balanceExportId, context);
    } else {
      // As the batch was at this event: what was decided later is carried out later.
      const batch = batchAfter(life.slice(0, event.revision + 1));
      if (batch.status !== 'exported') throw new Error(`${event.stream} was not sealed before ${event.type}.`);
      if ((await this.carryOutRows(event, batch, context, stop)) === 'stopped') return 'stopped';
    }
    const done = { type: 'NoteCarriedOut', of: event.id } as const;
    await this.aggregates.execute(balanceExportDecider, now.opened.balanceExportId, done, context);
    return 'done';
  }

  private async carryOutRows(
    event: RowsEvent,
    batch: SealedBalanceExport,
    context: CommandContext,
    stop: AbortSignal,
  ): Promise<'done' | 'stopped'> {
    for await (const chunk of this.exports.rows(batch.opened.balanceExportId, batch.seal)) {
      if (stop.aborted) return 'stopped';
      const rows = chunk.filter(({ number }) => concerns(event, batch, number));
      await inParallel(CONCURRENCY, rows, (row) => this.carryOutRow(event, batch, row, context));
    }
    return 'done';
  }

  private carryOutRow(
    event: RowsEvent,
    { opened }: SealedBalanceExport,
    row: ExportRow,
    context: CommandContext,
  ): Promise<void> {
    switch (event.type) {
      case 'BalancesAddedAsPayments':
        return this.make(row, { type: 'AwaitPayment', awaited: awaitedPayment(opened, row) }, context);
      case 'BalanceCollectionRequested':
        return this.make(row, { type: 'RequestPayment', request: requestedPayment(opened, row) }, context);
      case 'BalanceExportRowsReleased':
        return this.release(opened.currency, row, { type: 'ReleaseAwaited' }, context);
      default:
        return never(event);
    }
  }

  /** Hardly ever is there a payment of the row before. */
  private async make({ rowId }: ExportRow, command: PaymentCommand, context: CommandContext): Promise<void> {
    const made = await this.aggregates.executeOnNew(paymentDecider, rowPaymentId(rowId), command, context);
    if (isRefusal(made)) throw new Error(`${rowId}: ${made.detail}`);
  }

  private async release(
    currency: string,
    row: ExportRow,
    command: PaymentCommand,
    context: CommandContext,
  ): Promise<void> {
    const released = await this.aggregates.execute(paymentDecider, rowPaymentId(row.rowId), command, context);
    // A row that nobody has added has no payment to give up.
    if (isRefusal(released) && released.code !== 'not_found') throw new Error(`${row.rowId}: ${released.detail}`);
    await this.reservations.release({ ...row, currency }, context);
  }
}

function batchAfter(life: readonly RecordedEvent[]): BalanceExport {
  return life.reduce(
    (state, event) => balanceExportDecider.evolve(state, happened<BalanceExportEvent>(event)),
    balanceExportDecider.initial,
  );
}

function concerns(event: RowsEvent, { released }: SealedBalanceExport, number: number): boolean {
  return event.type === 'BalanceExportRowsReleased' ? isIn(event.data.numbers, number) : !isIn(released, number);
}
