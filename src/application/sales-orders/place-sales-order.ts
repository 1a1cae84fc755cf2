import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { salesOrderDecider } from '../../domain/sales-orders/sales-order-decider';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { type Position } from '../ports/event-store';
import { ReferenceClaims } from '../references/reference-claims';
import { type OrderFields, WishedOrders } from './wished-orders';

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
    private readonly referenceClaims: ReferenceClaims,
    private readonly wishedOrders: WishedOrders,
  ) {}

  async execute({ order, allowed, context }: PlaceSalesOrder): Promise<PlacedAnswer | Refusal> {
    const command = await this.wishedOrders.command(order, allowed, context);
    if (isRefusal(command)) return command;
    const { salesOrderId, connectionId, reference = null } = command;
    const wanted = { connectionId, of: 'salesOrder', id: salesOrderId, reference } as const;
    const placed = await this.referenceClaims.holding(wanted, context, () =>
      this.aggregates.execute(salesOrderDecider, salesOrderId, command, context),
    );
    if (isRefusal(placed)) return placed;
    const instalments = placed.state.status === 'placed' ? placed.state.instalments : [];
    return {
      id: salesOrderId,
      scheduledPayments: instalments.map(({ scheduledPaymentId }) => scheduledPaymentId),
      position: placed.position,
    };
  }
}
