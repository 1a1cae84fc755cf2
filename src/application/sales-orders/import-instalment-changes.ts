import { Inject } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type InstalmentChange } from '../../domain/sales-orders/change-instalments';
import { findInstalment, type Instalment } from '../../domain/sales-orders/sales-order';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { groupBy } from '../../domain/shared/grouping';
import { derivedUuid } from '../../domain/shared/identity';
import { inParallel } from '../../domain/shared/in-parallel';
import { isInScope } from '../access-scope';
import { type CommandContext } from '../aggregates';
import { type LineError, type LinesRefusal, wrongLines } from '../customers/line-errors';
import { readWholeFile } from '../customers/whole-file';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import { READ_MODELS, type ReadModels } from '../ports/queries';
import {
  TABLE_FILES,
  type TableFiles,
  type TableLine,
  type TableReading,
  type UploadedTable,
} from '../ports/table-files';
import { ChangeInstalments } from './change-instalments';
import { type ChangeLine, CHANGES_FORM, readChangeLine } from './change-lines';
import { type PreviewedChange, PreviewInstalmentChanges } from './preview-instalment-changes';
import { SalesOrders } from './sales-orders';

export interface ImportedChanges {
  readonly lines: number;
  /** All that moves, also what no line names: the last unsent instalment of an order takes a difference. */
  readonly changed: readonly PreviewedChange[];
  /** Orders that somebody changed between the check and the change: nothing of these was changed. */
  readonly notChanged: readonly RefusedOrder[];
}

export interface RefusedOrder {
  readonly salesOrderId: string;
  readonly code: Refusal['code'];
  readonly detail: string;
}

/**
 * Changes unsent instalments by a file. The whole file is checked before anything is changed; then each order is changed as a whole. Sent
 * again, it changes nothing twice, and does what was broken off.
 */
export class ImportInstalmentChanges extends Command<ImportedChanges | Refusal | LinesRefusal> {
  constructor(
    readonly table: UploadedTable,
    readonly reading: TableReading,
    /** The connections that the caller may use. */
    readonly allowed: 'all' | readonly string[],
    readonly dryRun: boolean,
    readonly context: CommandContext,
  ) {
    super();
  }
}

const CONCURRENCY = 16;

/** What is to be changed of one order, with what would come of it. */
interface OrderChanges {
  readonly salesOrderId: string;
  readonly changes: readonly InstalmentChange[];
  readonly changed: readonly PreviewedChange[];
}

@CommandHandler(ImportInstalmentChanges)
export class ImportInstalmentChangesHandler implements ICommandHandler<ImportInstalmentChanges> {
  constructor(
    private readonly commands: CommandBus,
    private readonly salesOrders: SalesOrders,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(TABLE_FILES) private readonly files: TableFiles,
  ) {}

  async execute(command: ImportInstalmentChanges): Promise<ImportedChanges | Refusal | LinesRefusal> {
    const read = await this.read(command);
    if (isRefusal(read)) return read;
    const checked = await this.check(read, command);
    if (isRefusal(checked)) return checked;
    const notChanged = command.dryRun ? [] : await this.change(checked, command.context);
    const left = new Set(notChanged.map(({ salesOrderId }) => salesOrderId));
    const done = checked.filter(({ salesOrderId }) => !left.has(salesOrderId));
    return { lines: read.length, changed: done.flatMap(({ changed }) => changed), notChanged };
  }

  private read({ table, reading }: ImportInstalmentChanges): Promise<readonly ChangeLine[] | Refusal> {
    const seen = new Map<string, number>();
    const readBatch = (batch: readonly TableLine[]) => Promise.resolve(batch.map((line) => readChangeLine(line, seen)));
    return readWholeFile(this.files.read(table, CHANGES_FORM, reading), readBatch, 'changed');
  }

  private async check(
    lines: readonly ChangeLine[],
    { allowed, context }: ImportInstalmentChanges,
  ): Promise<readonly OrderChanges[] | LinesRefusal> {
    await this.readModels.caughtUp(await this.store.head());
    const errors: LineError[] = [];
    const orderOf = new Map<string, string | null>();
    await inParallel(CONCURRENCY, lines, async ({ change: { scheduledPaymentId: id } }) => {
      orderOf.set(id, await this.readModels.orderOf(id));
    });
    const byOrder = groupBy(lines, ({ change }) => orderOf.get(change.scheduledPaymentId) ?? '');
    const checked: OrderChanges[] = [];
    await inParallel(CONCURRENCY, [...byOrder], async ([salesOrderId, own]) => {
      const outcome = await this.checkOrder(salesOrderId, own, allowed, context);
      if (Array.isArray(outcome)) errors.push(...(outcome as readonly LineError[]));
      else checked.push(outcome as OrderChanges);
    });
    if (errors.length > 0) {
      return wrongLines(
        errors.sort((a, b) => a.line - b.line),
        errors.length,
        'nothing was changed',
      );
    }
    return checked;
  }

  private async checkOrder(
    salesOrderId: string,
    lines: readonly ChangeLine[],
    allowed: 'all' | readonly string[],
    context: CommandContext,
  ): Promise<OrderChanges | readonly LineError[]> {
    const [first] = lines;
    const loaded =
      salesOrderId === '' || first === undefined ? null : await this.salesOrders.load(first.change.scheduledPaymentId);
    if (loaded === null || !isInScope(allowed, loaded.state.connectionId)) {
      const message = 'There is no such scheduled payment.';
      return lines.map(({ line }) => ({ line, field: 'scheduledPaymentId', code: 'not_found', message }));
    }
    const { instalments } = loaded.state;
    const asked = lines.filter(({ change }) => isAsked(change, findInstalment(instalments, change.scheduledPaymentId)));
    const changes = asked.map(({ change }) => change);
    if (changes.length === 0) return { salesOrderId, changes, changed: [] };
    const changed = await this.commands.execute(new PreviewInstalmentChanges(changes, context));
    if (!isRefusal(changed)) return { salesOrderId, changes, changed };
    // It is judged as a whole; where it names an instalment, that one's line is meant.
    const { line = 1 } =
      asked.find(({ change }) => changed.detail.includes(change.scheduledPaymentId)) ?? asked[0] ?? {};
    const { field = 'scheduledPaymentId', code, detail: message } = changed;
    return [{ line, field, code, message }];
  }

  private async change(orders: readonly OrderChanges[], context: CommandContext): Promise<readonly RefusedOrder[]> {
    const refused: RefusedOrder[] = [];
    const moved = orders.filter(({ changed }) => changed.length > 0);
    await inParallel(CONCURRENCY, moved, async ({ salesOrderId, changes }) => {
      const commandId = derivedUuid(context.commandId, salesOrderId);
      const outcome = await this.commands.execute(new ChangeInstalments(changes, { ...context, commandId }));
      if (isRefusal(outcome)) refused.push({ salesOrderId, code: outcome.code, detail: outcome.detail });
    });
    return refused;
  }
}

/** A line of what was sent or cancelled asks for something only where it differs: the list of instalments may come back as it is. */
function isAsked({ dueDate, amount, mandateId }: InstalmentChange, instalment: Instalment | undefined): boolean {
  if (instalment === undefined || (instalment.paymentId === null && !instalment.cancelled)) return true;
  return (
    (dueDate ?? instalment.dueDate) !== instalment.dueDate ||
    (amount ?? instalment.amount) !== instalment.amount ||
    (mandateId !== undefined && instalment.mandateId !== null && mandateId !== instalment.mandateId)
  );
}
