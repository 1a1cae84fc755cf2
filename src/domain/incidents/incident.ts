import { type Decider, type Decision } from '../shared/decider';
import { type Happened } from '../shared/event';
import { type IncidentResolved } from './events';
import { type IncidentEvent } from '../event-groups';

export interface IncidentResolution {
  readonly resolved: IncidentResolved['data'] | null;
}

export interface ResolveIncident {
  readonly type: 'ResolveIncident';
  readonly resolution: IncidentResolved['data'];
  readonly causationId: string;
  readonly at: string;
}

/** What a person said of an incident; that there is one follows from the facts. The first resolution stays. */
export const incidentDecider: Decider<IncidentResolution, ResolveIncident, IncidentEvent> = {
  initial: { resolved: null },
  evolve: (_state, event: Happened<IncidentEvent>) => ({ resolved: event.data }),
  decide: ({ resolution, causationId, at }, { resolved }): Decision<IncidentEvent> =>
    resolved === null ? [{ type: 'IncidentResolved', data: resolution, effectiveAt: at, causationId }] : [],
  references: ({ resolved }) => (resolved === null ? {} : { connectionId: resolved.connectionId }),
};
