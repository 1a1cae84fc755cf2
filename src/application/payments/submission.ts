import { Inject, Injectable } from '@nestjs/common';
import { typesCarriedOutBy, type TypesCarriedOutBy } from '../../domain/catalogue';
import { type InstalmentReleased } from '../../domain/sales-orders/events';
import { paymentDecider } from '../../domain/payments/payment';
import { idempotencyKeyOf } from '../../domain/payments/idempotency-key';
import { never } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { type Clock, CLOCK } from '../ports/clock';
import { type LogEvent, type LogEventOf } from '../ports/log-event';
import { GoCardlessWrites } from './gocardless-writes';
import { type Handled, type PartitionedProcess } from '../running/process';

type SubmissionEvent = LogEventOf<TypesCarriedOutBy<'submission'>>;

/**
 * Does every write at GoCardless, each after the event that asks for it. It may die anywhere: the request stands in the log, and GoCardless
 * knows the payment by our key and by our tag, so that nobody is charged twice and nothing is lost.
 */
@Injectable()
export class Submission implements PartitionedProcess<SubmissionEvent> {
  readonly kind = 'partitions';
  readonly name = 'submission';
  readonly handles = typesCarriedOutBy('submission');
  readonly concurrency = 16;

  constructor(
    private readonly aggregates: Aggregates,
    private readonly writes: GoCardlessWrites,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  partitionOf(event: SubmissionEvent): string {
    return event.type === 'InstalmentReleased' ? event.data.paymentId : (event.metadata.paymentId ?? event.stream);
  }

  async handle(event: SubmissionEvent, isRedelivery: boolean): Promise<Handled> {
    const context = this.contextOf(event);
    switch (event.type) {
      case 'InstalmentReleased':
        await this.request(event, context);
        return 'done';
      case 'PaymentRequested':
        await this.writes.create(event, isRedelivery, context);
        return 'done';
      case 'PaymentCancellationRequested':
        await this.writes.cancel(event, context);
        return 'done';
      case 'PaymentRetryRequested':
        await this.writes.retry(event, isRedelivery, context);
        return 'done';
      case 'RefundRequested':
        await this.writes.refund(event, isRedelivery, context);
        return 'done';
      default:
        return never(event);
    }
  }

  /** A released instalment becomes a payment; the release holds all that it needs, so a crash between the two loses nothing. */
  private async request(event: LogEventOf<'InstalmentReleased'>, context: CommandContext): Promise<void> {
    const { paymentId, mandateId, amount, currency, chargeDate, description, shares } = event.data;
    const { connectionId, customerId, salesOrderId } = event.metadata;
    if (connectionId === undefined || customerId === undefined || salesOrderId === undefined) {
      throw new Error(`${event.stream} released an instalment without naming its order.`);
    }
    await this.aggregates.executeOnNew(
      paymentDecider,
      paymentId,
      {
        type: 'RequestPayment',
        request: {
          paymentId,
          connectionId,
          customerId,
          origin: originOf(salesOrderId, event.data),
          mandateId,
          amount,
          currency,
          chargeDate,
          description,
          shares,
          idempotencyKey: idempotencyKeyOf(paymentId),
          retryIfPossible: false,
        },
      },
      context,
    );
  }

  private contextOf({ id, metadata }: LogEvent): CommandContext {
    const { correlationId, actor } = metadata;
    return { commandId: id, correlationId, actor, at: this.clock.now() };
  }
}

function originOf(salesOrderId: string, { scheduledPaymentId, attempt }: InstalmentReleased['data']) {
  return { kind: 'scheduled_payment', salesOrderId, scheduledPaymentId, attempt } as const;
}
