import { Inject, Injectable } from '@nestjs/common';
import { paymentDecider } from '../../domain/payments/payment';
import { type ParkedEvent } from '../../domain/payment-claims/waiting';
import { type RefundRead } from '../../domain/refunds/events';
import { type RefundKey, refundMovementFrom } from '../../domain/refunds/gocardless-facts';
import { refundDecider, refundEventsWaiting } from '../../domain/refunds/refund';
import { Aggregates, causedBy, type CommandContext } from '../aggregates';
import { bookRules, Connections } from '../connections/connections';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts } from '../ports/gocardless';
import { broughtByDeliveries } from '../deliveries/delivered-events';
import { markForeign } from './mark-foreign';
import { PaymentAdoption } from './payment-adoption';
import { unlessNotFound } from '../gocardless-reads/unless-not-found';

/** Reads what a refund is about, puts the money that it moves on the payment's stream, and then records what was parked. */
@Injectable()
export class RefundAdoption {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly payments: PaymentAdoption,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  async takeUp(connectionId: string, refundId: string, context: CommandContext): Promise<void> {
    const id = { connectionId, refundId };
    const { state } = await this.aggregates.load(refundDecider, id);
    const waiting = refundEventsWaiting(state);
    if (waiting.length === 0) return;
    const refund = state.refund ?? (await this.read(id, context));
    const foreign =
      refund === null
        ? 'not_found'
        : await this.moveMoney(connectionId, refund, waiting, broughtByDeliveries(context, waiting));
    if (foreign !== null) {
      return markForeign(this.aggregates, refundDecider, id, waiting, foreign, context);
    }
    const events = waiting.map(({ event }) => event);
    const command = { type: 'ObserveGoCardlessEvents', ...id, events } as const;
    await this.aggregates.execute(refundDecider, id, command, broughtByDeliveries(context, waiting));
  }

  private async read(id: RefundKey, context: CommandContext): Promise<RefundRead['data'] | null> {
    const { connectionId, refundId } = id;
    const read = await unlessNotFound((await this.accounts.of(connectionId)).refund(refundId));
    if (read === null) return null;
    const { gocardlessPaymentId, mandateId, amount, currency, createdAt } = read;
    const refund = { connectionId, refundId, gocardlessPaymentId, mandateId, amount, currency };
    const made = { ...causedBy(context, refundId), at: createdAt };
    await this.aggregates.execute(refundDecider, id, { type: 'ReadRefund', refund }, made);
    return refund;
  }

  /** The money first, then the refund's own facts: what a crash leaves between the two is taken up again. */
  private async moveMoney(
    connectionId: string,
    refund: RefundRead['data'],
    waiting: readonly ParkedEvent[],
    context: CommandContext,
  ): Promise<'not_found' | 'other_creditor' | null> {
    if (refund.gocardlessPaymentId === null) return null;
    const gocardlessPayment = { id: refund.gocardlessPaymentId, at: waiting[0]?.event.createdAt ?? context.at };
    const owner = await this.payments.ownerOf(connectionId, gocardlessPayment, context);
    if ('foreign' in owner) return owner.foreign;
    const rules = bookRules(await this.connections.get(connectionId));
    for (const { event } of waiting) {
      const fact = refundMovementFrom(event, refund);
      if (fact === null) continue;
      const command = { type: 'ObserveRefund', fact, eventId: event.id, createdAt: event.createdAt, rules } as const;
      await this.aggregates.execute(paymentDecider, owner.paymentId, command, context);
    }
    return null;
  }
}
