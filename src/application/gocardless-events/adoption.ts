import { Inject, Injectable } from '@nestjs/common';
import { type EventType } from '../../domain/catalogue';
import { never } from '../../domain/shared/decider';
import { categoryOf, gocardlessIdOf } from '../../domain/shared/streams';
import { type CommandContext } from '../aggregates';
import { PaymentBinding } from '../payments/payment-binding';
import { type Clock, CLOCK } from '../ports/clock';
import { type LogEvent, type LogEventOf } from '../ports/log-event';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts } from '../ports/gocardless';
import { Identification } from './identification';
import { MandateLinking } from './mandate-linking';
import { PaymentAdoption } from './payment-adoption';
import { PayoutAdoption } from './payout-adoption';
import { PlanAdoption } from './plan-adoption';
import { RefundAdoption } from './refund-adoption';
import { type Handled, type PartitionedProcess } from '../running/process';

/** Types of the events after which GoCardless must be asked something. */
const HANDLED = [
  'GoCardlessEventParked',
  'RedriveRequested',
  'PaymentResubmissionRequested',
  'MandateLinked',
  'MandateReplaced',
  'MandateStatusChanged',
] as const satisfies readonly EventType[];

type AdoptionEvent = LogEventOf<(typeof HANDLED)[number]>;

type ParkedOrRedriven = Extract<AdoptionEvent, LogEventOf<'GoCardlessEventParked' | 'RedriveRequested'>>;

/**
 * Fetches from GoCardless what an event alone does not say, and takes parked events up again. One partition for each thing, so that a thing that
 * GoCardless can not be asked about keeps nothing else waiting.
 */
@Injectable()
export class Adoption implements PartitionedProcess<AdoptionEvent> {
  readonly kind = 'partitions';
  readonly name = 'adoption';
  readonly handles = HANDLED;
  /** As many as a page of GoCardless's lists answers for: what they all need is read together. */
  readonly concurrency = 500;

  constructor(
    private readonly binding: PaymentBinding,
    private readonly payments: PaymentAdoption,
    private readonly payouts: PayoutAdoption,
    private readonly refunds: RefundAdoption,
    private readonly plans: PlanAdoption,
    private readonly identification: Identification,
    private readonly mandateLinking: MandateLinking,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  partitionOf(event: AdoptionEvent): string {
    return event.stream;
  }

  async handle(event: AdoptionEvent): Promise<Handled> {
    const context = this.contextOf(event);
    switch (event.type) {
      case 'GoCardlessEventParked':
      case 'RedriveRequested':
        await this.takeUp(event, context);
        return 'done';
      case 'PaymentResubmissionRequested':
        await this.readChargeDate(event, context);
        return 'done';
      case 'MandateLinked':
        await this.identification.afterLink(event, context);
        await this.plans.afterLink(event, context);
        return 'done';
      case 'MandateReplaced':
        await this.identification.afterReplacement(event, context);
        return 'done';
      case 'MandateStatusChanged':
        await this.mandateLinking.afterStatus(event, context);
        return 'done';
      default:
        return never(event);
    }
  }

  /** All that waits on one stream is taken up together; what was taken up already changes nothing. */
  private takeUp(
    { stream, data: { connectionId }, metadata }: ParkedOrRedriven,
    context: CommandContext,
  ): Promise<void> {
    const thing = gocardlessIdOf(stream);
    switch (categoryOf(stream)) {
      case 'payout':
        return this.payouts.takeUp(connectionId, thing, context);
      case 'refund':
        return this.refunds.takeUp(connectionId, thing, context);
      case 'gocardlessPlan':
        return this.plans.takeUp(connectionId, thing, context);
      default:
        return this.payments.takeUp(connectionId, { id: thing, at: metadata.effectiveAt }, context);
    }
  }

  /** A resubmission moves the charge date, and only the payment itself says to when. */
  private async readChargeDate({ metadata }: LogEventOf<'PaymentResubmissionRequested'>, context: CommandContext) {
    const { connectionId, paymentId } = metadata;
    if (connectionId === undefined || paymentId === undefined) return;
    const gocardlessPaymentId = await this.binding.gocardlessPaymentOf(paymentId);
    if (gocardlessPaymentId === null) return;
    const { chargeDate } = await (await this.accounts.of(connectionId)).payment(gocardlessPaymentId);
    if (chargeDate !== null) await this.binding.readChargeDate(paymentId, chargeDate, context);
  }

  private contextOf({ id, metadata }: LogEvent): CommandContext {
    return { commandId: id, correlationId: metadata.correlationId, actor: 'gocardless', at: this.clock.now() };
  }
}
