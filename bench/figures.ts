/** What was measured. */
export interface Figure {
  readonly what: string;
  /** Null where this system can not tell. */
  readonly value: number | null;
  readonly unit:
    | 'appends/s'
    | 'events/s'
    | 'payments/s'
    | 'requests/s'
    | 'events'
    | 'rows'
    | 'ms'
    | 's'
    | 'µs/event'
    | 'µs/payment'
    | 'bytes/payment'
    | 'MB'
    | '%';
  /** What the product wants of it. */
  readonly goal?: { readonly least: number } | { readonly most: number };
}

/** A figure as a row of the table. */
export function rowOf({ what, value, unit, goal }: Figure) {
  if (goal === undefined || value === null) return { what, value, unit };
  const met = 'least' in goal ? value >= goal.least : value <= goal.most;
  return { what, value, unit, goal: 'least' in goal ? `≥ ${goal.least}` : `≤ ${goal.most}`, met };
}

/** Three digits tell enough: the rest is the weather. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** The time that this share of all was not above, in milliseconds. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

/** So many callers do the same again and again, each as soon as it was answered. */
export async function loop(callers: number, seconds: number, once: (caller: number, turn: number) => Promise<void>) {
  const times: number[] = [];
  const begin = performance.now();
  const call = async (caller: number): Promise<void> => {
    for (let turn = 0; performance.now() - begin < seconds * 1000; turn += 1) {
      const start = performance.now();
      await once(caller, turn);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  return { perSecond: rounded((times.length / (performance.now() - begin)) * 1000), times };
}
