import { type Decider } from '../shared/decider';
import { type Happened } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type Processed, withCause } from '../shared/processed-causes';
import { streams } from '../shared/streams';
import { type GoCardlessResourceChanged } from './events';
import { resourceFacts } from './gocardless-facts';

export interface GoCardlessResourceState extends Processed {
  /** The mandate that came of it, or null. */
  readonly mandateId: string | null;
}

export interface GoCardlessResourceId {
  readonly connectionId: string;
  readonly resourceId: string;
}

export interface ObserveResourceEvents {
  readonly type: 'ObserveResourceEvents';
  readonly connectionId: string;
  readonly events: readonly GoCardlessEvent[];
}

/** Something at GoCardless that moves no money of the books: what is said of it is recorded, each event once. */
export const gocardlessResourceDecider: Decider<
  GoCardlessResourceId,
  GoCardlessResourceState,
  ObserveResourceEvents,
  GoCardlessResourceChanged
> = {
  streamOf: ({ connectionId, resourceId }) => streams.gocardlessResource(connectionId, resourceId),
  initial: { mandateId: null, processedCauseIds: [] },
  evolve: ({ mandateId, processedCauseIds }, { data, causationId }: Happened<GoCardlessResourceChanged>) => ({
    mandateId: data.mandateId ?? mandateId,
    processedCauseIds: withCause(processedCauseIds, causationId),
  }),
  decide: ({ connectionId, events }, { processedCauseIds }) => resourceFacts(connectionId, events, processedCauseIds),
  references: ({ mandateId }, { connectionId }) =>
    mandateId === null ? { connectionId } : { connectionId, mandateId },
};
