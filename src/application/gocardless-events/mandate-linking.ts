import { Inject, Injectable } from '@nestjs/common';
import { type MandateState } from '../../domain/mandates/mandate';
import { CUSTOMER_TAG } from '../../domain/shared/gocardless-event';
import { type CommandContext } from '../aggregates';
import { Connections } from '../connections/connections';
import { Customers } from '../customers/customers';
import { BatchedReads } from '../gocardless-reads/batched-reads';
import { LinkedMandates } from '../mandates/linked-mandates';
import { Mandates } from '../mandates/mandates';
import { type GoCardlessMandate, GoCardlessNotFound } from '../ports/gocardless';
import { type LogEventOf } from '../ports/log-event';
import { READ_MODELS, type ReadModels } from '../ports/queries';

/** A mandate that came to be at GoCardless is linked by itself, when it says whose it is. */
@Injectable()
export class MandateLinking {
  constructor(
    private readonly mandates: Mandates,
    private readonly customers: Customers,
    private readonly connections: Connections,
    private readonly linkedMandates: LinkedMandates,
    private readonly reads: BatchedReads,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** Only the first time that GoCardless speaks of it: whoever has other mandates is asked about once. */
  async afterStatus(event: LogEventOf<'MandateStatusChanged'>, context: CommandContext): Promise<void> {
    const { connectionId, mandateId } = event.data;
    const state = await this.mandates.load(connectionId, mandateId);
    // Who was linked once is linked anew by staff only.
    if (state.customerId !== null || !isFirst(state, event.metadata.causationId)) return;
    try {
      const mandate = await this.reads.mandate(connectionId, { id: mandateId, at: event.metadata.effectiveAt });
      const customerId = await this.customerFor(connectionId, mandate, event);
      if (customerId === null) return;
      // One that has ended meanwhile is refused, and somebody else may have been quicker: both are as they should be.
      await this.linkedMandates.linkItself(connectionId, mandate, customerId, context);
    } catch (error) {
      // Another account's, or deleted: it is nobody's here.
      if (!(error instanceof GoCardlessNotFound)) throw error;
    }
  }

  private async customerFor(
    connectionId: string,
    mandate: GoCardlessMandate,
    { position }: LogEventOf<'MandateStatusChanged'>,
  ): Promise<string | null> {
    const { creditorId } = await this.connections.get(connectionId);
    if (mandate.creditorId !== creditorId) return null;
    const named = mandate.metadata[CUSTOMER_TAG];
    if (named !== undefined && (await this.isOurs(connectionId, named))) return named;
    await this.readModels.caughtUp(position);
    const linked = await this.readModels.mandatesOfPayer(connectionId, mandate.gocardlessCustomerId);
    // Read models may trail: whose they are now, their own streams say.
    const links = await Promise.all(linked.map((one) => this.mandates.load(connectionId, one)));
    const owners = new Set(links.flatMap(({ link }) => (link === null ? [] : [link.customerId])));
    const [only] = owners;
    return only !== undefined && owners.size === 1 && (await this.isOurs(connectionId, only)) ? only : null;
  }

  /** The tag can be written by anybody at GoCardless: it counts within its connection only. */
  private async isOurs(connectionId: string, customerId: string): Promise<boolean> {
    return (await this.customers.find(customerId))?.connectionId === connectionId;
  }
}

function isFirst({ observed }: MandateState, causationId: string): boolean {
  return observed.find(({ type }) => type === 'MandateStatusChanged')?.causationId === causationId;
}
