/** What GoCardless said of one thing, as far as its place among the others goes. */
export interface OrderableFact {
  readonly effectiveAt: string;
  readonly gocardlessEventId?: string;
  readonly causationId: string;
}

/** What orders facts that fall into one instant. */
export interface StateMachine<Status, F> {
  readonly start: Status;
  /** Lower comes first. */
  readonly rank: (fact: F) => number;
  /** Whether GoCardless's own table of transitions has this fact next. */
  readonly allows: (status: Status, fact: F) => boolean;
  /** The status after the fact; defined for every fact, also one that the table does not have. */
  readonly next: (status: Status, fact: F) => Status;
}

/**
 * The one order of a set of facts, whatever order they arrived in: by effective time; within one instant whichever fact the state
 * machine allows next, lowest rank first; where it allows none, by rank; at last by event id.
 */
export function orderFacts<Status, F extends OrderableFact>(
  facts: readonly F[],
  machine: StateMachine<Status, F>,
): readonly F[] {
  const waiting = [...facts].sort(
    (a, b) =>
      compareText(a.effectiveAt, b.effectiveAt) ||
      machine.rank(a) - machine.rank(b) ||
      compareText(a.causationId, b.causationId),
  );
  const ordered: F[] = [];
  let status = machine.start;
  for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
    const { effectiveAt } = first;
    const sameInstant = waiting.filter((fact) => fact.effectiveAt === effectiveAt);
    const next = sameInstant.find((fact) => machine.allows(status, fact)) ?? first;
    waiting.splice(waiting.indexOf(next), 1);
    ordered.push(next);
    status = machine.next(status, next);
  }
  return ordered;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
