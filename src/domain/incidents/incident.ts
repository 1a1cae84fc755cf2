import { decided, type Decider, type Decision } from '../shared/decider';
import { type Happened } from '../shared/event';
import { type IncidentResolved } from './events';
import { type IncidentEvent } from '../event-groups';
import { streams } from '../shared/streams';

export interface IncidentResolution {
  readonly resolved: IncidentResolved['data'] | null;
}

export interface ResolveIncident {
  readonly type: 'ResolveIncident';
  readonly resolution: IncidentResolved['data'];
}

/** What a person said of an incident; that there is one follows from the facts. The first resolution stays. */
export const incidentDecider: Decider<string, IncidentResolution, ResolveIncident, IncidentEvent> = {
  streamOf: streams.incident,
  initial: { resolved: null },
  evolve: (_state, event: Happened<IncidentEvent>) => ({ resolved: event.data }),
  decide: (command, { resolved }): Decision<IncidentEvent> =>
    resolved === null ? [decided(command, { type: 'IncidentResolved', data: command.resolution })] : [],
  references: ({ resolved }) => (resolved === null ? {} : { connectionId: resolved.connectionId }),
};
