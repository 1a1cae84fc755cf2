import { Inject, Injectable } from '@nestjs/common';
import { type Pool } from 'pg';
import { type Registry } from 'prom-client';
import { type Clock, CLOCK } from '../application/ports/clock';
import { EVENT_STORE, type EventStore } from '../application/ports/event-store';
import { ProcessStatuses } from '../application/running/process-status';
import { AppendRefusals } from '../infrastructure/event-store/append-refusals';
import { databaseCheck, eventStoreCheck, processCheck, readModelCheck } from '../infrastructure/http/health/checks';
import { ReadinessChecks } from '../infrastructure/http/health/readiness';
import { METRICS } from '../infrastructure/metrics/registry';
import { registerWorkMetrics } from '../infrastructure/metrics/work-metrics';
import { POOL } from '../postgres/pool';
import { ALL_READ_MODELS } from '../read-models/all-read-models';
import { READ_MODEL_DATABASE, type ReadModelDatabase } from '../read-models/engine/database';
import { readModelStatus } from '../read-models/engine/status';

/** Tells readiness and metrics how each part of this process fares. */
@Injectable()
export class Health {
  constructor(
    readiness: ReadinessChecks,
    statuses: ProcessStatuses,
    refusals: AppendRefusals,
    @Inject(POOL) pool: Pool,
    @Inject(CLOCK) clock: Clock,
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(READ_MODEL_DATABASE) database: ReadModelDatabase,
    @Inject(METRICS) metrics: Registry,
  ) {
    readiness.add(databaseCheck(pool));
    readiness.add(eventStoreCheck(store, refusals));
    readiness.add(readModelCheck(() => readModelStatus(database, store, clock, ALL_READ_MODELS)));
    readiness.add(processCheck(() => statuses.all()));
    registerWorkMetrics(metrics, { database, store, clock, statuses: () => statuses.all() });
  }
}
