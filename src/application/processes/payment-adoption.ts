import { Inject, Injectable } from '@nestjs/common';
import { type AdoptionSuspicion } from '../../domain/payment/events';
import { paymentDecider } from '../../domain/payment/payment';
import { parkedEvents, paymentClaimDecider } from '../../domain/payment-claim/payment-claim';
import { PAYMENT_TAG } from '../../domain/shared/gocardless-event';
import { derivedId } from '../../domain/shared/identity';
import { streams } from '../../domain/shared/streams';
import { Aggregates, type CommandContext } from '../aggregates';
import { bookRules, Connections } from '../connections';
import { Mandates } from '../mandates';
import { PaymentBinding, readingOf } from '../payment-binding';
import {
  GOCARDLESS_ACCOUNTS,
  type GoCardlessAccounts,
  GoCardlessNotFound,
  type GoCardlessPayment,
} from '../ports/gocardless';
import { broughtByParked } from './brought-by-parked';
import { Identification } from './identification';

/** Finds out which of our payments a GoCardless payment is, or makes it one of ours, and then records what was parked. */
@Injectable()
export class PaymentAdoption {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly mandates: Mandates,
    private readonly binding: PaymentBinding,
    private readonly identification: Identification,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  async takeUp(connectionId: string, gocardlessPaymentId: string, context: CommandContext): Promise<void> {
    const owner = await this.ownerOf(connectionId, gocardlessPaymentId, context);
    const stream = streams.paymentClaim(connectionId, gocardlessPaymentId);
    const parked = parkedEvents((await this.aggregates.load(paymentClaimDecider, stream)).state);
    if ('foreign' in owner) {
      const eventIds = parked.map(({ event }) => event.id);
      const { at, commandId } = context;
      const command = {
        type: 'MarkForeign',
        connectionId,
        eventIds,
        reason: owner.foreign,
        causationId: commandId,
        at,
      } as const;
      await this.aggregates.execute(paymentClaimDecider, stream, command, context);
      return;
    }
    const rules = bookRules(await this.connections.get(connectionId));
    await this.aggregates.execute(
      paymentDecider,
      streams.payment(owner.paymentId),
      { type: 'ObserveGoCardlessEvents', events: parked.map(({ event }) => event), rules },
      broughtByParked(context, parked),
    );
  }

  /** The payment of ours that it is, tied or adopted now if it was not yet; or why it is not our account's. */
  async ownerOf(
    connectionId: string,
    gocardlessPaymentId: string,
    context: CommandContext,
  ): Promise<{ readonly paymentId: string } | { readonly foreign: 'not_found' | 'other_creditor' }> {
    const claimedBy = await this.binding.paymentOf(connectionId, gocardlessPaymentId);
    if (claimedBy !== null) return { paymentId: claimedBy };
    const payment = await this.fetch(connectionId, gocardlessPaymentId);
    if (payment === null) return { foreign: 'not_found' };
    const { creditorId } = await this.connections.get(connectionId);
    if (payment.creditorId !== creditorId) return { foreign: 'other_creditor' };
    const tied = await this.tieByTag(connectionId, payment, creditorId, context);
    if (tied === 'bound') return { paymentId: payment.metadata[PAYMENT_TAG] ?? '' };
    return { paymentId: await this.adopt(connectionId, payment, tied, context) };
  }

  private async fetch(connectionId: string, gocardlessPaymentId: string): Promise<GoCardlessPayment | null> {
    const gocardless = await this.accounts.of(connectionId);
    try {
      return await gocardless.payment(gocardlessPaymentId);
    } catch (error) {
      if (error instanceof GoCardlessNotFound) return null;
      throw error;
    }
  }

  /** Our tag binds by itself when it names a payment of this connection that asked for just this; otherwise it says what is suspicious. */
  private async tieByTag(
    connectionId: string,
    payment: GoCardlessPayment,
    creditorId: string,
    context: CommandContext,
  ): Promise<'bound' | AdoptionSuspicion | null> {
    const paymentId = payment.metadata[PAYMENT_TAG];
    if (paymentId === undefined) return null;
    const { facts } = (await this.aggregates.load(paymentDecider, streams.payment(paymentId))).state;
    if (facts === null || facts.connectionId !== connectionId || facts.beginning === 'adopted') return null;
    if (!(await this.binding.isTheRequested(facts, payment, creditorId)))
      return { kind: 'differs_from_request', paymentId };
    const bound = await this.binding.bind(paymentId, connectionId, readingOf(payment), context);
    return bound === 'bound' ? 'bound' : { kind: 'duplicate_of_payment', paymentId };
  }

  private async adopt(
    connectionId: string,
    payment: GoCardlessPayment,
    suspicion: AdoptionSuspicion | null,
    context: CommandContext,
  ): Promise<string> {
    const paymentId = derivedId('pay', connectionId, payment.id);
    const customerId = await this.mandates.customerOf(connectionId, payment.mandateId);
    const command = {
      type: 'AdoptPayment',
      causationId: payment.id,
      at: context.at,
      paymentId,
      connectionId,
      customerId,
      reading: readingOf(payment),
      suspicion,
    } as const;
    await this.aggregates.execute(paymentDecider, streams.payment(paymentId), command, context);
    const owner = await this.binding.claim(connectionId, payment.id, paymentId, context);
    // A link that was made meanwhile did not see this payment.
    if (customerId === null) await this.identification.identify(connectionId, owner, payment.mandateId, context);
    return owner;
  }
}
