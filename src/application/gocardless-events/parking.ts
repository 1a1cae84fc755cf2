import { Injectable } from '@nestjs/common';
import { type DeliveredEvent } from '../../domain/deliveries/delivered-event';
import { deliveryDecider, type DeliveryId, type IgnoredReason } from '../../domain/deliveries/delivery';
import { gocardlessPlanDecider } from '../../domain/gocardless-plans/gocardless-plan';
import { type ParkedReason } from '../../domain/payment-claims/events';
import { isClaimedRefusal, paymentClaimDecider } from '../../domain/payment-claims/payment-claim';
import { payoutDecider } from '../../domain/payouts/payout';
import { refundDecider } from '../../domain/refunds/refund';
import { isRefusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';

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
    group: readonly DeliveredEvent[],
    context: CommandContext,
  ): Promise<string | null> {
    const id = { connectionId, gocardlessPaymentId };
    const command = parkCommand(group, 'unknown_payment');
    const outcome = await this.aggregates.execute(paymentClaimDecider, id, command, context);
    return isRefusal(outcome) && isClaimedRefusal(outcome) ? outcome.paymentId : null;
  }

  async parkPayoutEvents(
    connectionId: string,
    payoutId: string,
    group: readonly DeliveredEvent[],
    context: CommandContext,
  ) {
    const command = parkCommand(group, 'payout_not_read');
    await this.aggregates.execute(payoutDecider, { connectionId, payoutId }, command, context);
  }

  async parkRefundEvents(
    connectionId: string,
    refundId: string,
    group: readonly DeliveredEvent[],
    context: CommandContext,
  ) {
    const command = parkCommand(group, 'unknown_refund');
    await this.aggregates.execute(refundDecider, { connectionId, refundId }, command, context);
  }

  async parkPlanEvents(
    connectionId: string,
    planId: string,
    group: readonly DeliveredEvent[],
    context: CommandContext,
  ) {
    const command = parkCommand(group, 'unknown_plan');
    await this.aggregates.execute(gocardlessPlanDecider, { connectionId, planId }, command, context);
  }

  /** Noted on the delivery's own stream, so that the deliveries list can say why nothing came of it. */
  async ignore(
    { connectionId, bodySha256 }: DeliveryId,
    group: readonly DeliveredEvent[],
    reason: IgnoredReason,
    context: CommandContext,
  ): Promise<void> {
    const ignored = group.map(({ event }) => ({ event, reason }));
    const command = { type: 'IgnoreEvents', connectionId, ignored } as const;
    await this.aggregates.execute(deliveryDecider, { connectionId, bodySha256 }, command, context);
  }
}

function parkCommand(group: readonly DeliveredEvent[], reason: ParkedReason) {
  return { type: 'ParkEvents', parked: group.map((delivered) => ({ ...delivered, reason })) } as const;
}
