import { Injectable } from '@nestjs/common';
import { type MandateObstacle } from '../../domain/mandates/obstacle';
import { type AdoptionSuspicion } from '../../domain/payments/events';
import { type PaymentFacts } from '../../domain/payments/facts';
import { paymentDecider } from '../../domain/payments/payment';
import { parkedEvents, paymentClaimDecider } from '../../domain/payment-claims/payment-claim';
import { EXPORT_ROW_TAG, PAYMENT_TAG } from '../../domain/shared/gocardless-event';
import { derivedId } from '../../domain/shared/identity';
import { Aggregates, causedBy, type CommandContext } from '../aggregates';
import { bookRules, Connections } from '../connections/connections';
import { BatchedReads, type Known } from '../gocardless-reads/batched-reads';
import { MandateObstacles } from '../mandates/mandate-obstacles';
import { Mandates } from '../mandates/mandates';
import { PaymentBinding, readingOf } from '../payments/payment-binding';
import { type GoCardlessPayment } from '../ports/gocardless';
import { broughtByDeliveries } from '../deliveries/delivered-events';
import { Identification } from './identification';
import { markForeign } from './mark-foreign';
import { RowAdoption } from './row-adoption';
import { unlessNotFound } from '../gocardless-reads/unless-not-found';

/** Finds out which of our payments a GoCardless payment is, or makes it one of ours, and then records what was parked. */
@Injectable()
export class PaymentAdoption {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly mandates: Mandates,
    private readonly obstacles: MandateObstacles,
    private readonly binding: PaymentBinding,
    private readonly identification: Identification,
    private readonly rows: RowAdoption,
    private readonly reads: BatchedReads,
  ) {}

  async takeUp(connectionId: string, gocardlessPayment: Known, context: CommandContext): Promise<void> {
    const owner = await this.ownerOf(connectionId, gocardlessPayment, context);
    const claim = { connectionId, gocardlessPaymentId: gocardlessPayment.id };
    const parked = parkedEvents((await this.aggregates.load(paymentClaimDecider, claim)).state);
    if ('foreign' in owner) {
      return markForeign(this.aggregates, paymentClaimDecider, claim, parked, owner.foreign, context);
    }
    const rules = bookRules(await this.connections.get(connectionId));
    await this.aggregates.execute(
      paymentDecider,
      owner.paymentId,
      { type: 'ObserveGoCardlessEvents', events: parked.map(({ event }) => event), rules },
      broughtByDeliveries(context, parked),
    );
  }

  /** The payment of ours that it is, tied or adopted now if it was not yet; or why it is not our account's. */
  async ownerOf(
    connectionId: string,
    gocardlessPayment: Known,
    context: CommandContext,
  ): Promise<{ readonly paymentId: string } | { readonly foreign: 'not_found' | 'other_creditor' }> {
    const claimedBy = await this.binding.paymentOf(connectionId, gocardlessPayment.id);
    if (claimedBy !== null) return { paymentId: claimedBy };
    const payment = await unlessNotFound(this.reads.payment(connectionId, gocardlessPayment));
    if (payment === null) return { foreign: 'not_found' };
    const seen = { payment, obstacle: await this.obstacles.ofPayment(connectionId, payment) };
    const tied = await this.tieByTags(connectionId, seen, context);
    if ('paymentId' in tied) return tied;
    // Another creditor's is none of ours, unless a tag says that we asked for it.
    if (seen.obstacle === 'other_creditor' && tied.suspicion === null) return { foreign: 'other_creditor' };
    return { paymentId: await this.adopt(connectionId, seen, tied.suspicion, context) };
  }

  /** A tag binds by itself when it names what asked for just this payment; else it says what is suspicious. */
  private async tieByTags(
    connectionId: string,
    seen: SeenPayment,
    context: CommandContext,
  ): Promise<{ readonly paymentId: string } | { readonly suspicion: AdoptionSuspicion | null }> {
    const { payment, obstacle } = seen;
    const paymentId = payment.metadata[PAYMENT_TAG];
    const requested = paymentId === undefined ? null : await this.requestedBy(paymentId, connectionId);
    if (requested !== null) return this.tieToRequest(requested, seen, context);
    const rowId = payment.metadata[EXPORT_ROW_TAG];
    if (rowId === undefined) return { suspicion: null };
    const tied = await this.rows.tie(rowId, connectionId, payment, obstacle, context);
    if (tied === 'no_row') return { suspicion: null };
    return tied === 'taken' ? { suspicion: { kind: 'duplicate_of_row', rowId } } : tied;
  }

  private async requestedBy(paymentId: string, connectionId: string): Promise<PaymentFacts | null> {
    const { facts } = (await this.aggregates.load(paymentDecider, paymentId)).state;
    return facts?.connectionId === connectionId && facts.beginning !== 'adopted' ? facts : null;
  }

  private async tieToRequest(facts: PaymentFacts, { payment, obstacle }: SeenPayment, context: CommandContext) {
    const { paymentId, connectionId } = facts;
    if (!(await this.binding.isTheRequested(facts, payment))) {
      return { suspicion: { kind: 'differs_from_request', paymentId } } as const;
    }
    const bound = await this.binding.bind(paymentId, connectionId, readingOf(payment, obstacle), context);
    return bound === 'bound' ? { paymentId } : ({ suspicion: { kind: 'duplicate_of_payment', paymentId } } as const);
  }

  private async adopt(
    connectionId: string,
    { payment, obstacle }: SeenPayment,
    suspicion: AdoptionSuspicion | null,
    context: CommandContext,
  ): Promise<string> {
    const paymentId = derivedId('pay', connectionId, payment.id);
    const customerId = await this.mandates.customerOf(connectionId, payment.mandateId);
    const command = {
      type: 'AdoptPayment',
      paymentId,
      connectionId,
      customerId,
      reading: readingOf(payment, obstacle),
      suspicion,
    } as const;
    await this.aggregates.execute(paymentDecider, paymentId, command, causedBy(context, payment.id));
    const owner = await this.binding.claim(connectionId, payment.id, paymentId, context);
    // A link that was made meanwhile did not see this payment.
    if (customerId === null) await this.identification.identify(connectionId, owner, payment.mandateId, context);
    return owner;
  }
}

/** A payment as GoCardless shows it, and why its money is not for these books, if it is not. */
interface SeenPayment {
  readonly payment: GoCardlessPayment;
  readonly obstacle: MandateObstacle | null;
}
