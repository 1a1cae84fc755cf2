import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { isInDoubt } from '../../domain/payments/facts';
import { attemptOutcome, lifecycleOf } from '../../domain/payments/lifecycle';
import { paymentDecider } from '../../domain/payments/payment';
import { mandateObstacle, obstacleDetail } from '../../domain/mandates/obstacle';
import { attemptPaymentId } from '../../domain/sales-orders/release-instalment';
import { findInstalment, type Instalment, type PlacedSalesOrder } from '../../domain/sales-orders/sales-order';
import { salesOrderDecider } from '../../domain/sales-orders/sales-order-decider';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { isInScope } from '../access-scope';
import { Aggregates, type CommandContext, inStep } from '../aggregates';
import { type OpenedConnection } from '../../domain/connections/connection';
import { Connections, readOnlyRefusal } from '../connections/connections';
import { type EffectiveMandate, Mandates } from '../mandates/mandates';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts } from '../ports/gocardless';
import { type Position } from '../ports/event-store';
import { SalesOrders } from './sales-orders';

export interface Released {
  readonly paymentId: string;
  readonly chargeDate: string;
  /** The due date was earlier than the mandate allows. */
  readonly moved: boolean;
  readonly position: Position;
}

/** Sends an instalment now: for the first time, or anew after its last attempt ended. */
export class ReleaseInstalment extends Command<Released | Refusal> {
  constructor(
    readonly scheduledPaymentId: string,
    /** The connections that the caller may use. */
    readonly allowed: 'all' | readonly string[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReleaseInstalment)
export class ReleaseInstalmentHandler implements ICommandHandler<ReleaseInstalment> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly mandates: Mandates,
    private readonly salesOrders: SalesOrders,
    private readonly connections: Connections,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  async execute({ scheduledPaymentId, allowed, context }: ReleaseInstalment): Promise<Released | Refusal> {
    const loaded = await this.salesOrders.load(scheduledPaymentId);
    const instalment = loaded === null ? undefined : findInstalment(loaded.state.instalments, scheduledPaymentId);
    if (loaded === null || instalment === undefined || !isInScope(allowed, loaded.state.connectionId)) {
      return refuse('not_found', 'There is no such scheduled payment.');
    }
    const order = loaded.state;
    const connection = await this.connections.get(order.connectionId);
    const readOnly = readOnlyRefusal(connection);
    if (readOnly !== null) return readOnly;
    const mandate = await this.mandateFor(instalment, order);
    if (isRefusal(mandate)) return mandate;
    const chargeDate = await this.firstPossibleDate(connection, mandate.mandateId, instalment.dueDate);
    if (typeof chargeDate !== 'string') return chargeDate;
    // Sent again because its answer was lost: an attempt that has failed since must not be shut for a new one that does not come.
    const isRepeat = order.processedCauseIds.includes(context.commandId);
    const superseded = isRepeat ? { attempts: {} } : await this.supersede(instalment, context);
    if (isRefusal(superseded)) return superseded;
    const { mandateId } = mandate;
    const { attempts } = superseded;
    const released = await this.aggregates.executeLoaded(
      loaded,
      salesOrderDecider,
      order.salesOrderId,
      { type: 'ReleaseInstalment', scheduledPaymentId, mandateId, chargeDate, attempts },
      context,
    );
    if (isRefusal(released)) return released;
    const sent =
      released.state.status === 'none' ? undefined : findInstalment(released.state.instalments, scheduledPaymentId);
    const paymentId = sent?.paymentId ?? attemptPaymentId(scheduledPaymentId, instalment.attempt + 1);
    return { paymentId, chargeDate, moved: chargeDate !== instalment.dueDate, position: released.position };
  }

  /** The instalment's own mandate, or the customer's usable one for the currency. */
  private async mandateFor(instalment: Instalment, order: PlacedSalesOrder): Promise<EffectiveMandate | Refusal> {
    if (instalment.mandateId === null) {
      const usable = await this.mandates.usableFor(order.customerId, order.currency);
      if (usable !== null) return usable;
      const [unusable] = await this.mandates.fitting(order.customerId, order.currency);
      return unusable === undefined
        ? refuse('no_mandate', `The customer has no usable mandate for ${order.currency}.`)
        : refuseUnusable(unusable);
    }
    const effective = await this.mandates.effective(order.connectionId, instalment.mandateId);
    if (effective.customerId !== order.customerId)
      return refuse('no_mandate', 'The mandate is no longer linked to the customer.');
    return effective.view.usable ? effective : refuseUnusable(effective);
  }

  /** Shuts the last attempt, so that it can not be retried beside the new one: nobody is charged twice. */
  private async supersede(instalment: Instalment, context: CommandContext) {
    const { paymentId, scheduledPaymentId, attempt } = instalment;
    if (paymentId === null) return { attempts: {} };
    const { state } = await this.aggregates.load(paymentDecider, paymentId);
    // Released, but not requested yet: the attempt is under way.
    if (state.facts === null) return { attempts: { [paymentId]: 'open' } } as const;
    if (isInDoubt(state.facts)) {
      const detail = `GoCardless has ${state.facts.conflictsWith ?? 'another payment'} under the key of ${paymentId}: resolve the incident first.`;
      return refuse('payment_in_doubt', detail);
    }
    if (attemptOutcome(state.facts, lifecycleOf(state.facts)) !== 'open') {
      const byPaymentId = attemptPaymentId(scheduledPaymentId, attempt + 1);
      const superseded = await this.aggregates.execute(
        paymentDecider,
        paymentId,
        { type: 'SupersedePayment', byPaymentId },
        inStep(context, 'superseded'),
      );
      if (isRefusal(superseded)) return superseded;
    }
    return { attempts: { [paymentId]: attemptOutcome(state.facts, lifecycleOf(state.facts)) } };
  }

  /** GoCardless refuses a date that is too early, and which is the first moves with the calendar: so it is read just before. */
  private async firstPossibleDate(
    { connectionId, creditorId }: OpenedConnection,
    mandateId: string,
    dueDate: string,
  ): Promise<string | Refusal> {
    const gocardless = await this.accounts.of(connectionId);
    const mandate = await gocardless.mandate(mandateId);
    const obstacle = mandateObstacle(mandate, creditorId);
    if (obstacle !== null) return refuse('mandate_not_usable', obstacleDetail(mandateId, obstacle));
    const { nextPossibleChargeDate } = mandate;
    return nextPossibleChargeDate !== null && nextPossibleChargeDate > dueDate ? nextPossibleChargeDate : dueDate;
  }
}

/** A mandate that has ended, or that can not be used here though it lives. */
function refuseUnusable({ mandateId, view: { status, obstacle } }: EffectiveMandate): Refusal {
  const detail = obstacle === null ? `The mandate ${mandateId} is ${status}.` : obstacleDetail(mandateId, obstacle);
  return refuse('mandate_not_usable', detail);
}
