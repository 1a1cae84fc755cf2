import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { portalLinkDecider, portalLinkNotValid } from '../../domain/portal-links/portal-link';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { PortalLinks } from './portal-links';

/** Somebody comes in by a link. Refused with one code, whatever is wrong with it. */
export class OpenPortalLink extends Command<{ readonly portalLinkId: string } | Refusal> {
  constructor(
    readonly portalLinkId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenPortalLink)
export class OpenPortalLinkHandler implements ICommandHandler<OpenPortalLink> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly portalLinks: PortalLinks,
  ) {}

  async execute({ portalLinkId, context }: OpenPortalLink): Promise<{ readonly portalLinkId: string } | Refusal> {
    if ((await this.portalLinks.findLive(portalLinkId)) === null) return portalLinkNotValid();
    const command = { type: 'OpenPortalLink' } as const;
    const opened = await this.aggregates.execute(portalLinkDecider, portalLinkId, command, context);
    return isRefusal(opened) ? opened : { portalLinkId };
  }
}
