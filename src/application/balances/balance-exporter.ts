import { createHash, type Hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { balanceExportDecider } from '../../domain/balance-exports/balance-export';
import { type BalanceExportOpened, type BalancesExported, type ExportRow } from '../../domain/balance-exports/events';
import { exportRowsDecider, type ExportRows } from '../../domain/balance-exports/export-rows';
import { exportRowId, ROWS_PER_EVENT } from '../../domain/balance-exports/rows';
import { balanceIn } from '../../domain/customers/balances';
import { customerDecider } from '../../domain/customers/customer';
import { canonicalJson } from '../../domain/shared/canonical-json';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { sum } from '../../domain/shared/money';
import { Aggregates, type CommandContext, inStep, type Loaded } from '../aggregates';
import { BalanceReservations } from './balance-reservations';
import { BALANCE_FILES, type BalanceFiles, type BalanceFileWriter } from '../ports/balance-files';
import { BALANCE_QUESTIONS, type BalanceQuestions, type CollectableBalance } from '../ports/balance-questions';
import { EVENT_STORE, type EventStore, type Position, StoreUnavailable, VersionConflict } from '../ports/event-store';
import { inParallel } from '../../domain/shared/in-parallel';

export type LeftOutReason = 'no_usable_mandate' | 'nothing_collectable' | 'wrong_currency' | 'changed_meanwhile';

export interface LeftOut {
  readonly customerId: string;
  readonly reason: LeftOutReason;
}

/** Which balances are to be exported, and what is asked of GoCardless for them. */
export interface ExportRequest {
  readonly connectionId: string;
  readonly currency: string;
  /** Null = all customers with a balance stated in the currency. */
  readonly customerIds: readonly string[] | null;
  readonly chargeDate: string | null;
  readonly description: string | null;
}

export interface Exported {
  readonly seal: BalancesExported['data'];
  readonly leftOut: readonly LeftOut[];
  readonly position: Position;
}

/** Nobody has a balance that could be exported now; `leftOut` says of each why. */
export interface NothingToExport extends Refusal {
  readonly code: 'nothing_to_export';
  readonly leftOut: readonly LeftOut[];
}

function nothingToExport(leftOut: readonly LeftOut[]): NothingToExport {
  const refusal = refuse('nothing_to_export', 'Nobody has a balance that can be exported now.');
  return { ...refusal, code: 'nothing_to_export', leftOut };
}

/** A balance that goes into a batch, with the mandate that it is collected by. */
export type ExportableBalance = CollectableBalance & { readonly mandate: NonNullable<CollectableBalance['mandate']> };

/** Reservations and rows that are written at the same time. */
const CONCURRENCY = 64;

/**
 * Puts a batch together page by page, so that memory does not grow with its rows: reserves each balance on its customer's stream, lists the
 * rows, writes them into the files, and seals. Until the seal nothing counts, and whatever ends it early releases what it has reserved.
 */
@Injectable()
export class BalanceExporter {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly reservations: BalanceReservations,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(BALANCE_QUESTIONS) private readonly questions: BalanceQuestions,
    @Inject(BALANCE_FILES) private readonly files: BalanceFiles,
  ) {}

  /** The balances that the request speaks of, a page at a time, by customer id. */
  async *pages({ connectionId, currency, customerIds }: ExportRequest): AsyncIterable<readonly CollectableBalance[]> {
    await this.questions.caughtUp(await this.store.head());
    const ask = (after: string | null) =>
      this.questions.collectable({ connectionId, currency, customerIds, after, limit: ROWS_PER_EVENT });
    for (let asked: ReturnType<typeof ask> | null = ask(null); asked !== null;) {
      const page: readonly CollectableBalance[] = await asked;
      const last = page.length < ROWS_PER_EVENT ? undefined : page.at(-1);
      // The next page is looked up while this one is worked on; its failure counts when it is waited for.
      asked = last === undefined ? null : ask(last.customerId);
      asked?.catch(() => undefined);
      if (page.length > 0) yield page;
    }
  }

  /** Refuses with `nothing_to_export` and who was left out. `held` is aborted when another process may have taken over. */
  async export(
    balanceExportId: string,
    request: ExportRequest,
    context: CommandContext,
    held: AbortSignal,
    did: (balances: number) => void = () => undefined,
  ): Promise<Exported | Refusal | NothingToExport> {
    const batch = new Batch(balanceExportId, request, this.files);
    try {
      for await (const page of this.pages(request)) {
        if (held.aborted) throw new StoreUnavailable('The export lost its lock; ask for it again.');
        await this.add(batch, page, context);
        did(page.length);
      }
      if (batch.rowCount === 0) return nothingToExport(batch.leftOut);
      return await this.seal(batch, context);
    } finally {
      if (!batch.sealed) await this.abandon(batch, context);
    }
  }

  private async add(batch: Batch, page: readonly CollectableBalance[], context: CommandContext): Promise<void> {
    const exportable: ExportableBalance[] = [];
    for (const balance of page) {
      const reason = reasonToLeaveOut(balance);
      if (reason !== null) batch.leaveOut(balance.customerId, reason);
      else if (isExportable(balance)) exportable.push(balance);
    }
    if (exportable.length === 0) return;
    if (!batch.opened) await this.open(batch, context);
    const wanted = exportable.map((balance, index) => ({ row: batch.rowOf(balance, index), version: balance.version }));
    const reserved = new Set<ExportRow>();
    await inParallel(CONCURRENCY, wanted, async ({ row, version }) => {
      if (await this.reserve(batch, row, version, context)) reserved.add(row);
    });
    const rows = wanted.map(({ row }) => row);
    for (const row of rows) if (!reserved.has(row)) batch.leaveOut(row.customerId, 'changed_meanwhile');
    await this.list(
      batch,
      rows.filter((row) => reserved.has(row)),
      context,
    );
  }

  private async open(batch: Batch, context: CommandContext): Promise<void> {
    const { balanceExportId, request } = batch;
    const { connectionId, currency, chargeDate } = request;
    const opened: BalanceExportOpened['data'] = { balanceExportId, connectionId, currency, chargeDate };
    const command = { type: 'OpenBalanceExport', batch: opened } as const;
    const outcome = await this.aggregates.execute(balanceExportDecider, balanceExportId, command, context);
    if (isRefusal(outcome) || outcome.events.length === 0) {
      throw new StoreUnavailable('This export was begun before and broken off; ask for a new one.');
    }
    batch.begin();
  }

  /** False when the customer's balance is not what it was when it was looked at. */
  private async reserve(batch: Batch, row: ExportRow, version: number, context: CommandContext): Promise<boolean> {
    const { currency } = batch.request;
    const { rowId, customerId, amount } = row;
    const loaded = await this.aggregates.load(customerDecider, customerId);
    if (loaded.state.status !== 'registered' || balanceIn(loaded.state.balances, currency).version !== version)
      return false;
    const { balanceExportId } = batch;
    const command = { type: 'ReserveBalance', balanceExportId, rowId, currency, amount } as const;
    try {
      const step = inStep(context, rowId);
      return !isRefusal(await this.aggregates.executeOn(loaded, customerDecider, customerId, command, step));
    } catch (error) {
      if (error instanceof VersionConflict) return false;
      throw error;
    }
  }

  private async list(batch: Batch, rows: readonly ExportRow[], context: CommandContext): Promise<void> {
    if (rows.length === 0) return;
    const { balanceExportId, request, chunk } = batch;
    const listed = { balanceExportId, connectionId: request.connectionId, rows };
    const outcome = await this.aggregates.executeOn(
      batch.listed ?? (await this.aggregates.load(exportRowsDecider, balanceExportId)),
      exportRowsDecider,
      balanceExportId,
      { type: 'ListRows', chunk, listed },
      inStep(context, `rows:${chunk}`),
    );
    if (isRefusal(outcome)) throw new Error(outcome.detail);
    await batch.take(rows, outcome);
  }

  private async seal(batch: Batch, context: CommandContext): Promise<Exported | Refusal> {
    const { balanceExportId, leftOut } = batch;
    const seal = await batch.finish();
    const command = { type: 'SealBalanceExport', seal } as const;
    const step = inStep(context, 'seal');
    const sealed = await this.aggregates.execute(balanceExportDecider, balanceExportId, command, step);
    if (isRefusal(sealed)) return sealed;
    batch.sealed = true;
    return { seal, leftOut, position: sealed.position };
  }

  private async abandon(batch: Batch, context: CommandContext): Promise<void> {
    if (!batch.opened) return;
    await batch.discard();
    await this.reservations.abandon(batch.balanceExportId, context);
  }
}

