import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { connectionDecider } from '../../domain/connections/connection-decider';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { type Position } from '../ports/event-store';

/** Closes a connection's books through a day: what is posted later for these days gets the first open day as posting date. */
export class ClosePeriod extends Command<
  { readonly connectionId: string; readonly through: string; readonly position: Position } | Refusal
> {
  constructor(
    readonly connectionId: string,
    /** A day in the connection's time zone. */
    readonly through: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ClosePeriod)
export class ClosePeriodHandler implements ICommandHandler<ClosePeriod> {
  constructor(private readonly aggregates: Aggregates) {}

  async execute({ connectionId, through, context }: ClosePeriod) {
    const command = { type: 'ClosePeriod', through } as const;
    const closed = await this.aggregates.execute(connectionDecider, connectionId, command, context);
    return isRefusal(closed) ? closed : { connectionId, through, position: closed.position };
  }
}
