import { Inject, Injectable } from '@nestjs/common';
import { CATALOGUE, type AnyEvent } from '../domain/catalogue';
import { type DeliveredEvent } from '../domain/deliveries/delivered-event';
import { type Decider, isRefusal, type Issued, type Refusal } from '../domain/shared/decider';
import {
  type Actor,
  type Decided,
  type EventMetadata,
  type Fact,
  type Happened,
  type References,
} from '../domain/shared/event';
import { derivedUuid } from '../domain/shared/identity';
import { type Clock, CLOCK } from './ports/clock';
import {
  EVENT_STORE,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type RecordedEvent,
  VersionConflict,
} from './ports/event-store';

/** Who asks for something, when, and under which id: the same id again is the same command, and the cause of what it decides. */
export interface CommandContext {
  readonly commandId: string;
  readonly correlationId: string;
  readonly actor: Actor;
  /** When it was asked, ISO 8601 UTC. */
  readonly at: string;
  /** For observed facts: which delivery brought which GoCardless event. */
  readonly broughtBy?: ReadonlyMap<string, BroughtBy>;
}

/** The same context with another cause than the command that was asked for. */
export function causedBy(context: CommandContext, causationId: string): CommandContext {
  return { ...context, commandId: causationId };
}

/** The same context for one of several commands to which one leads: each is a cause of its own. */
export function inStep(context: CommandContext, step: string): CommandContext {
  return causedBy(context, `${context.commandId}:${step}`);
}

/** A command as `decide` sees it. */
export function issued<Command>(command: Command, { commandId, at }: CommandContext): Issued<Command> {
  return { ...command, causationId: commandId, at };
}

/** The delivery that brought a GoCardless event, and the event's place in it. */
export type BroughtBy = Pick<DeliveredEvent, 'deliveryStream' | 'deliveryIndex' | 'webhookId'>;

export interface Loaded<State> {
  readonly state: State;
  /** Revision of the last event, or `no_stream`. */
  readonly revision: ExpectedRevision;
  /** Position of the last event; the log's start when there is none. */
  readonly position: Position;
}

export interface Executed<State, F extends Fact> extends Loaded<State> {
  /** What was decided and appended; empty for a repeat. */
  readonly events: readonly Decided<F>[];
}

/** Another writer may win this often before a command gives up: each of them has made progress, so this is a fault elsewhere. */
const MAX_CONFLICTS = 50;

/** Loads, decides, appends: what every command handler does with an aggregate. */
@Injectable()
export class Aggregates {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async load<Id, State, Command, F extends AnyEvent>(
    decider: Decider<Id, State, Command, F>,
    id: NoInfer<Id>,
  ): Promise<Loaded<State>> {
    return this.folded(decider, await this.store.read(decider.streamOf(id)));
  }

  /** Many of a kind, in the order of the ids: one question of the store. */
  async loadMany<Id, State, Command, F extends AnyEvent>(
    decider: Decider<Id, State, Command, F>,
    ids: readonly NoInfer<Id>[],
  ): Promise<readonly Loaded<State>[]> {
    if (ids.length === 0) return [];
    return (await this.store.readMany(ids.map(decider.streamOf))).map((events) => this.folded(decider, events));
  }

  private folded<Id, State, Command, F extends AnyEvent>(
    decider: Decider<Id, State, Command, F>,
    events: readonly RecordedEvent[],
  ): Loaded<State> {
    const last = events.at(-1);
    return {
      state: events.reduce((state, event) => decider.evolve(state, happened<F>(event)), decider.initial),
      revision: last?.revision ?? 'no_stream',
      position: last?.position ?? this.store.start(),
    };
  }

