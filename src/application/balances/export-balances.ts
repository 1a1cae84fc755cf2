import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { balanceExportDecider } from '../../domain/balance-exports/balance-export';
import { dateInZone, isDate } from '../../domain/shared/calendar';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { derivedId } from '../../domain/shared/identity';
import { isCurrency } from '../../domain/shared/money';
import { Aggregates, type CommandContext, inStep } from '../aggregates';
import { BalanceExporter, type Exported, type ExportRequest, type LeftOut, reasonToLeaveOut } from './balance-exporter';
import { BalanceReservations, exportLock } from './balance-reservations';
import { BrokenOff, type Working } from '../running/working';
import { ChosenConnection } from '../connections/chosen-connection';
import { Connections } from '../connections/connections';
import { BALANCE_QUESTIONS, type BalanceQuestions } from '../ports/balance-questions';
import { type Position } from '../ports/event-store';
import { WORKER_LOCKS, type WorkerLocks } from '../ports/worker-locks';

export interface ExportFields extends Omit<ExportRequest, 'connectionId'> {
  /** Null = the only connection there is. */
  readonly connectionId: string | null;
}

export interface ExportAnswer {
  /** Null for a dry run. */
  readonly id: string | null;
  readonly currency: string;
  /** How many there are. */
  readonly rows: number;
  readonly totalAmount: number;
  readonly leftOut: readonly LeftOut[];
  readonly csvSha256: string | null;
  readonly xlsxSha256: string | null;
  /** The first rows, of a dry run only. */
  readonly preview: readonly PreviewedRow[];
  /** Null for a dry run. */
  readonly position: Position | null;
}

export interface PreviewedRow {
  readonly customerId: string;
  readonly mandateId: string;
  readonly amount: number;
}

/** All of it: until a batch is sealed nothing of it counts. */
export interface RestOfExport {
  readonly fields: ExportFields;
  readonly allowed: 'all' | readonly string[];
}

/** Seals a batch of balances for GoCardless's import; with `dryRun` it only says what would be in it. */
export class ExportBalances extends Command<ExportAnswer | Refusal> {
  constructor(
    readonly fields: ExportFields,
    readonly dryRun: boolean,
    /** The connections that the caller may use. */
    readonly allowed: 'all' | readonly string[],
    readonly context: CommandContext,
    readonly working: Working<RestOfExport>,
  ) {
    super();
  }
}

/** GoCardless's import takes 100 characters in a cell. */
const LONGEST_DESCRIPTION = 100;
const PREVIEWED = 500;

@CommandHandler(ExportBalances)
export class ExportBalancesHandler implements ICommandHandler<ExportBalances> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly exporter: BalanceExporter,
    private readonly reservations: BalanceReservations,
    private readonly connections: Connections,
    private readonly chosenConnection: ChosenConnection,
    @Inject(BALANCE_QUESTIONS) private readonly questions: BalanceQuestions,
    @Inject(WORKER_LOCKS) private readonly locks: WorkerLocks,
  ) {}

  async execute({ fields, dryRun, allowed, context, working }: ExportBalances): Promise<ExportAnswer | Refusal> {
    const connection = await this.chosenConnection.of(fields.connectionId, allowed);
    if (isRefusal(connection)) return connection;
    const { connectionId } = connection;
    const { timeZone } = await this.connections.get(connectionId);
    const customerIds = fields.customerIds === null ? null : [...new Set(fields.customerIds)];
    const request: ExportRequest = { ...fields, customerIds, connectionId };
    const wrong = checkRequest(request, dateInZone(context.at, timeZone)) ?? (await this.checkCustomers(request));
    if (wrong !== null) return wrong;
    if (dryRun) return this.preview(request);
    await working.begun({ fields, allowed }, null);
    return this.exportUnderLock(request, context, working);
  }

  private async checkCustomers({ connectionId, customerIds }: ExportRequest): Promise<Refusal | null> {
    if (customerIds === null) return null;
    const known = await this.questions.customersByIds(connectionId, customerIds);
    const unknown = customerIds.find((id) => !known.has(id));
    return unknown === undefined ? null : refuse('unknown_customer', `There is no customer ${unknown}.`, 'customerIds');
  }

  private async preview(request: ExportRequest): Promise<ExportAnswer> {
    const leftOut: LeftOut[] = [];
    const preview: PreviewedRow[] = [];
    let rows = 0;
    let totalAmount = 0;
    for await (const page of this.exporter.pages(request)) {
      for (const balance of page) {
        const { customerId, mandate, collectable } = balance;
        const reason = reasonToLeaveOut(balance);
        if (reason !== null || mandate === null) {
          leftOut.push({ customerId, reason: reason ?? 'no_usable_mandate' });
          continue;
        }
        rows += 1;
        totalAmount += collectable;
        if (rows <= PREVIEWED) preview.push({ customerId, mandateId: mandate.mandateId, amount: collectable });
      }
    }
    const unsealed = { id: null, csvSha256: null, xlsxSha256: null, position: null };
    return { ...unsealed, currency: request.currency, rows, totalAmount, leftOut, preview };
  }

  private async exportUnderLock(
    request: ExportRequest,
    context: CommandContext,
    working: Working<RestOfExport>,
  ): Promise<ExportAnswer | Refusal> {
    const { connectionId, currency } = request;
    const answers: (ExportAnswer | Refusal)[] = [];
    await this.locks.whileHeld(exportLock(connectionId), working.stop, async (held) => {
      await this.reservations.abandonUnfinished(connectionId, context);
      const { id, attempt, sealed } = await this.attempt(context);
      const exported = sealed ?? (await this.exporter.export(id, request, attempt, held, working.did));
      answers.push(isRefusal(exported) ? exported : answerOf(id, currency, exported));
    });
    if (working.stop.aborted) throw new BrokenOff();
    return answers[0] ?? gaveUp();
  }

  /** The batch of this command: the one that it has sealed before, or a new one after each that a crash has ended. */
  private async attempt(context: CommandContext): Promise<Attempt> {
    for (let number = 1; ; number += 1) {
      const attempt = number === 1 ? context : inStep(context, `attempt ${number}`);
      const id = derivedId('bex', attempt.commandId);
      const { state, position } = await this.aggregates.load(balanceExportDecider, id);
      if (state.status === 'none') return { id, attempt, sealed: null };
      if (state.status === 'exported') return { id, attempt, sealed: { seal: state.seal, leftOut: [], position } };
    }
  }
}

interface Attempt {
  readonly id: string;
  readonly attempt: CommandContext;
  readonly sealed: Exported | null;
}

function gaveUp(): Refusal {
  return refuse('changed_meanwhile', 'The export could not be begun; ask for it again.');
}

function answerOf(id: string, currency: string, { seal, leftOut, position }: Exported): ExportAnswer {
  const { rowCount, totalAmount, csvSha256, xlsxSha256 } = seal;
  return { id, currency, rows: rowCount, totalAmount, leftOut, csvSha256, xlsxSha256, preview: [], position };
}

function checkRequest({ currency, chargeDate, description }: ExportRequest, today: string): Refusal | null {
  if (!isCurrency(currency)) {
    return refuse('unknown_currency', 'GoCardless does not collect in this currency.', 'currency');
  }
  if (chargeDate !== null && (!isDate(chargeDate) || chargeDate < today)) {
    return refuse('charge_date_in_past', 'The charge date must be a day to come, written as 2026-03-31.', 'chargeDate');
  }
  if (description !== null && Array.from(description).length > LONGEST_DESCRIPTION) {
    return refuse('validation_failed', `At most ${LONGEST_DESCRIPTION} characters.`, 'description');
  }
  return null;
}
