import { Injectable } from '@nestjs/common';
import { type ChangeInstalments, type InstalmentChange } from '../../domain/sales-orders/change-instalments';
import { type PlacedSalesOrder } from '../../domain/sales-orders/sales-order';
import { dateInZone } from '../../domain/shared/calendar';
import { type Refusal, refuse } from '../../domain/shared/decider';
import { type CommandContext, type Loaded } from '../aggregates';
import { Connections } from '../connections/connections';
import { Mandates } from '../mandates/mandates';
import { SalesOrders } from './sales-orders';

/** Changes of one order with the order as it was read. */
export interface WishedChange {
  readonly order: Loaded<PlacedSalesOrder>;
  readonly command: ChangeInstalments;
}

/** Looks into what somebody wants to change: which order it is, whether the mandates may be used, and which day it is there. */
@Injectable()
export class WishedChanges {
  constructor(
    private readonly connections: Connections,
    private readonly mandates: Mandates,
    private readonly salesOrders: SalesOrders,
  ) {}

  /** The command that is to be decided, or why there is none. The changes are of one order. */
  async command(
    changes: readonly InstalmentChange[],
    { at }: Pick<CommandContext, 'at'>,
  ): Promise<WishedChange | Refusal> {
    const order = await this.salesOrders.load(changes[0]?.scheduledPaymentId ?? '');
    if (order === null) return refuse('not_found', 'There is no such scheduled payment.');
    const { state } = order;
    const refusal = await this.checkMandates(changes, state);
    if (refusal !== null) return refusal;
    const { timeZone } = await this.connections.get(state.connectionId);
    const ids = state.instalments.map(({ scheduledPaymentId }) => scheduledPaymentId);
    const attempts = await this.salesOrders.attempts(state, ids);
    const today = dateInZone(at, timeZone);
    return { order, command: { type: 'ChangeInstalments', changes, attempts, today } };
  }

  private async checkMandates(
    changes: readonly InstalmentChange[],
    { connectionId, customerId }: PlacedSalesOrder,
  ): Promise<Refusal | null> {
    for (const { mandateId } of changes) {
      if (mandateId === undefined || mandateId === null) continue;
      const effective = await this.mandates.effective(connectionId, mandateId);
      if (effective.customerId !== customerId) {
        return refuse('unknown_mandate', 'This mandate is not linked to the customer.', 'mandateId');
      }
      const { view } = effective;
      if (!view.usable) return refuse('mandate_not_usable', `The mandate is ${view.status}.`, 'mandateId');
    }
    return null;
  }
}
