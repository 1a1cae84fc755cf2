import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { portalLinkDecider } from '../../domain/portal-links/portal-link';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { Customers } from '../customers/customers';
import { type Position } from '../ports/event-store';

export interface MadeLink {
  readonly id: string;
  readonly expiresAt: string;
  readonly position: Position;
}

/** Lets a customer look at their own payments and receipts by a link, for seven days. */
export class MakePortalLink extends Command<MadeLink | Refusal> {
  constructor(
    readonly portalLinkId: string,
    readonly customerId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(MakePortalLink)
export class MakePortalLinkHandler implements ICommandHandler<MakePortalLink> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly customers: Customers,
  ) {}

  async execute({ portalLinkId, customerId, context }: MakePortalLink): Promise<MadeLink | Refusal> {
    const customer = await this.customers.find(customerId);
    if (customer === null) return refuse('customer_forgotten', 'Who was forgotten gets no link.');
    const { connectionId } = customer;
    const command = { type: 'MakePortalLink', portalLinkId, customerId, connectionId } as const;
    const made = await this.aggregates.execute(portalLinkDecider, portalLinkId, command, context);
    if (isRefusal(made)) return made;
    if (made.state.status === 'none') throw new Error('A link that was made is not there.');
    return { id: portalLinkId, expiresAt: made.state.expiresAt, position: made.position };
  }
}
