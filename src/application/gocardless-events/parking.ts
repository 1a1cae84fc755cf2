import { Injectable } from '@nestjs/common';
import { isClaimedRefusal, paymentClaimDecider } from '../../domain/payment-claims/payment-claim';
import { type ParkedReason } from '../../domain/payment-claims/events';
import { payoutDecider } from '../../domain/payouts/payout';
import { refundDecider } from '../../domain/refunds/refund';
import { isRefusal } from '../../domain/shared/decider';
import { type GoCardlessEvent } from '../../domain/shared/gocardless-event';
import { streams } from '../../domain/shared/streams';
import { type GoCardlessEventIgnored } from '../../domain/deliveries/events';
import { webhookDeliveryDecider } from '../../domain/deliveries/webhook-delivery';
import { Aggregates, type CommandContext } from '../aggregates';
import { type LogEventOf } from '../ports/log-event';

type Received = LogEventOf<'GoCardlessEventReceived'>;

/**
 * What parks an event: it waits on the stream of the thing that it is about until the adoption process has asked GoCardless. Events of
 * payouts and refunds always wait for that, since they carry no amount.
 */
@Injectable()
export class Parking {
  constructor(private readonly aggregates: Aggregates) {}

  /** Parks events of a payment that nobody has claimed; or says who claimed it meanwhile, so that nothing is parked beside its claim. */
  async parkPaymentEvents(
    connectionId: string,
    gocardlessPaymentId: string,
    group: readonly Received[],
    context: CommandContext,
  ): Promise<string | null> {
    const stream = streams.paymentClaim(connectionId, gocardlessPaymentId);
    const command = parkCommand(connectionId, group, 'unknown_payment');
    const outcome = await this.aggregates.execute(paymentClaimDecider, stream, command, context);
    return isRefusal(outcome) && isClaimedRefusal(outcome) ? outcome.paymentId : null;
  }

  async parkPayoutEvents(connectionId: string, payoutId: string, group: readonly Received[], context: CommandContext) {
    const command = parkCommand(connectionId, group, 'payout_not_read');
    await this.aggregates.execute(payoutDecider, streams.payout(connectionId, payoutId), command, context);
  }

  async parkRefundEvents(connectionId: string, refundId: string, group: readonly Received[], context: CommandContext) {
    const command = parkCommand(connectionId, group, 'unknown_refund');
    await this.aggregates.execute(refundDecider, streams.refund(connectionId, refundId), command, context);
  }

  /** Noted on the delivery's own stream, so that the deliveries list can say why nothing came of it. */
  async ignore(
    deliveryStream: string,
    connectionId: string,
    events: readonly GoCardlessEvent[],
    reason: GoCardlessEventIgnored['data']['reason'],
    context: CommandContext,
  ): Promise<void> {
    const ignored = events.map((event) => ({ event, reason }));
    const command = { type: 'IgnoreEvents', connectionId, ignored } as const;
    await this.aggregates.execute(webhookDeliveryDecider, deliveryStream, command, context);
  }
}

function parkCommand(connectionId: string, group: readonly Received[], reason: ParkedReason) {
  const parked = group.map(({ stream, data: { event, webhookId } }) => ({
    connectionId,
    webhookId,
    deliveryStream: stream,
    event,
    reason,
  }));
  return { type: 'ParkEvents', parked } as const;
}
