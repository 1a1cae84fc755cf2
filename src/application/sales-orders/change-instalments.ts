import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type InstalmentChange } from '../../domain/sales-orders/change-instalments';
import { salesOrderDecider } from '../../domain/sales-orders/sales-order-decider';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { type Position } from '../ports/event-store';
import { WishedChanges } from './wished-changes';

/** Changes unsent instalments of one order; the plan must still add up after all changes. */
export class ChangeInstalments extends Command<{ readonly position: Position } | Refusal> {
  constructor(
    readonly changes: readonly InstalmentChange[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeInstalments)
export class ChangeInstalmentsHandler implements ICommandHandler<ChangeInstalments> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly wishedChanges: WishedChanges,
  ) {}

  async execute({ changes, context }: ChangeInstalments): Promise<{ readonly position: Position } | Refusal> {
    const wished = await this.wishedChanges.command(changes, context);
    if (isRefusal(wished)) return wished;
    const { order, command } = wished;
    const changed = await this.aggregates.executeLoaded(
      order,
      salesOrderDecider,
      order.state.salesOrderId,
      command,
      context,
    );
    return isRefusal(changed) ? changed : { position: changed.position };
  }
}
