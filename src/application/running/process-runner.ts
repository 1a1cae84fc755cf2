import { Inject, Injectable } from '@nestjs/common';
import { type Delay, DELAY } from '../ports/delay';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import { type Log, LOG } from '../ports/log';
import { PROCESS_CHECKPOINTS, type ProcessCheckpoints } from '../ports/process-checkpoints';
import { WORKER_LOCKS, type WorkerLocks } from '../ports/worker-locks';
import { never } from '../../domain/shared/decider';
import { retry, type RetrySchedule } from '../../domain/shared/retry';
import { type Process } from './process';
import { ProcessStatuses } from './process-status';
import { runPartitions } from './run-partitions';
import { runPages } from './run-pages';
import { runTimer } from './run-timer';
import { type ProcessContext, transientReason } from './process-context';

const AFTER_OUTAGE: RetrySchedule = { waits: [1_000], afterwards: 'repeat' };

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
    const { store, checkpoints, delay, log } = this;
    const status: ProcessContext['status'] = (change) => {
      this.statuses.set(process.name, change);
    };
    const context = { store, checkpoints, delay, log, status };
    status({ kind: process.kind === 'timer' ? 'timer' : 'process', state: 'standing_by' });
    const whileAway = {
      schedule: AFTER_OUTAGE,
      wait: (milliseconds: number) => delay(milliseconds, stop),
      isTransient: (error: unknown) => transientReason(error) !== null,
      isStopped: () => stop.aborted,
      onRetry: (error: unknown) => {
        status({ state: 'retrying', reason: transientReason(error) });
      },
    };
    try {
      // A lock that was lost is asked for again.
      while (!stop.aborted) {
        await retry(
          () => this.locks.whileHeld(process.name, stop, (held) => this.work(process, context, held)),
          whileAway,
        );
      }
    } catch (error) {
      if (transientReason(error) !== null) return; // it was stopped while it waited
      status({ state: 'stopped', reason: error instanceof Error ? error.message : String(error) });
      log.error('A process met an error that will not pass, and stopped.', error, { process: process.name });
    }
  }

  private work(process: Process, context: ProcessContext, held: AbortSignal): Promise<void> {
    switch (process.kind) {
      case 'pages':
        return runPages(process, context, held);
      case 'partitions':
        return runPartitions(process, context, held);
      case 'timer':
        return runTimer(process, context, held);
      default:
        return never(process);
    }
  }
}
