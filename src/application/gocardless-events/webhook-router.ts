import { Injectable } from '@nestjs/common';
import { type DeliveredEvent } from '../../domain/deliveries/delivered-event';
import { connectionDecider } from '../../domain/connections/connection-decider';
import { gocardlessResourceDecider } from '../../domain/gocardless-resources/gocardless-resource';
import { mandateDecider } from '../../domain/mandates/mandate';
import { paymentClaimDecider, type PaymentClaimId } from '../../domain/payment-claims/payment-claim';
import { paymentDecider, type PaymentState } from '../../domain/payments/payment';
import { type BookRules } from '../../domain/payments/post-documents';
import { groupBy } from '../../domain/shared/grouping';
import { inParallel } from '../../domain/shared/in-parallel';
import { isRefusal, never } from '../../domain/shared/decider';
import { Aggregates, type CommandContext, type Loaded } from '../aggregates';
import { bookRules, Connections } from '../connections/connections';
import { broughtByDeliveries, deliveredEvents } from '../deliveries/delivered-events';
import { type LogEventOf } from '../ports/log-event';
import { type PageProcess } from '../running/process';
import { BoundedCache } from './bounded-cache';
import { destinationOf, type Destination } from './destination';
import { Parking } from './parking';

type Received = LogEventOf<'DeliveryReceived'>;

/** Streams that are appended to at the same time: as many as the store takes as one group. */
const CONCURRENCY = 256;
/** GoCardless events that are routed together. */
const MAX_EVENTS = 1_000;
/** Payments whose state is remembered: those that the next deliveries will most likely speak of. */
const MAX_PAYMENTS = 5_000;
/** GoCardless payments of which it is remembered whose they are: a claim never changes. */
const MAX_CLAIMS = 50_000;

/** An event with the delivery that brought it. */
type Delivered = DeliveredEvent & { readonly delivery: Received };

/** The events of one group concern one thing of one connection. */
interface Group {
  readonly destination: Destination;
  readonly connectionId: string;
  readonly events: readonly Delivered[];
  readonly context: CommandContext;
}

/**
 * What runs when a webhook has come in: reads the deliveries, groups their events by stream, and issues one command for each stream. It never
 * calls GoCardless: what it can not place is parked, and what means nothing here is ignored.
 *
 * Claims and payments of a page are read together. A payment's state is remembered while this process is the router, for observed facts only:
 * an append on a state that is behind is a conflict, and then the payment is read again.
 */
