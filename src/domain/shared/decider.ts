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
  return 'refused' in outcome;
}

/**
 * An aggregate as three plain functions. `evolve` never fails and never decides; `decide` never reads a clock or makes an id.
 * A repeat of what is already known decides `[]`.
 */
export interface Decider<State, Command, F extends Fact> {
  readonly initial: State;
  readonly evolve: (state: State, event: Happened<F>) => State;
  readonly decide: (command: Command, state: State) => Decision<F>;
  /** What the metadata of this aggregate's events names. */
  readonly references: (state: State) => References;
}

/** For the `default` of a switch over a union: the compiler refuses the call while a case is missing. */
export function never(value: never): never {
  throw new Error(`Unexpected value ${JSON.stringify(value)}`);
}
