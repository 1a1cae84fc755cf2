import { type Simulator } from '../../../simulator/simulator';
import { SimulatorClock } from '../../../src/infrastructure/clock/simulator-clock';
import { isObject } from '../../../src/fields/is-object';
import { type GoCardlessState, readState, type ToldEvent } from './gocardless-states';
import { type LedgerService, WEBHOOK_SECRET } from './ledger-service';
import { type Stage } from './play-month';

export const CONTROL_TOKEN = 'control-token-of-the-recorded-worlds';
/** A Monday morning. */
export const WORLD_BEGINS = '2026-02-02T10:00:00.000Z';

const DAY_MS = 24 * 60 * 60 * 1000;

type Json = Readonly<Record<string, unknown>>;

/** A simulated GoCardless, as it is now, and how much of it a service has been told. */
export class ToldGoCardless {
  private readonly told: Set<string>;
  private connectionId = '';

  private constructor(
    private readonly simulator: Simulator,
    private readonly service: LedgerService,
    private now: GoCardlessState,
  ) {
    this.told = new Set(now.events.map(({ event }) => event.id));
  }

  /** What has happened before counts as told. */
  static async before(simulator: Simulator, service: LedgerService): Promise<ToldGoCardless> {
    return new ToldGoCardless(simulator, service, await readState(simulator));
  }

  /** As of the last news. */
  get state(): GoCardlessState {
    return this.now;
  }

  /** Its time, which the service goes by from now on. */
  time(): Promise<string> {
    const { clock } = this.service.runtime;
    return clock instanceof SimulatorClock ? clock.refresh() : Promise.resolve(clock.now());
  }

  daysAhead(days: number): string {
    const now = Date.parse(this.service.runtime.clock.now());
    return new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  }

  /** Null when it refuses. */
  async control(method: 'POST' | 'DELETE', path: string, body?: object): Promise<Json | null> {
    const answer = await fetch(`${this.simulator.url}/control${path}`, {
      method,
      headers: { authorization: `Bearer ${CONTROL_TOKEN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json: unknown = await answer.json();
    if (!answer.ok) return null;
    return isObject(json) ? json : {};
  }

  /** What other software asks of the API with its own token; null when it is refused. */
  async asked(path: string, body: object): Promise<Json | null> {
    const answer = await fetch(`${this.simulator.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.simulator.accessToken}`,
        'gocardless-version': '2015-07-06',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const json: unknown = await answer.json();
    if (!answer.ok) return null;
    return isObject(json) ? json : {};
  }

  /** Connects the service by a command of the stage; what is told later is delivered to this connection. */
  async openConnection(stage: Stage, name: string): Promise<string> {
    const opened = await stage.command('open the connection', 'POST', '/api/connections', {
      name,
      environment: 'sandbox',
      accessToken: this.simulator.accessToken,
      webhookSecrets: [WEBHOOK_SECRET],
      booksFrom: WORLD_BEGINS.slice(0, 10),
      creditorId: this.now.creditors.at(-1)?.id,
    });
    this.connectionId = String(opened?.['id']);
    return this.connectionId;
  }

  /** Looks at it anew: the events that are to be told, oldest first. */
  async news(): Promise<readonly ToldEvent[]> {
    this.now = await readState(this.simulator);
    const events = this.now.events.filter(({ event }) => !this.told.has(event.id)).reverse();
    for (const { event } of events) this.told.add(event.id);
    return events;
  }

  /** One delivery at the service's door. */
  deliver(webhookId: string, events: readonly ToldEvent[]): Promise<void> {
    const bodies = events.map(({ json }) => json);
    return this.service.deliver(this.connectionId, webhookId, bodies);
  }

  /** Whether there is somebody to tell. */
  get isConnected(): boolean {
    return this.connectionId !== '';
  }
}
