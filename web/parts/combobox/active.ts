/** The option after a step up or down, round the ends; -1 = none is active. */
export function moved(active: number, step: 1 | -1, options: number): number {
  if (options === 0) return -1;
  if (active < 0) return step === 1 ? 0 : options - 1;
  return (active + step + options) % options;
}
