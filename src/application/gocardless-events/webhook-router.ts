import { Injectable } from '@nestjs/common';
import { mandateDecider } from '../../domain/mandates/mandate';
import { paymentDecider } from '../../domain/payments/payment';
import { type GoCardlessEvent } from '../../domain/shared/gocardless-event';
import { groupBy } from '../../domain/shared/grouping';
import { streams } from '../../domain/shared/streams';
import { never } from '../../domain/shared/decider';
import { Aggregates, type BroughtBy, type CommandContext } from '../aggregates';
import { bookRules, Connections } from '../connections/connections';
import { inParallel } from '../../domain/shared/in-parallel';
import { PaymentBinding } from '../payments/payment-binding';
import { type LogEventOf } from '../ports/log-event';
import { Parking } from './parking';
import { destinationOf, type Destination } from './destination';
import { type PageProcess } from '../running/process';

type Received = LogEventOf<'GoCardlessEventReceived'>;

/** Streams that are worked on at the same time. */
const CONCURRENCY = 64;

/**
 * What runs when a webhook has come in: reads the deliveries, groups a page by stream, and issues one command for each stream. It never
 * calls GoCardless: what it can not place is parked, and what means nothing here is ignored.
 */
@Injectable()
export class WebhookRouter implements PageProcess<Received> {
  readonly kind = 'pages';
  readonly name = 'webhook-router';
  readonly handles = ['GoCardlessEventReceived'] as const satisfies string[];
  readonly pageSize = 1_000;

  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly binding: PaymentBinding,
    private readonly parking: Parking,
  ) {}

  async handle(page: readonly Received[]): Promise<void> {
    const groups = groupBy(page, groupKey);
    await inParallel(CONCURRENCY, [...groups.values()], (group) => this.route(group));
  }

  /** All events of one group concern one thing of one connection. */
  private async route(group: readonly Received[]): Promise<void> {
    const [first] = group;
    if (first === undefined) return;
    const { connectionId, event } = first.data;
    const destination = destinationOf(event);
    const events = group.map(({ data }) => data.event);
    const context = contextOf(group);
    switch (destination.kind) {
      case 'payment':
        return this.routeToPayment(connectionId, destination.gocardlessPaymentId, group, context);
      case 'mandate': {
        const command = {
          type: 'ObserveGoCardlessEvents',
          connectionId,
          mandateId: destination.mandateId,
          events,
        } as const;
        const stream = streams.mandate(connectionId, destination.mandateId);
        await this.aggregates.execute(mandateDecider, stream, command, context);
        return;
      }
      case 'payout':
        return this.parking.parkPayoutEvents(connectionId, destination.payoutId, group, context);
      case 'refund':
        return this.parking.parkRefundEvents(connectionId, destination.refundId, group, context);
      case 'nowhere':
        return this.parking.ignore(first.stream, connectionId, events, destination.reason, context);
      default:
        return never(destination);
    }
  }

  /** Our payment is found by its claim, never by a read model, which may trail. */
  private async routeToPayment(
    connectionId: string,
    gocardlessPaymentId: string,
    group: readonly Received[],
    context: CommandContext,
  ): Promise<void> {
    const paymentId =
      (await this.binding.paymentOf(connectionId, gocardlessPaymentId)) ??
      (await this.parking.parkPaymentEvents(connectionId, gocardlessPaymentId, group, context));
    if (paymentId === null) return;
    const rules = bookRules(await this.connections.get(connectionId));
    const events = group.map(({ data }) => data.event);
    const command = { type: 'ObserveGoCardlessEvents', events, rules } as const;
    await this.aggregates.execute(paymentDecider, streams.payment(paymentId), command, context);
  }
}

/** Events that go to one stream; ignored ones are batched by the delivery on whose stream that is noted. */
function groupKey({ stream, data }: Received): string {
  const destination: Destination = destinationOf(data.event);
  const thing =
    destination.kind === 'nowhere' ? [stream, destination.reason] : [data.connectionId, ...Object.values(destination)];
  return JSON.stringify(thing);
}

/** The context of observed facts: caused by GoCardless, each brought by its delivery. */
export function contextOf(
  group: readonly {
    readonly stream: string;
    readonly data: { readonly event: GoCardlessEvent; readonly webhookId: string | null };
    readonly metadata: { readonly correlationId: string; readonly recordedAt: string };
  }[],
): CommandContext {
  const [first] = group;
  if (first === undefined) throw new Error('There is no context without an event.');
  const broughtBy = new Map<string, BroughtBy>(
    group.map(({ stream, data }) => [data.event.id, { deliveryStream: stream, webhookId: data.webhookId }]),
  );
  const { correlationId, recordedAt } = first.metadata;
  return { commandId: first.data.event.id, correlationId, actor: 'gocardless', at: recordedAt, broughtBy };
}
