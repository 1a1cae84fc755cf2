/** Waits some milliseconds of real time; returns early when the signal is aborted. Injected, so that no test has to wait. */
export type Delay = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const DELAY = Symbol('Delay');
