import { typesOf } from '../catalogue';
import { decided, type Decision, type Issued, never, refuse } from '../shared/decider';
import { type Decided, type Fact, type Happened } from '../shared/event';
import { type GoCardlessEventForeign, type GoCardlessEventParked } from './events';
import { type WaitingEvent } from '../event-groups';

export type ParkedEvent = GoCardlessEventParked['data'];

/** Events that were put aside on a stream until what they are about is known. Plain JSON. */
export interface Waiting {
  /** All that were ever parked here, in their order of arrival. */
  readonly parked: readonly ParkedEvent[];
  /** Ids of the events that are not our account's. Asking to try one again takes it out. */
  readonly foreign: readonly string[];
  /** Commands that asked to try again. */
  readonly redrives: readonly string[];
}

export const NOTHING_WAITS: Waiting = { parked: [], foreign: [], redrives: [] };

export type WaitingCommand =
  | { readonly type: 'ParkEvents'; readonly parked: readonly ParkedEvent[] }
  | {
      readonly type: 'MarkForeign';
      readonly connectionId: string;
      readonly eventIds: readonly string[];
      readonly reason: GoCardlessEventForeign['data']['reason'];
    }
  | { readonly type: 'RequestRedrive'; readonly connectionId: string; readonly eventId: string };

const WAITING_COMMANDS: Readonly<Record<WaitingCommand['type'], true>> = {
  ParkEvents: true,
  MarkForeign: true,
  RequestRedrive: true,
};

export function isWaitingCommand<C extends { readonly type: string }>(
  command: C,
): command is Extract<C, { readonly type: WaitingCommand['type'] }> {
  return command.type in WAITING_COMMANDS;
}

const WAITING_EVENTS = typesOf('waiting');

export function isWaitingEvent<F extends Fact>(event: F): event is Extract<F, { readonly type: WaitingEvent['type'] }> {
  return WAITING_EVENTS.some((type) => type === event.type);
}

export function evolveWaiting(waiting: Waiting, event: Happened<WaitingEvent>): Waiting {
  switch (event.type) {
    case 'GoCardlessEventParked':
      return isParked(waiting, event.data.event.id) ? waiting : { ...waiting, parked: [...waiting.parked, event.data] };
    case 'GoCardlessEventForeign':
      return { ...waiting, foreign: [...waiting.foreign, event.data.eventId] };
    case 'RedriveRequested':
      return {
        ...waiting,
        foreign: waiting.foreign.filter((eventId) => eventId !== event.data.eventId),
        redrives: [...waiting.redrives, event.causationId],
      };
    default:
      return never(event);
  }
}

/**
 * The parked events that still wait: neither foreign nor recorded since.
 *
 * @param recorded ids of the GoCardless events whose facts stand on the stream
 */
export function stillWaiting({ parked, foreign }: Waiting, recorded: readonly string[]): readonly ParkedEvent[] {
  return parked.filter(({ event }) => !foreign.includes(event.id) && !recorded.includes(event.id));
}

/** The first reason for which an event is parked counts; parking it again decides nothing. */
export function decideWaiting(
  command: Issued<WaitingCommand>,
  waiting: Waiting,
  recorded: readonly string[],
): Decision<WaitingEvent> {
  switch (command.type) {
    case 'ParkEvents':
      return park(command.parked, waiting, recorded);
    case 'MarkForeign': {
      const { connectionId, reason } = command;
      const waits = stillWaiting(waiting, recorded).filter(({ event }) => command.eventIds.includes(event.id));
      return waits.map(({ event: { id } }) => ({
        ...decided(command, { type: 'GoCardlessEventForeign', data: { connectionId, eventId: id, reason } }),
        gocardlessEventId: id,
      }));
    }
    case 'RequestRedrive': {
      const { connectionId, eventId, causationId } = command;
      if (waiting.redrives.includes(causationId)) return [];
      if (!isParked(waiting, eventId) || recorded.includes(eventId)) {
        return refuse('not_parked', `The event ${eventId} does not wait for anything.`);
      }
      const data = { connectionId, eventId };
      return [{ ...decided(command, { type: 'RedriveRequested', data }), gocardlessEventId: eventId }];
    }
    default:
      return never(command);
  }
}

function park(
  arriving: readonly ParkedEvent[],
  waiting: Waiting,
  recorded: readonly string[],
): readonly Decided<GoCardlessEventParked>[] {
  const known = new Set([...waiting.parked.map(({ event }) => event.id), ...recorded]);
  return arriving.flatMap((data) => {
    const { id, createdAt } = data.event;
    if (known.has(id)) return [];
    known.add(id);
    return [
      { type: 'GoCardlessEventParked', data, effectiveAt: createdAt, causationId: id, gocardlessEventId: id },
    ] as const;
  });
}

function isParked({ parked }: Waiting, eventId: string): boolean {
  return parked.some(({ event }) => event.id === eventId);
}
