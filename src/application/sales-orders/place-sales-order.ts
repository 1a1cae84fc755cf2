import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type OrderedLine, type Plan } from '../../domain/sales-orders/place-sales-order';
import { salesOrderDecider } from '../../domain/sales-orders/sales-order-decider';
import { dateInZone } from '../../domain/shared/calendar';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { derivedId } from '../../domain/shared/identity';
import { streams } from '../../domain/shared/streams';
import { Aggregates, type CommandContext } from '../aggregates';
import { Connections } from '../connections/connections';
import { Customers } from '../customers/customers';
import { Mandates } from '../mandates/mandates';
import { type Position } from '../ports/event-store';

export interface OrderFields {
  readonly customerId: string;
  readonly currency: string;
  readonly lines: readonly OrderedLine[];
  readonly plan: Plan;
  readonly mandateId?: string;
}

export interface PlacedAnswer {
  readonly id: string;
  readonly scheduledPayments: readonly string[];
  readonly position: Position;
}

/** Places a cash-basis order with its plan. It needs no mandate: instalments wait until there is one. */
export class PlaceSalesOrder extends Command<PlacedAnswer | Refusal> {
  constructor(
    readonly order: OrderFields,
    /** The connections that the caller may use. */
    readonly allowed: 'all' | readonly string[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(PlaceSalesOrder)
export class PlaceSalesOrderHandler implements ICommandHandler<PlaceSalesOrder> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly customers: Customers,
    private readonly mandates: Mandates,
  ) {}

  async execute({ order, allowed, context }: PlaceSalesOrder): Promise<PlacedAnswer | Refusal> {
    const customer = await this.customers.find(order.customerId);
    if (customer === null || (allowed !== 'all' && !allowed.includes(customer.connectionId)))
      return refuse('unknown_customer', 'There is no such customer.', 'customerId');
    const { connectionId } = customer;
    const refusal = await this.checkMandate(order, connectionId);
    if (refusal !== null) return refusal;
    const { timeZone } = await this.connections.get(connectionId);
    const salesOrderId = derivedId('so', context.commandId);
    const placed = await this.aggregates.execute(
      salesOrderDecider,
      streams.salesOrder(salesOrderId),
      {
        type: 'PlaceSalesOrder',
        ...order,
        salesOrderId,
        connectionId,
        today: dateInZone(context.at, timeZone),
        at: context.at,
        commandId: context.commandId,
      },
      context,
    );
    if (isRefusal(placed)) return placed;
    const instalments = placed.state.status === 'placed' ? placed.state.instalments : [];
    return {
      id: salesOrderId,
      scheduledPayments: instalments.map(({ scheduledPaymentId }) => scheduledPaymentId),
      position: placed.position,
    };
  }

  private async checkMandate({ customerId, mandateId }: OrderFields, connectionId: string): Promise<Refusal | null> {
    if (mandateId === undefined) return null;
    if ((await this.mandates.customerOf(connectionId, mandateId)) !== customerId) {
      return refuse('unknown_mandate', 'This mandate is not linked to the customer.', 'mandateId');
    }
    const { view } = await this.mandates.effective(connectionId, mandateId);
    return view.usable ? null : refuse('mandate_not_usable', `The mandate is ${view.status}.`, 'mandateId');
  }
}
