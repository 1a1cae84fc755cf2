import { type PortalLinkEvent } from '../event-groups';
import { decided, type Decider, type Decision, type Issued, never, type Refusal, refuse } from '../shared/decider';
import { type Happened, type References } from '../shared/event';
import { streams } from '../shared/streams';

const HOUR_MS = 3_600_000;
const LIFE_MS = 7 * 24 * HOUR_MS;
/** Whoever opens it again and again does not fill the log. */
const NOTED_EVERY_MS = HOUR_MS;

export interface MadePortalLink {
  readonly status: 'live' | 'revoked';
  readonly portalLinkId: string;
  readonly customerId: string;
  readonly connectionId: string;
  readonly expiresAt: string;
  readonly lastOpenedAt: string | null;
}

export type PortalLink = { readonly status: 'none' } | MadePortalLink;

export type PortalLinkCommand =
  | {
      readonly type: 'MakePortalLink';
      readonly portalLinkId: string;
      readonly customerId: string;
      readonly connectionId: string;
    }
  | { readonly type: 'OpenPortalLink' }
  | { readonly type: 'RevokePortalLink' };

/** One link of a customer to their own page. It ends by itself after seven days; that it ends with its customer is not known here. */
export const portalLinkDecider: Decider<string, PortalLink, PortalLinkCommand, PortalLinkEvent> = {
  streamOf: streams.portalLink,
  initial: { status: 'none' },
  evolve,
  decide,
  references,
};

/** Whether somebody may come in, and stay in, by it. */
export function isLive(link: PortalLink, at: string): link is MadePortalLink {
  return link.status === 'live' && at < link.expiresAt;
}

/** The same for a link that never was, was revoked, or is too old: nobody learns which. */
export function portalLinkNotValid(): Refusal {
  return refuse('portal_link_not_valid', 'This link does not work, or no longer. Ask for a new one.');
}

function evolve(state: PortalLink, event: Happened<PortalLinkEvent>): PortalLink {
  if (event.type === 'PortalLinkMade') return { status: 'live', ...event.data, lastOpenedAt: null };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'PortalLinkOpened':
      return { ...state, lastOpenedAt: event.effectiveAt };
    case 'PortalLinkRevoked':
      return { ...state, status: 'revoked' };
    default:
      return never(event);
  }
}

function references(state: PortalLink): References {
  if (state.status === 'none') return {};
  return { connectionId: state.connectionId, customerId: state.customerId };
}

function decide(command: Issued<PortalLinkCommand>, state: PortalLink): Decision<PortalLinkEvent> {
  const { at } = command;
  switch (command.type) {
    case 'MakePortalLink': {
      const { portalLinkId, customerId, connectionId } = command;
      if (state.status !== 'none') return [];
      const expiresAt = later(at, LIFE_MS);
      return [
        decided(command, { type: 'PortalLinkMade', data: { portalLinkId, customerId, connectionId, expiresAt } }),
      ];
    }
    case 'OpenPortalLink': {
      if (!isLive(state, at)) return portalLinkNotValid();
      const { portalLinkId, lastOpenedAt } = state;
      if (lastOpenedAt !== null && at < later(lastOpenedAt, NOTED_EVERY_MS)) return [];
      return [decided(command, { type: 'PortalLinkOpened', data: { portalLinkId } })];
    }
    case 'RevokePortalLink': {
      if (state.status === 'none') return refuse('not_found', 'There is no such link.');
      if (state.status === 'revoked') return [];
      return [decided(command, { type: 'PortalLinkRevoked', data: { portalLinkId: state.portalLinkId } })];
    }
    default:
      return never(command);
  }
}

function later(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}
