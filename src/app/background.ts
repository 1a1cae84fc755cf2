import { Inject, Injectable } from '@nestjs/common';
import { Workers } from '../application/workers';
import { EVENT_STORE, type EventStore } from '../application/ports/event-store';
import { type Log, LOG } from '../application/ports/log';
import { ALL_READ_MODELS } from '../read-models/all-read-models';
import { READ_MODEL_DATABASE, type ReadModelDatabase } from '../read-models/engine/database';
import { PROGRESS, type Progress } from '../read-models/engine/progress';
import { Runner } from '../read-models/engine/runner';

/** Works beside the requests: the read models' runner and the processes. */
@Injectable()
export class Background {
  private readonly runner: Runner;

  constructor(
    private readonly workers: Workers,
    @Inject(LOG) log: Log,
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(READ_MODEL_DATABASE) database: ReadModelDatabase,
    @Inject(PROGRESS) progress: Progress,
  ) {
    this.runner = new Runner({
      database,
      store,
      readModels: ALL_READ_MODELS,
      progress,
      onTrouble: ({ kind, readModel, message }) => {
        log.warn(message, { trouble: kind, readModel: readModel ?? 'all' });
      },
    });
  }

  async start(): Promise<void> {
    await this.runner.start();
    this.workers.start();
  }

  async stop(): Promise<void> {
    await this.workers.stop();
    await this.runner.stop();
  }
}
