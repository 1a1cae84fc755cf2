import { type Decided, type Fact, type Happened, type References } from './event';
import { type RefusalCode } from './refusal-code';

/** A command that the rules do not allow. A value, not an exception: `code` is for programs, `detail` for people. */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly detail: string;
  /** The field of the request that is at fault, where one is. */
  readonly field?: string;
}

export function refuse(code: RefusalCode, detail: string, field?: string): Refusal {
  return field === undefined ? { refused: true, code, detail } : { refused: true, code, detail, field };
}

export type Decision<F extends Fact> = Refusal | readonly Decided<F>[];

export function isRefusal(outcome: object): outcome is Refusal {
  // An answer may count what GoCardless has refused under the same name.
  return 'refused' in outcome && outcome.refused === true;
}

/** Why something is decided, and when: given once, by whoever executes a command. */
export interface Cause {
  /** The command's id, or that of the GoCardless event behind it. */
  readonly causationId: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** A command with its cause, as `decide` sees it. */
export type Issued<Command> = Command & Cause;

/** A fact that is true from the command's own time on. */
export function decided<F extends Fact>({ causationId, at }: Cause, fact: F): Decided<F> {
  return { ...fact, effectiveAt: at, causationId };
}

/**
 * An aggregate: its stream, and plain functions. `evolve` never fails and never decides; `decide` never reads a clock or makes an id.
 * A repeat of what is already known decides `[]`.
 */
export interface Decider<Id, State, Command, F extends Fact> {
  readonly streamOf: (id: Id) => string;
  readonly initial: State;
  readonly evolve: (state: State, event: Happened<F>) => State;
  readonly decide: (command: Issued<Command>, state: State) => Decision<F>;
  /** What the metadata of this aggregate's events names. */
  readonly references: (state: State, id: Id) => References;
}

/** For the `default` of a switch over a union: the compiler refuses the call while a case is missing. */
export function never(value: never): never {
  throw new Error(`Unexpected value ${JSON.stringify(value)}`);
}
