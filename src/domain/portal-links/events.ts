import { type Fact } from '../shared/event';

/** The customer may look at their own payments and receipts by a link. What opens it stands in no event. */
export type PortalLinkMade = Fact<
  'PortalLinkMade',
  {
    readonly portalLinkId: string;
    readonly customerId: string;
    readonly connectionId: string;
    readonly expiresAt: string;
  }
>;

/** Somebody came in by the link. */
export type PortalLinkOpened = Fact<'PortalLinkOpened', { readonly portalLinkId: string }>;

/** Staff ended the link, and all that was open by it. */
export type PortalLinkRevoked = Fact<'PortalLinkRevoked', { readonly portalLinkId: string }>;
