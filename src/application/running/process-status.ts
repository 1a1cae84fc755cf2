import { Injectable } from '@nestjs/common';
import { type Position } from '../ports/event-store';

/** How a process fares, for readiness and metrics. `standing_by`: another process of ours does the work. */
export interface ProcessStatus {
  readonly name: string;
  /** A process reads the log, and has a position; a timer only wakes now and then. */
  readonly kind: 'process' | 'timer';
  readonly state: 'standing_by' | 'running' | 'retrying' | 'stopped';
  readonly position: Position | null;
  /** Why it retries or stopped: a sentence without personal data. */
  readonly reason: string | null;
}

@Injectable()
export class ProcessStatuses {
  private readonly statuses = new Map<string, ProcessStatus>();

  set(name: string, change: Partial<Omit<ProcessStatus, 'name'>>): void {
    const known = this.statuses.get(name) ?? {
      name,
      kind: 'process',
      state: 'standing_by',
      position: null,
      reason: null,
    };
    this.statuses.set(name, { ...known, ...change });
  }

  all(): readonly ProcessStatus[] {
    return [...this.statuses.values()];
  }
}