  /** A refusal is a value. A conflict means that another was first: the command is decided again on what they left. */
  async execute<Id, State, Command, F extends AnyEvent>(
    decider: Decider<Id, State, Command, F>,
    id: NoInfer<Id>,
    command: NoInfer<Command>,
    context: CommandContext,
  ): Promise<Executed<State, F> | Refusal> {
    for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts += 1) {
      const executed = await this.unlessMoved(await this.load(decider, id), decider, id, command, context);
      if (executed !== null) return executed;
    }
    return this.executeOn(await this.load(decider, id), decider, id, command, context);
  }

  /** The same on what the caller has loaded: the stream is read again only when somebody else has written to it since. */
  async executeLoaded<Id, State, Command, F extends AnyEvent>(
    loaded: Loaded<NoInfer<State>>,
    decider: Decider<Id, State, Command, F>,
    id: NoInfer<Id>,
    command: NoInfer<Command>,
    context: CommandContext,
  ): Promise<Executed<State, F> | Refusal> {
    return (
      (await this.unlessMoved(loaded, decider, id, command, context)) ??
      (await this.execute(decider, id, command, context))
    );
  }

  /** The same for a stream that nobody will have written to: it is read only when somebody has. */
  async executeOnNew<Id, State, Command, F extends AnyEvent>(
    decider: Decider<Id, State, Command, F>,
    id: NoInfer<Id>,
    command: NoInfer<Command>,
    context: CommandContext,
  ): Promise<Executed<State, F> | Refusal> {
    const nothing: Loaded<State> = { state: decider.initial, revision: 'no_stream', position: this.store.start() };
    return this.executeLoaded(nothing, decider, id, command, context);
  }

  /**
   * Decides on a state that was remembered. It may be behind: then the append is a conflict, and that nothing is to be appended counts only
   * when the state holds what the command speaks of. In both cases the stream is read and the command decided again.
   */
  async executeFrom<Id, State, Command, F extends AnyEvent>(
    remembered: Loaded<NoInfer<State>>,
    holds: (state: NoInfer<State>) => boolean,
    decider: Decider<Id, State, Command, F>,
    id: NoInfer<Id>,
    command: NoInfer<Command>,
    context: CommandContext,
  ): Promise<Executed<State, F> | Refusal> {
    const executed = await this.unlessMoved(remembered, decider, id, command, context);
    const counts = executed !== null && !isRefusal(executed) && (executed.events.length > 0 || holds(executed.state));
    return counts ? executed : this.execute(decider, id, command, context);
  }

  /** Null when the stream has moved on: then nothing was appended. */
  private async unlessMoved<Id, State, Command, F extends AnyEvent>(
    ...given: Parameters<typeof this.executeOn<Id, State, Command, F>>
  ): Promise<Executed<State, F> | Refusal | null> {
    try {
      return await this.executeOn(...given);
    } catch (error) {
      if (error instanceof VersionConflict) return null;
      throw error;
    }
  }

  /** Decides on what was loaded and appends behind it. Throws `VersionConflict` when the stream has moved on. */
  async executeOn<Id, State, Command, F extends AnyEvent>(
    loaded: Loaded<NoInfer<State>>,
    decider: Decider<Id, State, Command, F>,
    id: NoInfer<Id>,
    command: NoInfer<Command>,
    context: CommandContext,
  ): Promise<Executed<State, F> | Refusal> {
    const decision = decider.decide(issued(command, context), loaded.state);
    if (isRefusal(decision)) return decision;
    if (decision.length === 0) return { ...loaded, events: [] };
    const recordedAt = this.clock.now();
    const state = decision.reduce<State>(
      (next, event) => decider.evolve(next, withTime<F>(event, recordedAt)),
      loaded.state,
    );
    const stream = decider.streamOf(id);
    const events = envelop(stream, decision, decider.references(state, id), context, recordedAt);
    const { revision, position } = await this.store.append(stream, loaded.revision, events);
    return { state, revision, position, events: decision };
  }
}

function withTime<F extends Fact>(event: Decided<F>, recordedAt: string): Happened<F> {
  const one: Fact = { ...event, recordedAt };
  return one as Happened<F>; // a decided event, now with its time
}

/** A stored event as `evolve` sees it. */
export function happened<F extends AnyEvent>(event: RecordedEvent): Happened<F> {
  const { causationId, effectiveAt, recordedAt, gocardlessEventId } = event.metadata;
  const one: Happened<Fact> = {
    type: event.type,
    data: event.data,
    effectiveAt,
    causationId,
    recordedAt,
    ...(gocardlessEventId === undefined ? {} : { gocardlessEventId }),
  };
  return one as Happened<F>; // a stream holds only its own aggregate's events, which the codec checked against the catalogue
}

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/**
 * Wraps decided events for the log. An event's id is derived from (connection, stream, cause, type, index), so that a retry makes the
 * same events again.
 */
function envelop<F extends AnyEvent>(
  stream: string,
  decided: readonly Decided<F>[],
  references: References,
  context: CommandContext,
  recordedAt: string,
): readonly NewEvent[] {
  const counts = new Map<string, number>();
  return decided.map((event) => {
    const { type, data, effectiveAt, causationId, gocardlessEventId } = event;
    const kind = `${type} ${causationId}`;
    const index = counts.get(kind) ?? 0;
    counts.set(kind, index + 1);
    const brought = gocardlessEventId === undefined ? undefined : context.broughtBy?.get(gocardlessEventId);
    const metadata: Writable<EventMetadata> = {
      ...references,
      v: CATALOGUE[type].version,
      causationId,
      correlationId: context.correlationId,
      actor: context.actor,
      effectiveAt,
      recordedAt,
    };
    if (gocardlessEventId !== undefined) metadata.gocardlessEventId = gocardlessEventId;
    if (brought !== undefined) {
      metadata.deliveryStream = brought.deliveryStream;
      metadata.deliveryIndex = brought.deliveryIndex;
    }
    if (brought !== undefined && brought.webhookId !== null) metadata.webhookId = brought.webhookId;
    return { id: derivedUuid(references.connectionId ?? '', stream, causationId, type, index), type, data, metadata };
  });
}
