import { Inject, Injectable } from '@nestjs/common';
import { FetchedEvents } from './fetched-events';
import { type Clock, CLOCK } from '../ports/clock';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import { type Log, LOG } from '../ports/log';
import { PROCESS_CHECKPOINTS, type ProcessCheckpoints } from '../ports/process-checkpoints';
import { READ_MODELS, type ReadModels } from '../ports/queries';
import { forEachConnection } from './each-connection';

const HOUR_MS = 60 * 60 * 1000;
/** Events are written late at GoCardless, so every sweep looks back a day, and once a week five weeks. */
const OVERLAP_MS = 24 * HOUR_MS;
const WIDE_OVERLAP_MS = 35 * 24 * HOUR_MS;
const WIDE_EVERY_MS = 7 * 24 * HOUR_MS;

/** How far a connection was swept: moved only by a complete sweep, never by webhooks. */
interface Swept {
  readonly through: string;
  readonly wideAt: string;
}

/** Asks GoCardless for events that no webhook brought: at start, every few minutes and on demand. */
@Injectable()
export class Backfill {
  constructor(
    private readonly fetchedEvents: FetchedEvents,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(PROCESS_CHECKPOINTS) private readonly checkpoints: ProcessCheckpoints,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Sweeps every connection; one that GoCardless does not answer for is left for the next time. */
  sweepAll(): Promise<void> {
    const { readModels, log } = this;
    return forEachConnection({ readModels, log }, 'A sweep for missed events was broken off.', (id) => this.sweep(id));
  }

  /**
   * Sweeps one connection now and answers how many events had been missed: since `from` (ISO 8601 UTC), or with null since the last
   * complete sweep, with overlap. Fails with a `GoCardlessFailure` where GoCardless does not answer.
   */
  fill(connectionId: string, from: string | null): Promise<number> {
    return from === null ? this.sweep(connectionId) : this.fetchSince(connectionId, from);
  }

  private async sweep(connectionId: string): Promise<number> {
    const name = checkpointOf(connectionId);
    const now = this.clock.now();
    const checkpoint = await this.checkpoints.load(name);
    const swept = checkpoint === null ? null : (JSON.parse(checkpoint.state) as Swept); // written below
    const wide = swept === null || Date.parse(now) - Date.parse(swept.wideAt) >= WIDE_EVERY_MS;
    const since = before(swept?.through ?? now, wide ? WIDE_OVERLAP_MS : OVERLAP_MS);
    const missed = await this.fetchSince(connectionId, since);
    const next: Swept = { through: now, wideAt: wide ? now : swept.wideAt };
    // Where another sweep was quicker its mark stands, which is as good.
    await this.checkpoints.save(name, checkpoint, { position: this.store.start(), state: JSON.stringify(next) });
    return missed;
  }

  private async fetchSince(connectionId: string, since: string): Promise<number> {
    const missed = await this.fetchedEvents.fetch(connectionId, { createdAtGte: since });
    if (missed > 0) this.log.info('Events that no webhook had brought were fetched.', { connectionId, missed });
    return missed;
  }
}

/** Until when a connection was completely swept last, or null. */
export async function sweptThrough(checkpoints: ProcessCheckpoints, connectionId: string): Promise<string | null> {
  const checkpoint = await checkpoints.load(checkpointOf(connectionId));
  return checkpoint === null ? null : (JSON.parse(checkpoint.state) as Swept).through; // written above
}

function checkpointOf(connectionId: string): string {
  return `backfill:${connectionId}`;
}

function before(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) - milliseconds).toISOString();
}
