import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { isRefusal } from '../../domain/shared/decider';
import { type GoCardlessEvent } from '../../domain/shared/gocardless-event';
import { streams } from '../../domain/shared/streams';
import { webhookDeliveryDecider } from '../../domain/deliveries/webhook-delivery';
import { Aggregates } from '../aggregates';
import { type Clock, CLOCK } from '../ports/clock';
import { type Position } from '../ports/event-store';

/** Keeps what GoCardless delivered, or answered to a question for events, in one append. The same body again changes nothing. */
export class ReceiveDelivery extends Command<Position> {
  constructor(
    readonly connectionId: string,
    readonly delivery: {
      readonly source: 'webhook' | 'fetched';
      readonly webhookId: string | null;
      readonly bodySha256: string;
      readonly events: readonly GoCardlessEvent[];
    },
  ) {
    super();
  }
}

@CommandHandler(ReceiveDelivery)
export class ReceiveDeliveryHandler implements ICommandHandler<ReceiveDelivery> {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ connectionId, delivery }: ReceiveDelivery): Promise<Position> {
    const { events, ...header } = delivery;
    const at = this.clock.now();
    const stream = streams.delivery(connectionId, delivery.bodySha256);
    const command = { type: 'ReceiveDelivery', delivery: { connectionId, ...header }, events, at } as const;
    const context = {
      commandId: delivery.bodySha256,
      correlationId: delivery.webhookId ?? delivery.bodySha256,
      actor: 'gocardless',
      at,
    } as const;
    const received = await this.aggregates.executeOnNew(webhookDeliveryDecider, stream, command, context);
    if (isRefusal(received)) throw new Error('What GoCardless says is never refused.');
    return received.position;
  }
}
