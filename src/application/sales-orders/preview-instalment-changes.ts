import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { changeInstalments, type InstalmentChange } from '../../domain/sales-orders/change-instalments';
import { findInstalment } from '../../domain/sales-orders/sales-order';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { type CommandContext, issued } from '../aggregates';
import { WishedChanges } from './wished-changes';

/** An instalment of which the amount, the date or the mandate would move. */
export interface PreviewedChange {
  readonly id: string;
  readonly dueDate: string;
  readonly amountFrom: number;
  readonly amountTo: number;
  readonly currency: string;
}

/** What changes of unsent instalments would lead to, without making them: also where a difference would go. */
export class PreviewInstalmentChanges extends Command<readonly PreviewedChange[] | Refusal> {
  constructor(
    readonly changes: readonly InstalmentChange[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(PreviewInstalmentChanges)
export class PreviewInstalmentChangesHandler implements ICommandHandler<PreviewInstalmentChanges> {
  constructor(private readonly wishedChanges: WishedChanges) {}

  async execute({ changes, context }: PreviewInstalmentChanges): Promise<readonly PreviewedChange[] | Refusal> {
    const wished = await this.wishedChanges.command(changes, context);
    if (isRefusal(wished)) return wished;
    const { order, command } = wished;
    const decided = changeInstalments(issued(command, context), order.state);
    if (isRefusal(decided)) return decided;
    const { currency } = order.state;
    return decided
      .flatMap(({ data }) => data.instalments)
      .flatMap(({ scheduledPaymentId: id, dueDate, amount, mandateId }) => {
        const before = findInstalment(order.state.instalments, id);
        // Where only the shares of its lines move, nothing is seen of it on the plan.
        const isSeen = before?.amount !== amount || before.dueDate !== dueDate || before.mandateId !== mandateId;
        return isSeen ? [{ id, dueDate, amountFrom: before?.amount ?? amount, amountTo: amount, currency }] : [];
      });
  }
}
