import { Inject, Injectable } from '@nestjs/common';
import { type Refusal, refuse } from '../../domain/shared/decider';
import { consistentAnswer } from './consistent-answer';
import { Connections } from './connections';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import { type KnownConnection, READ_MODELS, type ReadModels } from '../ports/queries';
import { isInScope } from '../access-scope';

/** Which connection is meant by who names one, or by who has only one and names none. */
@Injectable()
export class ChosenConnection {
  constructor(
    private readonly connections: Connections,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /**
   * `named` null = the only one within `allowed`. Refuses with `connection_needed` or `unknown_connection`; throws `ReadModelBehind` when it
   * can not be known now which there are.
   */
  async of(named: string | null, allowed: 'all' | readonly string[]): Promise<KnownConnection | Refusal> {
    if (named !== null) {
      const connection = isInScope(allowed, named) ? await this.connections.find(named) : null;
      return connection ?? refuse('unknown_connection', 'Name one of your connections.', 'connectionId');
    }
    const known = await this.allOf(allowed);
    const [only] = known;
    if (known.length === 1 && only !== undefined) return only;
    const detail = known.length === 0 ? 'Connect a GoCardless account first.' : 'Name one of your connections.';
    return refuse('connection_needed', detail, 'connectionId');
  }

  /** The connections within `allowed`, oldest first. That there is none is said only when it is certain. */
  async allOf(allowed: 'all' | readonly string[]): Promise<readonly KnownConnection[]> {
    const { store, readModels } = this;
    const ask = async () =>
      (await readModels.connections()).filter(({ connectionId }) => isInScope(allowed, connectionId));
    return consistentAnswer(store, readModels, 'connections', ask, (known) => known.length > 0);
  }
}
