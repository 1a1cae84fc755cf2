import { Injectable } from '@nestjs/common';
import { mandateObstacle, type MandateObstacle } from '../../domain/mandates/obstacle';
import { Connections } from '../connections/connections';
import { BatchedReads } from '../gocardless-reads/batched-reads';
import { unlessNotFound } from '../gocardless-reads/unless-not-found';
import { type GoCardlessPayment } from '../ports/gocardless';
import { Mandates } from './mandates';

/** Says of what GoCardless has whether its money is for these books. */
@Injectable()
export class MandateObstacles {
  constructor(
    private readonly connections: Connections,
    private readonly mandates: Mandates,
    private readonly reads: BatchedReads,
  ) {}

  /**
   * GoCardless is asked only about a mandate that nobody has looked at: what is linked was looked at then.
   *
   * @param lookedAt the mandate that the caller has looked at just now
   */
  async ofPayment(
    connectionId: string,
    { creditorId, mandateId, createdAt }: Pick<GoCardlessPayment, 'creditorId' | 'mandateId' | 'createdAt'>,
    lookedAt: string | null = null,
  ): Promise<MandateObstacle | null> {
    const ours = (await this.connections.get(connectionId)).creditorId;
    if (creditorId !== ours) return 'other_creditor';
    if (mandateId === lookedAt) return null;
    if ((await this.mandates.load(connectionId, mandateId)).customerId !== null) return null;
    const mandate = await unlessNotFound(this.reads.mandate(connectionId, { id: mandateId, at: createdAt }));
    return mandate && mandateObstacle(mandate, ours);
  }
}
