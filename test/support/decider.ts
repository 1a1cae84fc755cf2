import { type AnyEvent, type EventType } from '../../src/domain/catalogue';
import { type Cause, type Decider, isRefusal, type Issued, type Refusal } from '../../src/domain/shared/decider';
import { type Decided, type Fact, type Happened } from '../../src/domain/shared/event';
import { type RefusalCode } from '../../src/domain/shared/refusal-code';

type EventOf<T extends EventType> = Extract<AnyEvent, { readonly type: T }>;
type Stamp = Omit<Happened<Fact>, 'type' | 'data'>;

const STAMP: Stamp = {
  effectiveAt: '2026-01-05T09:00:00.000Z',
  causationId: 'a-command',
  recordedAt: '2026-01-05T09:00:01.000Z',
};

/** An event as it stands in the log, with a stamp that a test overrides where it matters. */
export function happened<T extends EventType>(
  type: T,
  data: EventOf<T>['data'],
  stamp: Partial<Stamp> = {},
): Happened<EventOf<T>> {
  // TypeScript does not narrow a union by a type parameter; the signature binds `data` to `type`.
  return { type, data, ...STAMP, ...stamp } as Happened<EventOf<T>>;
}

/** Decided events as they are once the log has recorded them. */
export function recorded<F extends Fact>(events: readonly Decided<F>[]): Happened<F>[] {
  return events.map((event) => ({ ...event, recordedAt: STAMP.recordedAt }));
}

/** The state after a history. */
export function stateAfter<Id, State, Command, F extends Fact>(
  decider: Decider<Id, State, Command, F>,
  events: readonly Happened<F>[],
): State {
  return events.reduce(decider.evolve, decider.initial);
}

/** A command, with its cause where a test says it. */
export type Asked<Command> = Command & Partial<Cause>;

/** A command as it is executed, unless the test says otherwise at the time and by the cause of every stamp here. */
export function issued<Command>(command: Asked<Command>): Issued<Command> {
  return { causationId: STAMP.causationId, at: STAMP.effectiveAt, ...command };
}

/** `given(decider, history).when(command).then(events)`: order, fields and stamps must be exactly those. */
export function given<Id, State, Command, F extends Fact>(
  decider: Decider<Id, State, Command, F>,
  history: readonly Happened<F>[],
) {
  const state = stateAfter(decider, history);
  return {
    /** A test gives the cause where it matters. */
    when(command: Asked<NoInfer<Command>>) {
      const outcome = decider.decide(issued<Command>(command), state);
      return {
        /** What was decided; fails the test when the command was refused. */
        events(): readonly Decided<F>[] {
          if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.code} (${outcome.detail})`);
          return outcome;
        },
        then(expected: readonly Happened<F>[]): void {
          expect(isRefusal(outcome) ? outcome : recorded(outcome)).toStrictEqual(recorded(expected));
        },
        thenRefused(code: RefusalCode, field?: string): void {
          const refusal: Partial<Refusal> =
            field === undefined ? { refused: true, code } : { refused: true, code, field };
          expect(outcome).toMatchObject(refusal);
        },
      };
    },
  };
}
