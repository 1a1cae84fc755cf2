/** What a saved state names by id, and therefore holds. */
export function known<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`The state names ${id} and does not hold it.`);
  return found;
}