@Injectable()
export class WebhookRouter implements PageProcess<Received> {
  readonly kind = 'pages';
  readonly name = 'webhook-router';
  readonly handles = ['DeliveryReceived'] as const satisfies string[];
  readonly pageSize = 200;
  private readonly claims = new BoundedCache<string>(MAX_CLAIMS);
  private readonly payments = new BoundedCache<Loaded<PaymentState>>(MAX_PAYMENTS);

  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly parking: Parking,
  ) {}

  /** Another process may have been the router until now. */
  begin(): void {
    this.claims.clear();
    this.payments.clear();
  }

  async handle(page: readonly Received[]): Promise<void> {
    const delivered = page.flatMap((delivery) => deliveredEvents(delivery).map((one) => ({ ...one, delivery })));
    for (let start = 0; start < delivered.length; start += MAX_EVENTS) {
      await this.route(delivered.slice(start, start + MAX_EVENTS));
    }
  }

  private async route(events: readonly Delivered[]): Promise<void> {
    const groups = [...groupBy(events, groupKey).values()].map(groupOf);
    const rules = await this.rulesOf(groups);
    await this.prefetch(groups);
    await inParallel(CONCURRENCY, groups, (group) => this.routeGroup(group, rules));
  }

  private async rulesOf(groups: readonly Group[]): Promise<ReadonlyMap<string, BookRules>> {
    const connectionIds = [...new Set(groups.map(({ connectionId }) => connectionId))];
    const connections = await Promise.all(connectionIds.map((id) => this.connections.get(id)));
    return new Map(connections.map((connection) => [connection.connectionId, bookRules(connection)]));
  }

  /** Reads the claims that are not known, and then the payments that are not known, each in one question. */
  private async prefetch(groups: readonly Group[]): Promise<void> {
    const wanted = groups.flatMap(claimOf);
    const unknown = wanted.filter((claim) => this.claims.get(keyOf(claim)) === undefined);
    const claims = await this.aggregates.loadMany(paymentClaimDecider, unknown);
    unknown.forEach((claim, index) => {
      const paymentId = claims[index]?.state.paymentId ?? null;
      if (paymentId !== null) this.claims.set(keyOf(claim), paymentId);
    });
    const paymentIds = new Set(wanted.flatMap((claim) => this.claims.get(keyOf(claim)) ?? []));
    const missing = [...paymentIds].filter((paymentId) => !this.payments.has(paymentId));
    const payments = await this.aggregates.loadMany(paymentDecider, missing);
    missing.forEach((paymentId, index) => {
      const payment = payments[index];
      if (payment !== undefined) this.payments.set(paymentId, payment);
    });
  }

  private async routeGroup(group: Group, rules: ReadonlyMap<string, BookRules>): Promise<void> {
    const { destination, connectionId, events, context } = group;
    switch (destination.kind) {
      case 'payment':
        return this.routeToPayment(group, destination.gocardlessPaymentId, requireRules(rules, connectionId));
      case 'mandate': {
        const { mandateId } = destination;
        const observed = events.map(({ event }) => event);
        const command = { type: 'ObserveGoCardlessEvents', connectionId, mandateId, events: observed } as const;
        await this.aggregates.execute(mandateDecider, { connectionId, mandateId }, command, context);
        return;
      }
      case 'payout':
        return this.parking.parkPayoutEvents(connectionId, destination.payoutId, events, context);
      case 'refund':
        return this.parking.parkRefundEvents(connectionId, destination.refundId, events, context);
      case 'plan':
        return this.parking.parkPlanEvents(connectionId, destination.planId, events, context);
      case 'account':
        return this.routeToAccount(group, destination.creditorId);
      case 'resource': {
        const id = { connectionId, resourceId: destination.resourceId };
        const command = {
          type: 'ObserveResourceEvents',
          connectionId,
          events: events.map(({ event }) => event),
        } as const;
        await this.aggregates.execute(gocardlessResourceDecider, id, command, context);
        return;
      }
      case 'nowhere': {
        const [first] = events;
        if (first === undefined) return;
        return this.parking.ignore(first.delivery.data, events, destination.reason, context);
      }
      default:
        return never(destination);
    }
  }

  /** Whom of an account with several creditors it concerns is said; the others' matters are none of ours. */
  private async routeToAccount({ connectionId, events, context }: Group, creditorId: string | null): Promise<void> {
    const [first] = events;
    if (first === undefined) return;
    const connection = await this.connections.get(connectionId);
    if (creditorId !== null && creditorId !== connection.creditorId) {
      return this.parking.ignore(first.delivery.data, events, 'other_creditor', context);
    }
    const command = { type: 'ObserveResourceEvents', connectionId, events: events.map(({ event }) => event) } as const;
    await this.aggregates.execute(connectionDecider, connectionId, command, context);
  }

  /** Our payment is found by its claim, never by a read model, which may trail. */
  private async routeToPayment(group: Group, gocardlessPaymentId: string, rules: BookRules): Promise<void> {
    const { connectionId, events, context } = group;
    const claim = keyOf({ connectionId, gocardlessPaymentId });
    const paymentId =
      this.claims.get(claim) ??
      (await this.parking.parkPaymentEvents(connectionId, gocardlessPaymentId, events, context));
    if (paymentId === null) return;
    this.claims.set(claim, paymentId);
    const observed = events.map(({ event }) => event);
    const command = { type: 'ObserveGoCardlessEvents', events: observed, rules } as const;
    const holds = ({ processedCauseIds }: PaymentState) => observed.every(({ id }) => processedCauseIds.includes(id));
    const remembered = this.payments.get(paymentId);
    const executed =
      remembered === undefined
        ? await this.aggregates.execute(paymentDecider, paymentId, command, context)
        : await this.aggregates.executeFrom(remembered, holds, paymentDecider, paymentId, command, context);
    if (!isRefusal(executed)) this.payments.set(paymentId, executed);
  }
}

function groupOf(events: readonly Delivered[]): Group {
  const [first] = events;
  if (first === undefined) throw new Error('There is no group without an event.');
  const { correlationId, recordedAt } = first.delivery.metadata;
  const context = { commandId: first.event.id, correlationId, actor: 'gocardless', at: recordedAt } as const;
  return {
    destination: destinationOf(first.event),
    connectionId: first.connectionId,
    events,
    context: broughtByDeliveries(context, events),
  };
}

function claimOf({ destination, connectionId }: Group): readonly PaymentClaimId[] {
  if (destination.kind !== 'payment') return [];
  return [{ connectionId, gocardlessPaymentId: destination.gocardlessPaymentId }];
}

const keyOf = paymentClaimDecider.streamOf;

/** Events that go to one stream; ignored ones are grouped by the delivery on whose stream that is noted. */
function groupKey({ deliveryStream, connectionId, event }: DeliveredEvent): string {
  const destination = destinationOf(event);
  const thing =
    destination.kind === 'nowhere' || destination.kind === 'account'
      ? [deliveryStream, ...Object.values(destination)]
      : [connectionId, ...Object.values(destination)];
  return JSON.stringify(thing);
}

function requireRules(rules: ReadonlyMap<string, BookRules>, connectionId: string): BookRules {
  const found = rules.get(connectionId);
  if (found === undefined) throw new Error(`The rules of connection ${connectionId} were not read.`);
  return found;
}
