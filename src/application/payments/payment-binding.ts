import { Injectable } from '@nestjs/common';
import { isClaimedRefusal, paymentClaimDecider } from '../../domain/payment-claims/payment-claim';
import { type MandateObstacle } from '../../domain/mandates/obstacle';
import { type PaymentFacts } from '../../domain/payments/facts';
import { type GoCardlessPaymentReading, paymentDecider, type PaymentState } from '../../domain/payments/payment';
import { isRefusal } from '../../domain/shared/decider';
import { Aggregates, causedBy, type CommandContext, inStep, type Loaded } from '../aggregates';
import { Mandates } from '../mandates/mandates';
import { type GoCardlessPayment } from '../ports/gocardless';

/**
 * Ties a GoCardless payment to one of ours, in two appends: first `PaymentSubmitted` on our payment, then the claim. The first claim
 * counts, and who loses reads it and follows. So a lost answer and the webhook that overtook it end in one payment.
 */
@Injectable()
export class PaymentBinding {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly mandates: Mandates,
  ) {}

  /** Which of our payments a GoCardless payment is, or null. */
  async paymentOf(connectionId: string, gocardlessPaymentId: string): Promise<string | null> {
    return (await this.aggregates.load(paymentClaimDecider, { connectionId, gocardlessPaymentId })).state.paymentId;
  }

  /** Which GoCardless payment one of ours is, or null. */
  async gocardlessPaymentOf(paymentId: string): Promise<string | null> {
    const { state } = await this.aggregates.load(paymentDecider, paymentId);
    return state.facts?.gocardlessPaymentId ?? null;
  }

  /** Whether GoCardless's payment is what we asked for: amount, currency, and a mandate of the same chain. */
  async isTheRequested(facts: PaymentFacts, payment: GoCardlessPayment): Promise<boolean> {
    if (payment.amount !== facts.amount || payment.currency !== facts.currency) return false;
    return this.isOfChain(facts.connectionId, facts.mandateId, payment.mandateId);
  }

  /** Whether two mandates are one: the same, or one took the other's place, directly or through others. */
  async isOfChain(connectionId: string, oneMandateId: string, otherMandateId: string): Promise<boolean> {
    if (oneMandateId === otherMandateId) return true;
    const one = await this.mandates.effective(connectionId, oneMandateId);
    if (one.chain.includes(otherMandateId)) return true;
    return (await this.mandates.effective(connectionId, otherMandateId)).chain.includes(one.mandateId);
  }

  /** `bound_to_another`: our payment is another one at GoCardless already, and the first stays. `loaded`: where the caller has it. */
  async bind(
    paymentId: string,
    connectionId: string,
    reading: GoCardlessPaymentReading,
    context: CommandContext,
    loaded?: Loaded<PaymentState>,
  ): Promise<'bound' | 'bound_to_another'> {
    // The cause is the payment itself, so that the answer and the webhook make the same events.
    const bound = await this.aggregates.executeLoaded(
      loaded ?? (await this.aggregates.load(paymentDecider, paymentId)),
      paymentDecider,
      paymentId,
      { type: 'BindPayment', reading },
      causedBy(context, reading.gocardlessPaymentId),
    );
    if (isRefusal(bound)) return 'bound_to_another';
    if (bound.state.facts?.gocardlessPaymentId !== reading.gocardlessPaymentId) return 'bound_to_another';
    await this.claim(connectionId, reading.gocardlessPaymentId, paymentId, context);
    return 'bound';
  }

  /** The payment that has the claim now: ours, or whoever was first. */
  async claim(
    connectionId: string,
    gocardlessPaymentId: string,
    paymentId: string,
    context: CommandContext,
  ): Promise<string> {
    const claim = { connectionId, gocardlessPaymentId, paymentId };
    const claimed = await this.aggregates.execute(
      paymentClaimDecider,
      { connectionId, gocardlessPaymentId },
      { type: 'ClaimPayment', claim },
      // The cause is who claims: two payments that claim at the same moment must not make one event, or both would be told that it is theirs.
      causedBy(context, paymentId),
    );
    return isRefusal(claimed) && isClaimedRefusal(claimed) ? claimed.paymentId : paymentId;
  }

  async readChargeDate(paymentId: string, chargeDate: string, context: CommandContext): Promise<void> {
    const command = { type: 'ReadChargeDate', chargeDate } as const;
    await this.aggregates.execute(paymentDecider, paymentId, command, inStep(context, 'charge-date'));
  }
}

/** The few fields of a payment that become facts. */
export function readingOf(payment: GoCardlessPayment, obstacle: MandateObstacle | null): GoCardlessPaymentReading {
  const { id, mandateId, creditorId, amount, currency, createdAt, chargeDate, status } = payment;
  return { gocardlessPaymentId: id, mandateId, creditorId, obstacle, amount, currency, createdAt, chargeDate, status };
}
