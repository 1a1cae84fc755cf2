const SHORT = 18;

/** An id cut in the middle, so that its kind and its end can be compared. */
export function shortened(id: string): string {
  return id.length <= SHORT ? id : `${id.slice(0, 9)}…${id.slice(-6)}`;
}
