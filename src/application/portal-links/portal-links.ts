import { Inject, Injectable } from '@nestjs/common';
import { isLive, type MadePortalLink, type PortalLink, portalLinkDecider } from '../../domain/portal-links/portal-link';
import { Aggregates } from '../aggregates';
import { Customers } from '../customers/customers';
import { CLOCK, type Clock } from '../ports/clock';

/** Whose page a link opens now. Read from the log itself: what was revoked a moment ago opens nothing. */
@Injectable()
export class PortalLinks {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly customers: Customers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The link while somebody may be in by it; it ends with its customer. Null otherwise, whatever the reason. */
  async findLive(portalLinkId: string): Promise<MadePortalLink | null> {
    const link = await this.find(portalLinkId);
    if (!isLive(link, this.clock.now())) return null;
    return (await this.customers.find(link.customerId)) === null ? null : link;
  }

  /** Whether the link is, or was, one of this customer. */
  async isOf(customerId: string, portalLinkId: string): Promise<boolean> {
    const link = await this.find(portalLinkId);
    return link.status !== 'none' && link.customerId === customerId;
  }

  private async find(portalLinkId: string): Promise<PortalLink> {
    return (await this.aggregates.load(portalLinkDecider, portalLinkId)).state;
  }
}
