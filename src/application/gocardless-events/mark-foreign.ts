import { type AnyEvent } from '../../domain/catalogue';
import { type GoCardlessEventForeign } from '../../domain/payment-claims/events';
import { type ParkedEvent, type WaitingCommand } from '../../domain/payment-claims/waiting';
import { type Decider } from '../../domain/shared/decider';
import { type Aggregates, type CommandContext } from '../aggregates';

type MarkForeign = Extract<WaitingCommand, { type: 'MarkForeign' }>;

/** Says of the events that wait on a stream that they are not our account's. */
export async function markForeign<Id extends WaitingThere, State, F extends AnyEvent>(
  aggregates: Aggregates,
  decider: Decider<Id, State, MarkForeign, F>,
  id: NoInfer<Id>,
  waiting: readonly ParkedEvent[],
  reason: GoCardlessEventForeign['data']['reason'],
  context: CommandContext,
): Promise<void> {
  const eventIds = waiting.map(({ event }) => event.id);
  const { connectionId } = id;
  await aggregates.execute(decider, id, { type: 'MarkForeign', connectionId, eventIds, reason }, context);
}

/** A thing of GoCardless's. */
interface WaitingThere {
  readonly connectionId: string;
}
