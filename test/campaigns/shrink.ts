/** Plays that looking for the smallest failing one may take. */
const MAX_TRIES = 60;

/**
 * The smallest list found that still fails: parts are left out, first halves, then ever smaller ones, for as long as what is left fails. `fails`
 * answers what goes wrong, or null when nothing does.
 */
export async function shrink<T>(
  all: readonly T[],
  reason: string,
  fails: (some: readonly T[]) => Promise<string | null>,
): Promise<{ readonly smallest: readonly T[]; readonly reason: string }> {
  let found = { smallest: all, reason };
  let tries = 0;
  const without = async (start: number, size: number): Promise<boolean> => {
    tries += 1;
    const left = found.smallest.filter((_, index) => index < start || index >= start + size);
    const problem = await fails(left);
    if (problem !== null) found = { smallest: left, reason: problem };
    return problem !== null;
  };
  if (all.length > 0 && (await without(0, all.length))) return found;
  for (let size = Math.ceil(all.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < found.smallest.length && tries < MAX_TRIES;) {
      if (!(await without(start, size))) start += size;
    }
  }
  return found;
}
