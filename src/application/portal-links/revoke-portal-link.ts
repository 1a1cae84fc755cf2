import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { portalLinkDecider } from '../../domain/portal-links/portal-link';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { type Position } from '../ports/event-store';

/** Ends a link, and what is open by it. Doing it again changes nothing. */
export class RevokePortalLink extends Command<{ readonly position: Position } | Refusal> {
  constructor(
    readonly portalLinkId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RevokePortalLink)
export class RevokePortalLinkHandler implements ICommandHandler<RevokePortalLink> {
  constructor(private readonly aggregates: Aggregates) {}

  async execute({ portalLinkId, context }: RevokePortalLink): Promise<{ readonly position: Position } | Refusal> {
    const command = { type: 'RevokePortalLink' } as const;
    const revoked = await this.aggregates.execute(portalLinkDecider, portalLinkId, command, context);
    return isRefusal(revoked) ? revoked : { position: revoked.position };
  }
}
