import { Inject, Injectable } from '@nestjs/common';
import { attemptOutcome, lifecycleOf } from '../../domain/payments/lifecycle';
import { paymentDecider } from '../../domain/payments/payment';
import { type AttemptOutcomes, type PlacedSalesOrder } from '../../domain/sales-orders/sales-order';
import { salesOrderDecider } from '../../domain/sales-orders/sales-order-decider';
import { Aggregates, type Loaded } from '../aggregates';
import { consistentAnswer } from '../connections/consistent-answer';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import { READ_MODELS, type ReadModels } from '../ports/queries';

@Injectable()
export class SalesOrders {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** The order that a scheduled payment belongs to; null when there is none. */
  async ofScheduledPayment(scheduledPaymentId: string): Promise<PlacedSalesOrder | null> {
    return (await this.load(scheduledPaymentId))?.state ?? null;
  }

  /** The same as it was loaded, for who decides on it. */
  async load(scheduledPaymentId: string): Promise<Loaded<PlacedSalesOrder> | null> {
    const salesOrderId = await this.orderIdOf(scheduledPaymentId);
    if (salesOrderId === null) return null;
    const loaded = await this.aggregates.load(salesOrderDecider, salesOrderId);
    const { state } = loaded;
    return state.status === 'placed' ? { ...loaded, state } : null;
  }

  /** The order may have been placed a moment ago, by the request before this one. */
  private async orderIdOf(scheduledPaymentId: string): Promise<string | null> {
    const { store, readModels } = this;
    const ask = () => readModels.orderOf(scheduledPaymentId);
    return (
      (await ask()) ?? consistentAnswer(store, readModels, 'scheduled payments', ask, (orderId) => orderId !== null)
    );
  }

  /** How the latest attempts of these instalments stand, read from their own streams. */
  async attempts(order: PlacedSalesOrder, scheduledPaymentIds: readonly string[]): Promise<AttemptOutcomes> {
    const latest = order.instalments.flatMap(({ scheduledPaymentId, paymentId }) =>
      paymentId !== null && scheduledPaymentIds.includes(scheduledPaymentId) ? [paymentId] : [],
    );
    const outcomes = await Promise.all(latest.map(async (paymentId) => [paymentId, await this.outcomeOf(paymentId)]));
    return Object.fromEntries(outcomes) as AttemptOutcomes; // pairs of an id and its outcome
  }

  private async outcomeOf(paymentId: string) {
    const { facts } = (await this.aggregates.load(paymentDecider, paymentId)).state;
    return facts === null ? 'open' : attemptOutcome(facts, lifecycleOf(facts));
  }
}
