import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext } from '../aggregates';
import { type Position } from '../ports/event-store';
import { BrokenOff } from '../running/working';
import { BatchOutcomes } from './batch-outcomes';

/** An import whose file is in the log: what it will have answered, but for the position. */
export interface RestOfImport {
  readonly id: string;
  readonly balances: number;
  readonly totals: readonly { readonly currency: string; readonly balances: number; readonly amount: number }[];
}

/** Waits until the balances of an import are stated. Nothing is done here: a process carries out what the log says. */
export class AwaitBalanceImport extends Command<RestOfImport & { readonly position: Position }> {
  constructor(
    readonly rest: RestOfImport,
    readonly stop: AbortSignal,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AwaitBalanceImport)
export class AwaitBalanceImportHandler implements ICommandHandler<AwaitBalanceImport> {
  constructor(private readonly outcomes: BatchOutcomes) {}

  async execute({ rest, stop }: AwaitBalanceImport) {
    const position = await this.outcomes.stated(rest.id, stop);
    if (position === null) throw new BrokenOff();
    return { ...rest, position };
  }
}
