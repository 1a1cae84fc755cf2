import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { mandateDecider } from '../../domain/mandates/mandate';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { Customers } from '../customers/customers';
import { Mandates } from './mandates';
import { EVENT_STORE, type EventStore, type Position } from '../ports/event-store';
import { READ_MODELS, type ReadModels } from '../ports/queries';

/** Takes a mandate off a customer. History stays, and nothing is cancelled at GoCardless. */
export class UnlinkMandate extends Command<{ readonly mandateId: string; readonly position: Position } | Refusal> {
  constructor(
    readonly customerId: string,
    readonly mandateId: string,
    /** Also while instalments wait that would then have no mandate. */
    readonly force: boolean,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(UnlinkMandate)
export class UnlinkMandateHandler implements ICommandHandler<UnlinkMandate> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly customers: Customers,
    private readonly mandates: Mandates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  async execute({ customerId, mandateId, force, context }: UnlinkMandate) {
    const customer = await this.customers.find(customerId);
    if (customer === null) return refuse('not_found', `There is no customer ${customerId}.`);
    const { connectionId } = customer;
    const { link } = await this.mandates.load(connectionId, mandateId);
    if (
      link !== null &&
      link.customerId === customerId &&
      !force &&
      (await this.instalmentsWait(customerId, mandateId))
    ) {
      return refuse(
        'unsent_instalments',
        'Instalments wait for this mandate; unlink it with force to leave them without one.',
      );
    }
    const unlinked = await this.aggregates.execute(
      mandateDecider,
      { connectionId, mandateId },
      { type: 'UnlinkMandate', customerId, reason: null },
      context,
    );
    if (!isRefusal(unlinked)) return { mandateId, position: unlinked.position };
    return unlinked.code === 'not_linked' ? refuse('not_found', unlinked.detail) : unlinked;
  }

  private async instalmentsWait(customerId: string, mandateId: string): Promise<boolean> {
    await this.readModels.caughtUp(await this.store.head());
    return this.readModels.instalmentsWaitFor(customerId, mandateId);
  }
}
