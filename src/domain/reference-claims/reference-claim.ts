import { type ReferenceClaimEvent } from '../event-groups';
import { decided, type Decider, type Decision, type Issued, never, type Refusal, refuse } from '../shared/decider';
import { type Happened, type References } from '../shared/event';
import { derivedUuid } from '../shared/identity';
import { streams } from '../shared/streams';
import { type Referenced } from './events';

/** What a reference is claimed for: one text names one customer of a connection, and one order. */
export interface ReferenceKey {
  readonly connectionId: string;
  readonly of: Referenced;
  readonly reference: string;
}

export interface Claim {
  readonly id: string;
  /** Names this taking: who gives back what was taken since by another command gives nothing back. */
  readonly takenBy: string;
  readonly takenAt: string;
}

export interface ReferenceClaim {
  readonly connectionId: string | null;
  readonly of: Referenced | null;
  readonly claim: Claim | null;
}

export type ReferenceClaimCommand =
  | {
      readonly type: 'TakeReference';
      readonly key: ReferenceKey;
      readonly id: string;
      /** A holder that was seen not to have it after all, such as one whose command was broken off. */
      readonly insteadOf?: string;
    }
  | { readonly type: 'ReleaseReference'; readonly takenBy: string };

/** A command that took a reference, and has not made anything of it for so long, was broken off. */
const BROKEN_OFF_MS = 10 * 60_000;

/** Refused because another has the reference. It never says which reference. */
export interface ReferenceTakenRefusal extends Refusal {
  readonly id: string;
}

/** Whose a reference is. An append with the revision just read makes two that take it shut each other out. */
export const referenceClaimDecider: Decider<ReferenceKey, ReferenceClaim, ReferenceClaimCommand, ReferenceClaimEvent> =
  {
    streamOf: ({ connectionId, of, reference }) =>
      streams.referenceClaim(connectionId, `${of}.${derivedUuid(reference)}`),
    initial: { connectionId: null, of: null, claim: null },
    evolve,
    decide,
    references,
  };

export function isReferenceTaken(refusal: Refusal): refusal is ReferenceTakenRefusal {
  return refusal.code === 'reference_taken';
}

/** Whether a claim is so old that whoever took it has made of it what they ever will. */
function isSettled({ takenAt }: Claim, at: string): boolean {
  return Date.parse(at) - Date.parse(takenAt) >= BROKEN_OFF_MS;
}

function evolve(_: ReferenceClaim, event: Happened<ReferenceClaimEvent>): ReferenceClaim {
  const { connectionId, of, id } = event.data;
  switch (event.type) {
    case 'ReferenceTaken':
      return { connectionId, of, claim: { id, takenBy: event.causationId, takenAt: event.effectiveAt } };
    case 'ReferenceReleased':
      return { connectionId, of, claim: null };
    default:
      return never(event);
  }
}

function decide(
  command: Issued<ReferenceClaimCommand>,
  { connectionId, of, claim }: ReferenceClaim,
): Decision<ReferenceClaimEvent> {
  switch (command.type) {
    case 'TakeReference': {
      const { key, id, insteadOf } = command;
      const isFree = claim === null || claim.id === id || (claim.id === insteadOf && isSettled(claim, command.at));
      if (!isFree) return taken(claim.id);
      if (claim?.takenBy === command.causationId) return [];
      const data = { connectionId: key.connectionId, of: key.of, id };
      return [decided(command, { type: 'ReferenceTaken', data })];
    }
    case 'ReleaseReference':
      if (claim?.takenBy !== command.takenBy || connectionId === null || of === null) return [];
      return [decided(command, { type: 'ReferenceReleased', data: { connectionId, of, id: claim.id } })];
    default:
      return never(command);
  }
}

function taken(id: string): ReferenceTakenRefusal {
  return { ...refuse('reference_taken', `This reference is that of ${id} already.`, 'reference'), id };
}

function references({ connectionId, of, claim }: ReferenceClaim): References {
  return {
    ...(connectionId === null ? {} : { connectionId }),
    ...(claim === null ? {} : of === 'customer' ? { customerId: claim.id } : { salesOrderId: claim.id }),
  };
}
