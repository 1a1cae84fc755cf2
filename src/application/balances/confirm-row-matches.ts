import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ExportRow } from '../../domain/balance-exports/events';
import { rowPaymentId } from '../../domain/balance-exports/rows';
import { type PaymentFacts } from '../../domain/payments/facts';
import { isAwaited } from '../../domain/payments/awaited-payment';
import { paymentDecider } from '../../domain/payments/payment';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { BalanceExports } from './balance-exports';
import { PaymentBinding } from '../payments/payment-binding';
import { type AccessScope } from '../access-scope';
import { BALANCE_QUESTIONS, type BalanceQuestions, type RowMatch } from '../ports/balance-questions';
import { comparePositions, EVENT_STORE, type EventStore, type Position } from '../ports/event-store';

export interface ConfirmedMatches {
  /** How many rows are not waited for any more because of this. */
  readonly confirmed: number;
  readonly position: Position;
}

/** Takes payments that were made elsewhere for what rows were to be. Nothing moves; the rows' own payments are not waited for any more. */
export class ConfirmRowMatches extends Command<ConfirmedMatches | Refusal> {
  constructor(
    readonly balanceExportId: string,
    /** Null = all that are suggested. */
    readonly matches: readonly RowMatch[] | null,
    readonly scope: AccessScope,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ConfirmRowMatches)
export class ConfirmRowMatchesHandler implements ICommandHandler<ConfirmRowMatches> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly exports: BalanceExports,
    private readonly binding: PaymentBinding,
    @Inject(BALANCE_QUESTIONS) private readonly questions: BalanceQuestions,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ balanceExportId, matches, scope, context }: ConfirmRowMatches): Promise<ConfirmedMatches | Refusal> {
    const batch = await this.exports.within(scope, balanceExportId);
    if (batch === null) return refuse('not_found', 'There is no such balance export.');
    await this.questions.caughtUp(await this.store.head());
    const suggested = await this.questions.rowMatches(balanceExportId);
    const toMatch: RowMatch[] = [];
    for (const match of matches ?? suggested) {
      const state = await this.stateOf(match, suggested);
      // Of all that were suggested, one that has just ceased to hold is left for the next look.
      if (state === 'wrong' && matches !== null) return notSuggested(match);
      if (state === 'holds') toMatch.push(match);
    }
    let { position } = batch;
    let confirmed = 0;
    for (const match of toMatch) {
      const matched = await this.match(match, context);
      if (isRefusal(matched)) continue; // GoCardless has shown the row's own payment in this moment
      confirmed += matched.events.length;
      if (comparePositions(matched.position, position) > 0) position = matched.position;
    }
    return { confirmed, position };
  }

  private async stateOf(
    { rowId, paymentId }: RowMatch,
    suggested: readonly RowMatch[],
  ): Promise<'holds' | 'matched' | 'wrong'> {
    const [row, waiting, adopted] = await Promise.all([
      this.exports.row(rowId),
      this.factsOf(rowPaymentId(rowId)),
      this.factsOf(paymentId),
    ]);
    if (row === null || waiting === null || adopted === null) return 'wrong';
    if (waiting.matchedTo === paymentId) return 'matched';
    const isSuggested = suggested.some((one) => one.rowId === rowId && one.paymentId === paymentId);
    return isSuggested && isAwaited(waiting) && (await this.fits(row, waiting, adopted)) ? 'holds' : 'wrong';
  }

  private async fits(row: ExportRow, waiting: PaymentFacts, adopted: PaymentFacts): Promise<boolean> {
    const { connectionId, amount, currency } = waiting;
    const same =
      adopted.beginning === 'adopted' &&
      adopted.connectionId === connectionId &&
      adopted.amount === amount &&
      adopted.currency === currency;
    return same && (await this.binding.isOfChain(connectionId, row.mandateId, adopted.mandateId));
  }

  private async factsOf(paymentId: string): Promise<PaymentFacts | null> {
    return (await this.aggregates.load(paymentDecider, paymentId)).state.facts;
  }

  private match({ rowId, paymentId }: RowMatch, context: CommandContext) {
    const command = { type: 'MatchAwaited', matchedTo: paymentId } as const;
    return this.aggregates.execute(paymentDecider, rowPaymentId(rowId), command, context);
  }
}

function notSuggested({ rowId, paymentId }: RowMatch): Refusal {
  return refuse('match_does_not_hold', `The payment ${paymentId} is not what the row ${rowId} waits for.`, 'matches');
}
