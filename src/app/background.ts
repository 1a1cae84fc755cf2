import { Inject, Injectable } from '@nestjs/common';
import { type Registry } from 'prom-client';
import { ProcessStatuses } from '../application/running/process-status';
import { Workers } from '../application/workers';
import { type Clock, CLOCK } from '../application/ports/clock';
import { EVENT_STORE, type EventStore } from '../application/ports/event-store';
import { type Log, LOG } from '../application/ports/log';
import { type ReadinessCheck, ReadinessChecks } from '../infrastructure/http/health/readiness';
import { METRICS } from '../infrastructure/metrics/registry';
import { registerWorkMetrics } from '../infrastructure/metrics/work-metrics';
import { ALL_READ_MODELS } from '../read-models/all-read-models';
import { READ_MODEL_DATABASE, type ReadModelDatabase } from '../read-models/engine/database';
import { PROGRESS, type Progress } from '../read-models/engine/progress';
import { Runner } from '../read-models/engine/runner';
import { readModelStatus } from '../read-models/engine/status';

/** What works beside the requests: the read models' runner and the processes; and how they fare, for readiness and metrics. */
@Injectable()
export class Background {
  private readonly runner: Runner;

  constructor(
    private readonly workers: Workers,
    private readonly statuses: ProcessStatuses,
    readiness: ReadinessChecks,
    @Inject(LOG) log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODEL_DATABASE) private readonly database: ReadModelDatabase,
    @Inject(PROGRESS) progress: Progress,
    @Inject(METRICS) metrics: Registry,
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
    readiness.add(this.readModelsCheck());
    readiness.add(this.processesCheck());
    registerWorkMetrics(metrics, { database, store, clock, statuses: () => statuses.all() });
  }

  async start(): Promise<void> {
    await this.runner.start();
    this.workers.start();
  }

  async stop(): Promise<void> {
    await this.workers.stop();
    await this.runner.stop();
  }

  private readModelsCheck(): ReadinessCheck {
    return {
      name: 'readModels',
      check: async () => {
        const statuses = await readModelStatus(this.database, this.store, this.clock, ALL_READ_MODELS);
        const stopped = statuses.filter(({ state }) => state === 'stopped').map(({ readModel }) => readModel);
        const lags = statuses.map(({ readModel, state, lagEvents, lagMilliseconds }) => [
          readModel,
          { state, lagEvents, lagMilliseconds },
        ]);
        const facts = { lag: Object.fromEntries(lags) as Record<string, unknown> };
        return stopped.length === 0
          ? { ready: true, facts }
          : { ready: false, reason: `stopped: ${stopped.join(', ')}`, facts };
      },
    };
  }

  private processesCheck(): ReadinessCheck {
    return {
      name: 'processes',
      check: () => {
        const all = this.statuses.all();
        const stopped = all.filter(({ state }) => state === 'stopped').map(({ name }) => name);
        const facts = { states: Object.fromEntries(all.map(({ name, state }) => [name, state])) };
        return Promise.resolve(
          stopped.length === 0
            ? { ready: true, facts }
            : { ready: false, reason: `stopped: ${stopped.join(', ')}`, facts },
        );
      },
    };
  }
}