/** A batch while it is being put together. */
class Batch {
  readonly leftOut: LeftOut[] = [];
  rowCount = 0;
  chunk = 0;
  sealed = false;
  /** The stream of rows as it was left by the last chunk: reading it again each time would take ever longer. */
  listed: Loaded<ExportRows> | null = null;
  private totalAmount = 0;
  private lastNumber = 0;
  private readonly rowsHash: Hash = createHash('sha256');
  private writer: BalanceFileWriter | null = null;

  constructor(
    readonly balanceExportId: string,
    readonly request: ExportRequest,
    private readonly files: BalanceFiles,
  ) {}

  get opened(): boolean {
    return this.writer !== null;
  }

  begin(): void {
    const { currency, chargeDate } = this.request;
    this.writer = this.files.begin({ balanceExportId: this.balanceExportId, currency, chargeDate });
  }

  leaveOut(customerId: string, reason: LeftOutReason): void {
    this.leftOut.push({ customerId, reason });
  }

  rowOf(balance: ExportableBalance, index: number): ExportRow {
    const { customerId, mandate, name, company, email, collectable } = balance;
    const number = this.chunk * ROWS_PER_EVENT + index + 1;
    const rowId = exportRowId(this.balanceExportId, number);
    const { description } = this.request;
    return { rowId, number, customerId, ...mandate, name, company, email, amount: collectable, description };
  }

  async take(rows: readonly ExportRow[], listed: Loaded<ExportRows>): Promise<void> {
    for (const row of rows) this.rowsHash.update(`${canonicalJson(row)}\n`);
    await this.writer?.write(rows);
    this.listed = listed;
    this.rowCount += rows.length;
    this.totalAmount += sum(rows.map(({ amount }) => amount));
    this.lastNumber = rows.at(-1)?.number ?? this.lastNumber;
    this.chunk += 1;
  }

  async finish(): Promise<BalancesExported['data']> {
    if (this.writer === null) throw new Error('A batch without rows is not sealed.');
    const files = await this.writer.finish();
    const { rowCount, lastNumber, totalAmount } = this;
    return { rowCount, lastNumber, totalAmount, rowsSha256: this.rowsHash.digest('hex'), ...files };
  }

  async discard(): Promise<void> {
    await this.writer?.abandon();
  }
}

function isExportable(balance: CollectableBalance): balance is ExportableBalance {
  return balance.mandate !== null;
}

/** Null for a balance that can be exported. */
export function reasonToLeaveOut(balance: CollectableBalance): LeftOutReason | null {
  if (balance.collectable <= 0) return 'nothing_collectable';
  if (balance.mandate !== null) return null;
  return balance.mandateOfOtherCurrency ? 'wrong_currency' : 'no_usable_mandate';
}
