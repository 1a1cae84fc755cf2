export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Certain: drawn full. */
  readonly amount: number;
  /** Not certain yet: drawn above it as an outline. */
  readonly planned: number;
}

/** The height of each bar as a share of the highest; no bar for nothing, and one that can be seen for anything. */
export function heightsOf(amounts: readonly number[]): readonly number[] {
  const highest = Math.max(0, ...amounts);
  return amounts.map((amount) => (amount <= 0 || highest === 0 ? 0 : Math.max(0.01, amount / highest)));
}

export interface Step {
  readonly label: string;
  readonly amount: number;
  readonly kind: 'begin' | 'change' | 'end';
}

export interface PlacedStep extends Step {
  /** From 0 to 1 along the scale. */
  readonly from: number;
  readonly to: number;
}

/** A waterfall: each change begins where the one before ended; begin and end stand on zero. */
export function waterfallOf(steps: readonly Step[]): readonly PlacedStep[] {
  let level = 0;
  const spans = steps.map(({ amount, kind }) => {
    const from = kind === 'change' ? level : 0;
    level = from + amount;
    return [from, level] as const;
  });
  const lowest = Math.min(0, ...spans.flat());
  const highest = Math.max(0, ...spans.flat());
  const place = (value: number) => (highest === lowest ? 0 : (value - lowest) / (highest - lowest));
  return steps.map((step, index) => {
    const [from = 0, to = 0] = spans[index] ?? [];
    return { ...step, from: place(Math.min(from, to)), to: place(Math.max(from, to)) };
  });
}
