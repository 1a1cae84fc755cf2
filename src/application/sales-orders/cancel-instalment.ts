import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { latestAttempt, findInstalment } from '../../domain/sales-orders/sales-order';
import { salesOrderDecider } from '../../domain/sales-orders/sales-order-decider';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { type Position } from '../ports/event-store';
import { SalesOrders } from './sales-orders';
import { CancelPayment } from '../payments/cancel-payment';

/** Cancels a scheduled payment: here while nothing was sent, at GoCardless while it still allows that. */
export class CancelInstalment extends Command<{ readonly position: Position } | Refusal> {
  constructor(
    readonly scheduledPaymentId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CancelInstalment)
export class CancelInstalmentHandler implements ICommandHandler<CancelInstalment> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly salesOrders: SalesOrders,
    private readonly commands: CommandBus,
  ) {}

  async execute({ scheduledPaymentId, context }: CancelInstalment): Promise<{ position: Position } | Refusal> {
    const order = await this.salesOrders.ofScheduledPayment(scheduledPaymentId);
    const instalment = order === null ? undefined : findInstalment(order.instalments, scheduledPaymentId);
    if (order === null || instalment === undefined) return refuse('not_found', 'There is no such scheduled payment.');
    const attempts = await this.salesOrders.attempts(order, [scheduledPaymentId]);
    if (instalment.paymentId !== null && latestAttempt(instalment, attempts) === 'open') {
      return this.commands.execute(new CancelPayment(instalment.paymentId, context));
    }
    const command = { type: 'CancelInstalment', scheduledPaymentId, attempts } as const;
    const cancelled = await this.aggregates.execute(salesOrderDecider, order.salesOrderId, command, context);
    return isRefusal(cancelled) ? cancelled : { position: cancelled.position };
  }
}
