import { type Position } from './event-store';

/**
 * How far each process has read. `save` compares and sets: false means that another process has moved it, and the caller must load it
 * again. A position of another store is refused with an error.
 */
export interface ProcessCheckpoints {
  load(process: string): Promise<ProcessCheckpoint | null>;
  save(process: string, previous: ProcessCheckpoint | null, next: ProcessCheckpoint): Promise<boolean>;
}

export interface ProcessCheckpoint {
  readonly position: Position;
  /** What the process keeps beside its position, as JSON text. */
  readonly state: string;
}

export const PROCESS_CHECKPOINTS = Symbol('ProcessCheckpoints');
