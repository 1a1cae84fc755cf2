/** Numbers from one to another, both included. A list of ranges is in order, and its ranges are apart from each other. */
export type Range = readonly [from: number, to: number];
export type Ranges = readonly Range[];

/** The ranges that hold just these numbers. */
export function rangesOf(numbers: readonly number[]): Ranges {
  return merged(numbers.map((number) => [number, number]));
}

export function together(some: Ranges, others: Ranges): Ranges {
  return merged([...some, ...others]);
}

/** What of the first is not in the second. */
export function without(ranges: Ranges, taken: Ranges): Ranges {
  const left: Range[] = [];
  let next = 0;
  for (const [from, to] of ranges) {
    let start = from;
    while ((taken[next]?.[1] ?? Infinity) < start) next += 1;
    for (let index = next; start <= to; index += 1) {
      const [takenFrom, takenTo] = taken[index] ?? [Infinity, Infinity];
      if (start < takenFrom) left.push([start, Math.min(to, takenFrom - 1)]);
      start = takenTo + 1;
    }
  }
  return left;
}

export function countIn(ranges: Ranges): number {
  return ranges.reduce((count, [from, to]) => count + to - from + 1, 0);
}

export function isIn(ranges: Ranges, number: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? Infinity) < number) low = middle + 1;
    else high = middle;
  }
  return number >= (ranges[low]?.[0] ?? Infinity);
}

function merged(ranges: Ranges): Ranges {
  const inOrder: [number, number][] = [];
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = inOrder.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else inOrder.push([from, to]);
  }
  return inOrder;
}
