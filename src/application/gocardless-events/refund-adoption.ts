import { Inject, Injectable } from '@nestjs/common';
import { paymentDecider } from '../../domain/payments/payment';
import { type ParkedEvent } from '../../domain/payment-claims/waiting';
import { type GoCardlessEventForeign } from '../../domain/payment-claims/events';
import { type RefundRead } from '../../domain/refunds/events';
import { refundMovementFrom } from '../../domain/refunds/gocardless-facts';
import { refundDecider, refundEventsWaiting } from '../../domain/refunds/refund';
import { REFUND_TAG } from '../../domain/shared/gocardless-event';
import { Aggregates, causedBy, type CommandContext } from '../aggregates';
import { bookRules, Connections } from '../connections/connections';
import { BatchedReads } from '../gocardless-reads/batched-reads';
import { Mandates } from '../mandates/mandates';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts } from '../ports/gocardless';
import { broughtByDeliveries } from '../deliveries/delivered-events';
import { Identification } from './identification';
import { markForeign } from './mark-foreign';
import { PaymentAdoption } from './payment-adoption';
import { unlessNotFound } from '../gocardless-reads/unless-not-found';

interface Foreign {
  readonly foreign: GoCardlessEventForeign['data']['reason'];
}

const NOT_FOUND: Foreign = { foreign: 'not_found' };

/**
 * Reads what a refund is about, puts the money that it moves on the payment's stream, and then records what was parked. The money of one
 * against a mandate, without a payment, is told on the refund's own stream.
 */
@Injectable()
export class RefundAdoption {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly payments: PaymentAdoption,
    private readonly identification: Identification,
    private readonly mandates: Mandates,
    private readonly reads: BatchedReads,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  async takeUp(connectionId: string, refundId: string, context: CommandContext): Promise<void> {
    const id = { connectionId, refundId };
    const { state } = await this.aggregates.load(refundDecider, id);
    const waiting = refundEventsWaiting(state);
    if (waiting.length === 0) return;
    const brought = broughtByDeliveries(context, waiting);
    const read = state.refund === null ? await this.read(connectionId, refundId) : { refund: state.refund, at: '' };
    const outcome = read === null ? NOT_FOUND : await this.prepare(connectionId, read.refund, waiting, brought);
    if ('foreign' in outcome) {
      return markForeign(this.aggregates, refundDecider, id, waiting, outcome.foreign, context);
    }
    const { refund } = outcome;
    if (state.refund === null && read !== null) {
      const made = { ...causedBy(context, refundId), at: read.at };
      await this.aggregates.execute(refundDecider, id, { type: 'ReadRefund', refund }, made);
    }
    await this.identification.identifyRefund(connectionId, refund, context);
    const events = waiting.map(({ event }) => event);
    const rules = bookRules(await this.connections.get(connectionId));
    const command = { type: 'ObserveGoCardlessEvents', ...id, events, rules } as const;
    await this.aggregates.execute(refundDecider, id, command, brought);
    // A link that was made meanwhile did not see this refund.
    await this.identification.identifyRefund(connectionId, refund, context);
  }

  /** Null when GoCardless does not show it to us. */
  private async read(connectionId: string, refundId: string) {
    const read = await unlessNotFound((await this.accounts.of(connectionId)).refund(refundId));
    if (read === null) return null;
    const { gocardlessPaymentId, mandateId, amount, currency, createdAt, metadata } = read;
    const requestedBy = metadata[REFUND_TAG] ?? null;
    const about = { connectionId, refundId, gocardlessPaymentId, mandateId, amount, currency };
    return { refund: { ...about, paymentId: null, requestedBy }, at: createdAt };
  }

  /** What must stand before the refund's own facts do; or why it is not our account's. */
  private async prepare(
    connectionId: string,
    refund: RefundRead['data'],
    waiting: readonly ParkedEvent[],
    context: CommandContext,
  ): Promise<{ readonly refund: RefundRead['data'] } | Foreign> {
    if (refund.gocardlessPaymentId === null) {
      const foreign = await this.foreignMandate(connectionId, refund, waiting);
      return foreign === null ? { refund } : { foreign };
    }
    const gocardlessPayment = { id: refund.gocardlessPaymentId, at: waiting[0]?.event.createdAt ?? context.at };
    const owner = await this.payments.ownerOf(connectionId, gocardlessPayment, context);
    if ('foreign' in owner) return owner;
    await this.moveMoney(owner.paymentId, refund, waiting, context);
    return { refund: { ...refund, paymentId: owner.paymentId } };
  }

  /** A refund says of no creditor whose it is, but its mandate does; one that was ever linked is ours. */
  private async foreignMandate(
    connectionId: string,
    { mandateId }: RefundRead['data'],
    waiting: readonly ParkedEvent[],
  ): Promise<Foreign['foreign'] | null> {
    if (mandateId === null || (await this.mandates.load(connectionId, mandateId)).firstLink !== null) return null;
    const at = waiting[0]?.event.createdAt ?? '';
    const mandate = await unlessNotFound(this.reads.mandate(connectionId, { id: mandateId, at }));
    if (mandate === null) return 'not_found';
    const { creditorId } = await this.connections.get(connectionId);
    return mandate.creditorId === creditorId ? null : 'other_creditor';
  }

  /** The money first, then the refund's own facts: what a crash leaves between the two is taken up again. */
  private async moveMoney(
    paymentId: string,
    refund: RefundRead['data'],
    waiting: readonly ParkedEvent[],
    context: CommandContext,
  ): Promise<void> {
    const rules = bookRules(await this.connections.get(refund.connectionId));
    for (const { event } of waiting) {
      const fact = refundMovementFrom(event, refund);
      if (fact === null) continue;
      const command = { type: 'ObserveRefund', fact, eventId: event.id, createdAt: event.createdAt, rules } as const;
      await this.aggregates.execute(paymentDecider, paymentId, command, context);
    }
  }
}
