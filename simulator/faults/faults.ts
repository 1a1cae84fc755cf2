export const FAULT_KINDS = [
  '500',
  '502html',
  '429',
  'reset',
  'hang',
  'slow',
  'resetAfterCommit',
  'errorString',
  'wrongJson',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly method: string | null;
  readonly path: string | null;
  readonly fault: FaultKind;
  readonly delayMs: number;
  times: number;
}

/** The disturbances that wait for their requests. */
export class Faults {
  private waiting: Fault[];

  constructor(waiting: readonly Fault[] = []) {
    this.waiting = [...waiting];
  }

  add(fault: Fault): void {
    this.waiting.push(fault);
  }

  clear(): void {
    this.waiting = [];
  }

  list(): readonly Fault[] {
    return this.waiting.map((fault) => ({ ...fault }));
  }

  /** The first fault that fits the request, used up by one. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.waiting.find(
      (candidate) =>
        (candidate.method === null || candidate.method === method) &&
        (candidate.path === null || path.startsWith(candidate.path)),
    );
    if (fault === undefined) return undefined;
    fault.times -= 1;
    this.waiting = this.waiting.filter(({ times }) => times > 0);
    return fault;
  }
}
