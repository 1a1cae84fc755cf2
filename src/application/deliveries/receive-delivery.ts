import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deliveryDecider, MAX_DELIVERY_EVENTS } from '../../domain/deliveries/delivery';
import { type DeliveryReceived } from '../../domain/deliveries/events';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { type GoCardlessEvent } from '../../domain/shared/gocardless-event';
import { Aggregates } from '../aggregates';
import { type Clock, CLOCK } from '../ports/clock';
import { type Position } from '../ports/event-store';
import { GOCARDLESS_USERS, type GoCardlessUsers } from '../ports/gocardless-users';

/**
 * Keeps what GoCardless delivered, or answered to a question for events, as one event. The same body again changes nothing. Refused with
 * `too_many_events`, which is recorded as well.
 */
export class ReceiveDelivery extends Command<Position | Refusal> {
  constructor(
    readonly connectionId: string,
    readonly delivery: Omit<DeliveryReceived['data'], 'connectionId'>,
  ) {
    super();
  }
}

@CommandHandler(ReceiveDelivery)
export class ReceiveDeliveryHandler implements ICommandHandler<ReceiveDelivery> {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(GOCARDLESS_USERS) private readonly users: GoCardlessUsers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ connectionId, delivery }: ReceiveDelivery): Promise<Position | Refusal> {
    const { bodySha256, webhookId, events } = delivery;
    const at = this.clock.now();
    const id = { connectionId, bodySha256 };
    const correlationId = webhookId ?? bodySha256;
    const context = { commandId: bodySha256, correlationId, actor: 'gocardless', at } as const;
    if (events.length > MAX_DELIVERY_EVENTS) {
      const refused = { connectionId, bodySha256, webhookId, reason: 'too_many_events', count: events.length } as const;
      await this.aggregates.executeOnNew(deliveryDecider, id, { type: 'RefuseDelivery', delivery: refused }, context);
      return refuse('too_many_events', `A delivery may have ${MAX_DELIVERY_EVENTS} events, this has ${events.length}.`);
    }
    const data = { connectionId, ...delivery, events: await this.withPersons(connectionId, events) };
    const command = { type: 'ReceiveDelivery', delivery: data } as const;
    const received = await this.aggregates.executeOnNew(deliveryDecider, id, command, context);
    return isRefusal(received) ? received : received.position;
  }

  /** Names beside each name at GoCardless whose it is, so that the log can seal it. */
  private async withPersons(connectionId: string, events: readonly GoCardlessEvent[]) {
    const names = events.flatMap(({ source }) => (source?.name == null ? [] : [source.name]));
    if (names.length === 0) return events;
    const ids = await this.users.idsOf(connectionId, names);
    return events.map((event): GoCardlessEvent => {
      const personId = event.source?.name == null ? undefined : ids.get(event.source.name);
      return event.source === undefined || personId === undefined
        ? event
        : { ...event, source: { ...event.source, personId } };
    });
  }
}
