import { Inject, Injectable } from '@nestjs/common';
import { type Delay, DELAY } from '../ports/delay';
import { comparePositions, EVENT_STORE, type EventStore } from '../ports/event-store';
import { type Log, LOG } from '../ports/log';
import { PROCESS_CHECKPOINTS, type ProcessCheckpoints } from '../ports/process-checkpoints';
import { WORKER_LOCKS, type WorkerLocks } from '../ports/worker-locks';
import { never } from '../../domain/shared/decider';
import { type Process } from './process';
import { ProcessStatuses } from './process-status';
import { runPartitions } from './run-partitions';
import { runPages } from './run-pages';
import { type Running, transientReason } from './process-context';

const PAUSE_AFTER_OUTAGE = 1_000;

/** Runs processes under their locks: one active of each name, taken over when its holder dies, resumed from its checkpoint. */
@Injectable()
export class ProcessRunner {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(PROCESS_CHECKPOINTS) private readonly checkpoints: ProcessCheckpoints,
    @Inject(WORKER_LOCKS) private readonly locks: WorkerLocks,
    @Inject(DELAY) private readonly delay: Delay,
    @Inject(LOG) private readonly log: Log,
    @Inject(ProcessStatuses) private readonly statuses: ProcessStatuses,
  ) {}

  /** Returns when the signal is aborted and the work under way is finished, or when the process met what it can not get over. */
  async run(process: Process, stop: AbortSignal): Promise<void> {
    const status: Running['status'] = (change) => {
      this.statuses.set(process.name, change);
    };
    status({ state: 'standing_by' });
    while (!stop.aborted) {
      try {
        await this.locks.whileHeld(process.name, stop, (held) =>
          this.work(process, { ...this.running(), status }, held),
        );
      } catch (error) {
        const reason = transientReason(error);
        if (reason === null) {
          status({ state: 'stopped', reason: error instanceof Error ? error.message : String(error) });
          this.log.error('A process met an error that will not pass, and stopped.', error, { process: process.name });
          return;
        }
        status({ state: 'retrying', reason });
        await this.delay(PAUSE_AFTER_OUTAGE, stop);
      }
    }
  }

  private running() {
    const { store, checkpoints, delay, log } = this;
    return { store, checkpoints, delay, log, compare: comparePositions, transient: transientReason };
  }

  private work(process: Process, running: Running, held: AbortSignal): Promise<void> {
    switch (process.kind) {
      case 'pages':
        return runPages(process, running, held);
      case 'partitions':
        return runPartitions(process, running, held);
      default:
        return never(process);
    }
  }
}
