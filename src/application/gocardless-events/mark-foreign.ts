import { type AnyEvent } from '../../domain/catalogue';
import { type GoCardlessEventForeign } from '../../domain/payment-claims/events';
import { type ParkedEvent, type WaitingCommand } from '../../domain/payment-claims/waiting';
import { type Decider } from '../../domain/shared/decider';
import { type Aggregates, type CommandContext } from '../aggregates';

type MarkForeign = Extract<WaitingCommand, { type: 'MarkForeign' }>;

/** Says of the events that wait on a stream that they are not our account's. */
export async function markForeign<State, F extends AnyEvent>(
  aggregates: Aggregates,
  decider: Decider<State, MarkForeign, F>,
  { stream, connectionId, waiting }: WaitingThere,
  reason: GoCardlessEventForeign['data']['reason'],
  context: CommandContext,
): Promise<void> {
  const { commandId: causationId, at } = context;
  const eventIds = waiting.map(({ event }) => event.id);
  const command: MarkForeign = { type: 'MarkForeign', connectionId, eventIds, reason, causationId, at };
  await aggregates.execute(decider, stream, command, context);
}

interface WaitingThere {
  readonly stream: string;
  readonly connectionId: string;
  readonly waiting: readonly ParkedEvent[];
}
