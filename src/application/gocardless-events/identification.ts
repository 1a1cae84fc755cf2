import { Inject, Injectable } from '@nestjs/common';
import { paymentDecider } from '../../domain/payments/payment';
import { type RefundRead } from '../../domain/refunds/events';
import { refundDecider } from '../../domain/refunds/refund';
import { Aggregates, type CommandContext, inStep } from '../aggregates';
import { bookRules, Connections } from '../connections/connections';
import { FetchedEvents } from '../gocardless-reads/fetched-events';
import { BatchedReads } from '../gocardless-reads/batched-reads';
import { LinkedMandates } from '../mandates/linked-mandates';
import { Mandates } from '../mandates/mandates';
import { type LogEventOf } from '../ports/log-event';
import { READ_MODELS, type ReadModels } from '../ports/queries';

/** What follows from a link or a replacement of a mandate: its history is fetched, and it becomes known whose its payments and refunds are. */
@Injectable()
export class Identification {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly mandates: Mandates,
    private readonly linkedMandates: LinkedMandates,
    private readonly fetchedEvents: FetchedEvents,
    private readonly reads: BatchedReads,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  async afterLink({ data, position }: LogEventOf<'MandateLinked'>, context: CommandContext): Promise<void> {
    const { connectionId, mandateId, createdAt } = data;
    // The snapshot that was linked knows only a status: all that GoCardless ever said of the mandate is asked for now.
    await this.fetchedEvents.fetchHistory(connectionId, { id: mandateId, at: createdAt });
    await this.readModels.caughtUp(position);
    for (const paymentId of await this.readModels.unidentifiedPayments(connectionId, mandateId)) {
      await this.identify(connectionId, paymentId, mandateId, context);
    }
    await this.identifyRefundsOf(connectionId, mandateId, context);
  }

  /** The mandate that takes a linked one's place is the same customer's. */
  async afterReplacement(
    { data, metadata, position }: LogEventOf<'MandateReplaced'>,
    context: CommandContext,
  ): Promise<void> {
    const { connectionId, mandateId, newMandateId } = data;
    await this.readModels.caughtUp(position);
    await this.identifyRefundsOf(connectionId, mandateId, context);
    const { link } = await this.mandates.load(connectionId, mandateId);
    if (link === null) return;
    const successor = await this.reads.mandate(connectionId, { id: newMandateId, at: metadata.effectiveAt });
    await this.linkedMandates.linkItself(connectionId, successor, link.customerId, context);
  }

  async identify(connectionId: string, paymentId: string, mandateId: string, context: CommandContext): Promise<void> {
    const customerId = await this.mandates.customerOf(connectionId, mandateId);
    if (customerId === null) return;
    const rules = bookRules(await this.connections.get(connectionId));
    await this.aggregates.execute(
      paymentDecider,
      paymentId,
      { type: 'IdentifyPayment', customerId, rules },
      inStep(context, 'identified'),
    );
  }

  /** A refund without a payment belongs to whom a mandate of its chain was linked first. */
  async identifyRefund(
    connectionId: string,
    { refundId, mandateId, gocardlessPaymentId }: RefundRead['data'],
    context: CommandContext,
  ): Promise<void> {
    if (mandateId === null || gocardlessPaymentId !== null) return;
    const chain = await this.mandates.wholeChain(connectionId, mandateId);
    const customerId = await this.mandates.firstLinkedCustomer(connectionId, chain);
    if (customerId !== null) await this.identifyRefundAs(connectionId, refundId, customerId, context);
  }

  /** There are hardly ever any, and then a chain need not be looked up. */
  private async identifyRefundsOf(connectionId: string, mandateId: string, context: CommandContext): Promise<void> {
    const unidentified = await this.readModels.unidentifiedRefunds(connectionId);
    if (unidentified.length === 0) return;
    const chain = await this.mandates.wholeChain(connectionId, mandateId);
    const customerId = await this.mandates.firstLinkedCustomer(connectionId, chain);
    if (customerId === null) return;
    for (const refund of unidentified.filter((one) => one.mandateId !== null && chain.includes(one.mandateId))) {
      await this.identifyRefundAs(connectionId, refund.refundId, customerId, context);
    }
  }

  private async identifyRefundAs(connectionId: string, refundId: string, customerId: string, context: CommandContext) {
    const rules = bookRules(await this.connections.get(connectionId));
    const command = { type: 'IdentifyRefund', customerId, rules } as const;
    // Whoever was named before this stays.
    await this.aggregates.execute(refundDecider, { connectionId, refundId }, command, inStep(context, 'identified'));
  }
}
