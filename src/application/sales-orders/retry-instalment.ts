import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { findInstalment } from '../../domain/sales-orders/sales-order';
import { type Refusal, refuse } from '../../domain/shared/decider';
import { type CommandContext } from '../aggregates';
import { SalesOrders } from './sales-orders';
import { type RequestAnswer } from '../payments/cancel-payment';
import { RetryPayment } from '../payments/retry-payment';

/** Asks GoCardless to try the payment of a scheduled payment's newest attempt again. */
export class RetryInstalment extends Command<RequestAnswer | Refusal> {
  constructor(
    readonly scheduledPaymentId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RetryInstalment)
export class RetryInstalmentHandler implements ICommandHandler<RetryInstalment> {
  constructor(
    private readonly salesOrders: SalesOrders,
    private readonly commands: CommandBus,
  ) {}

  async execute({ scheduledPaymentId, context }: RetryInstalment): Promise<RequestAnswer | Refusal> {
    const order = await this.salesOrders.ofScheduledPayment(scheduledPaymentId);
    const instalment = order === null ? undefined : findInstalment(order.instalments, scheduledPaymentId);
    if (instalment === undefined) return refuse('not_found', 'There is no such scheduled payment.');
    if (instalment.paymentId === null) return refuse('retry_not_allowed', `${scheduledPaymentId} was never sent.`);
    return this.commands.execute(new RetryPayment(instalment.paymentId, context));
  }
}
