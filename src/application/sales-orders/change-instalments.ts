import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type InstalmentChange } from '../../domain/sales-orders/change-instalments';
import { salesOrderDecider } from '../../domain/sales-orders/sales-order-decider';
import { dateInZone } from '../../domain/shared/calendar';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { streams } from '../../domain/shared/streams';
import { Aggregates, type CommandContext } from '../aggregates';
import { Connections } from '../connections/connections';
import { Mandates } from '../mandates/mandates';
import { type Position } from '../ports/event-store';
import { SalesOrders } from './sales-orders';

/** Changes unsent instalments of one order; the plan must still add up after all changes. */
export class ChangeInstalments extends Command<{ readonly position: Position } | Refusal> {
  constructor(
    readonly changes: readonly InstalmentChange[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeInstalments)
export class ChangeInstalmentsHandler implements ICommandHandler<ChangeInstalments> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly mandates: Mandates,
    private readonly salesOrders: SalesOrders,
  ) {}

  async execute({ changes, context }: ChangeInstalments) {
    const order = await this.salesOrders.ofScheduledPayment(changes[0]?.scheduledPaymentId ?? '');
    if (order === null) return refuse('not_found', 'There is no such scheduled payment.');
    for (const { mandateId } of changes) {
      if (mandateId == null) continue;
      if ((await this.mandates.customerOf(order.connectionId, mandateId)) !== order.customerId) {
        return refuse('unknown_mandate', 'This mandate is not linked to the customer.', 'mandateId');
      }
      const { view } = await this.mandates.effective(order.connectionId, mandateId);
      if (!view.usable) return refuse('mandate_not_usable', `The mandate is ${view.status}.`, 'mandateId');
    }
    const { timeZone } = await this.connections.get(order.connectionId);
    const ids = order.instalments.map(({ scheduledPaymentId }) => scheduledPaymentId);
    const changed = await this.aggregates.execute(
      salesOrderDecider,
      streams.salesOrder(order.salesOrderId),
      {
        type: 'ChangeInstalments',
        changes,
        attempts: await this.salesOrders.attempts(order, ids),
        today: dateInZone(context.at, timeZone),
        at: context.at,
        commandId: context.commandId,
      },
      context,
    );
    return isRefusal(changed) ? changed : { position: changed.position };
  }
}
