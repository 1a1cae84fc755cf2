/**
 * One active worker of each name in all processes. The lock falls when its holder dies, so that another takes over within seconds; it is
 * a convenience, not a guard: the checkpoint's compare and the expected revisions are.
 */
export interface WorkerLocks {
  /** Waits until the lock is ours, runs the work with a signal that is aborted when the lock is lost, and gives the lock back. */
  whileHeld(name: string, stop: AbortSignal, work: (held: AbortSignal) => Promise<void>): Promise<void>;
}

export const WORKER_LOCKS = Symbol('WorkerLocks');
