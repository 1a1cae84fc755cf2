import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { gocardlessPlanDecider } from '../../domain/gocardless-plans/gocardless-plan';
import { paymentClaimDecider } from '../../domain/payment-claims/payment-claim';
import { payoutDecider } from '../../domain/payouts/payout';
import { refundDecider } from '../../domain/refunds/refund';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { categoryOf, gocardlessIdOf } from '../../domain/shared/streams';
import { Aggregates, type CommandContext } from '../aggregates';
import { EVENT_STORE, type EventStore, type Position } from '../ports/event-store';
import { READ_MODELS, type ReadModels } from '../ports/queries';

/** Takes a parked event up again now, by hand. */
export class RedriveEvent extends Command<{ readonly eventId: string; readonly position: Position } | Refusal> {
  constructor(
    readonly eventId: string,
    readonly allowed: 'all' | readonly string[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RedriveEvent)
export class RedriveEventHandler implements ICommandHandler<RedriveEvent> {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  async execute({ eventId, allowed, context }: RedriveEvent) {
    await this.readModels.caughtUp(await this.store.head());
    const parked = await this.readModels.parkedStream(eventId);
    if (parked === null || (allowed !== 'all' && !allowed.includes(parked.connectionId))) {
      return refuse('not_found', `No event ${eventId} was ever parked.`);
    }
    const requested = await this.request(parked, eventId, context);
    if (!isRefusal(requested)) return { eventId, position: requested.position };
    // The payment that it waited for was found meanwhile.
    const isOver = requested.code === 'claimed';
    return isOver ? refuse('not_parked', `The event ${eventId} does not wait for anything.`) : requested;
  }

  private request(
    { connectionId, stream }: { readonly connectionId: string; readonly stream: string },
    eventId: string,
    context: CommandContext,
  ): Promise<{ readonly position: Position } | Refusal> {
    const command = { type: 'RequestRedrive', connectionId, eventId } as const;
    const id = gocardlessIdOf(stream);
    switch (categoryOf(stream)) {
      case 'payout':
        return this.aggregates.execute(payoutDecider, { connectionId, payoutId: id }, command, context);
      case 'refund':
        return this.aggregates.execute(refundDecider, { connectionId, refundId: id }, command, context);
      case 'gocardlessPlan':
        return this.aggregates.execute(gocardlessPlanDecider, { connectionId, planId: id }, command, context);
      default:
        return this.aggregates.execute(
          paymentClaimDecider,
          { connectionId, gocardlessPaymentId: id },
          command,
          context,
        );
    }
  }
}
