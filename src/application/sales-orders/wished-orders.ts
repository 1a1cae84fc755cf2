import { Injectable } from '@nestjs/common';
import { type OrderedLine, type Plan, type PlaceSalesOrder } from '../../domain/sales-orders/place-sales-order';
import { dateInZone } from '../../domain/shared/calendar';
import { type Refusal, refuse } from '../../domain/shared/decider';
import { derivedId } from '../../domain/shared/identity';
import { isInScope } from '../access-scope';
import { type CommandContext } from '../aggregates';
import { Connections } from '../connections/connections';
import { Customers } from '../customers/customers';
import { Mandates } from '../mandates/mandates';

export interface OrderFields {
  readonly customerId: string;
  readonly reference?: string;
  readonly currency: string;
  readonly lines: readonly OrderedLine[];
  readonly plan: Plan;
  readonly mandateId?: string;
}

/** Looks into what somebody wants to order: whose it is, whether its mandate may be used, and which day it is there. */
@Injectable()
export class WishedOrders {
  constructor(
    private readonly connections: Connections,
    private readonly customers: Customers,
    private readonly mandates: Mandates,
  ) {}

  /** The command that is to be decided, or why there is none. */
  async command(
    order: OrderFields,
    allowed: 'all' | readonly string[],
    { at, commandId }: CommandContext,
  ): Promise<PlaceSalesOrder | Refusal> {
    const customer = await this.customers.find(order.customerId);
    if (customer === null || !isInScope(allowed, customer.connectionId))
      return refuse('unknown_customer', 'There is no such customer.', 'customerId');
    const { connectionId } = customer;
    const refusal = await this.checkMandate(order, connectionId);
    if (refusal !== null) return refusal;
    const { timeZone } = await this.connections.get(connectionId);
    const salesOrderId = derivedId('so', commandId);
    return {
      type: 'PlaceSalesOrder',
      ...order,
      salesOrderId,
      connectionId,
      today: dateInZone(at, timeZone),
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
