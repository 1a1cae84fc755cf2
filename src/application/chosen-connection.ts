import { Inject, Injectable } from '@nestjs/common';
import { type Refusal, refuse } from '../domain/shared/decider';
import { EVENT_STORE, type EventStore } from './ports/event-store';
import { type KnownConnection, READ_MODELS, type ReadModels } from './ports/queries';

/** Which connection is meant by who names one, or by who has only one and names none. */
@Injectable()
export class ChosenConnection {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** `named` null = the only one within `allowed`. Refuses with `connection_needed` or `unknown_connection`. */
  async of(named: string | null, allowed: 'all' | readonly string[]): Promise<KnownConnection | Refusal> {
    const known = await this.allOf(allowed);
    const [only] = known;
    if (named === null && known.length === 1 && only !== undefined) return only;
    return (
      known.find(({ connectionId }) => connectionId === named) ??
      refuse(
        named === null ? 'connection_needed' : 'unknown_connection',
        known.length === 0 ? 'Connect a GoCardless account first.' : 'Name one of your connections.',
        'connectionId',
      )
    );
  }

  /** The connections within `allowed`, oldest first. */
  async allOf(allowed: 'all' | readonly string[]): Promise<readonly KnownConnection[]> {
    await this.readModels.caughtUp(await this.store.head());
    const known = await this.readModels.connections();
    return known.filter(({ connectionId }) => allowed === 'all' || allowed.includes(connectionId));
  }
}
