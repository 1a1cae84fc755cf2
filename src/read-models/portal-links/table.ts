import { typesOf } from '../../domain/catalogue';
import { never } from '../../domain/shared/decider';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';
import { thingOf } from '../happened';

export interface PortalLinkRow extends Row {
  readonly connectionId: string;
  readonly customerId: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly expiresAt: string;
  readonly lastOpenedAt: string | null;
  readonly revokedAt: string | null;
}

export const portalLinks = tableOf<PortalLinkRow>()({
  name: 'portal_links',
  columns: {
    connectionId: 'text',
    customerId: 'text',
    madeAt: 'instant',
    madeBy: 'text',
    expiresAt: 'instant',
    lastOpenedAt: 'instant',
    revokedAt: 'instant',
  },
  keeps: 'history',
  indexes: [['customerId']],
  handles: typesOf('portalLink'),
  touches: (event) => [thingOf(event)],
  fold: (row, { type, data, metadata }, id) => {
    const { effectiveAt, actor } = metadata;
    if (type === 'PortalLinkMade') {
      const { connectionId, customerId, expiresAt } = data;
      const made = { madeAt: effectiveAt, madeBy: actor, expiresAt };
      return { id, connectionId, customerId, ...made, lastOpenedAt: null, revokedAt: null };
    }
    if (row === null) return null;
    switch (type) {
      case 'PortalLinkOpened':
        return { ...row, lastOpenedAt: effectiveAt };
      case 'PortalLinkRevoked':
        return { ...row, revokedAt: effectiveAt };
      default:
        return never(type);
    }
  },
});

export const portalLinksReadModel: ReadModel = { name: 'portal-links', version: 1, tables: [portalLinks] };
