import { isObject } from '../../../src/infrastructure/http/requests/validation';
import { SimulatorClock } from '../../../src/infrastructure/clock/simulator-clock';
import { type Simulator, startSimulator } from '../../../simulator/simulator';
import { seededRandom } from '../random';
import { booksOf, readLedger } from './books';
import { type GoCardlessState, readState, type ToldEvent } from './gocardless-states';
import { LedgerService, WEBHOOK_SECRET } from './ledger-service';
import { playMonth, type Stage } from './play-month';
import { type RecordedWrite, recordingAccounts } from './recorded-gocardless';
import { type RecordedWorld, type Step } from './recorded-world';
import { checkLedger } from './what-always-holds';

const CONTROL_TOKEN = 'control-token-of-the-recorded-worlds';
/** A Monday morning. */
export const WORLD_BEGINS = '2026-02-02T10:00:00.000Z';
export const CURRENCIES = ['GBP', 'EUR'] as const;

type Json = Readonly<Record<string, unknown>>;

/** Plays a random month at a simulated GoCardless before a service that hears of everything at once, and keeps all of it. */
export async function recordWorld(seed: number, length: number): Promise<RecordedWorld> {
  const simulator = await startSimulator({
    port: 0,
    controlToken: CONTROL_TOKEN,
    now: WORLD_BEGINS,
    seed: `world ${seed}`,
  });
  const writes: RecordedWrite[] = [];
  let service: LedgerService | null = null;
  try {
    service = await LedgerService.start({
      gocardlessApiUrl: simulator.url,
      simulatorControlToken: CONTROL_TOKEN,
      adapt: ({ gocardlessAccounts }) => ({
        gocardlessAccounts: recordingAccounts(gocardlessAccounts, (write) => void writes.push(write)),
      }),
    });
    const recorder = new Recorder(simulator, service, await readState(simulator));
    const before = recorder.state;
    const connectionId = await recorder.openConnection();
    await playMonth(recorder, seededRandom(seed), length);
    const ledger = await readLedger(service, CURRENCIES);
    checkLedger(ledger, recorder.state);
    return { seed, connectionId, before, steps: recorder.steps, writes, books: booksOf(ledger) };
  } finally {
    await service?.stop();
    await simulator.close();
  }
}

/** Makes things happen, one after another, and keeps what came of each. */
class Recorder implements Stage {
  readonly steps: Step[] = [];
  private connectionId = '';
  private told = new Set<string>();

  constructor(
    private readonly simulator: Simulator,
    private readonly service: LedgerService,
    private now: GoCardlessState,
  ) {
    this.told = new Set(now.events.map(({ event }) => event.id));
  }

  get state(): GoCardlessState {
    return this.now;
  }

  daysAhead(days: number): string {
    const now = Date.parse(this.service.runtime.clock.now());
    return new Date(now + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  }

  async openConnection(): Promise<string> {
    const opened = await this.command('open the connection', 'POST', '/api/connections', {
      name: 'Recorded',
      environment: 'sandbox',
      accessToken: this.simulator.accessToken,
      webhookSecrets: [WEBHOOK_SECRET],
      booksFrom: WORLD_BEGINS.slice(0, 10),
    });
    this.connectionId = String(opened?.['id']);
    return this.connectionId;
  }

  async happens(what: string, path: string, body: object): Promise<Json | null> {
    const at = await this.time();
    const answer = await fetch(`${this.simulator.url}/control${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${CONTROL_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const json: unknown = await answer.json();
    if (!answer.ok) return null;
    await this.keep({ what, at, command: null });
    return isObject(json) ? json : {};
  }

  /** A refused command that left nothing behind is not kept. */
  async command(
    what: string,
    method: 'POST' | 'PATCH',
    path: string,
    body: object,
    needs: readonly string[] = [],
  ): Promise<Json | null> {
    const at = await this.time();
    const idempotencyKey = `step ${this.steps.length}`;
    const head = await this.service.runtime.eventStore.head();
    const { status, json } = await this.service.ask(method, path, body, idempotencyKey);
    if (status >= 500) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(json)}`);
    if (head === (await this.service.runtime.eventStore.head())) return null;
    await this.keep({ what, at, command: { method, path, body, idempotencyKey, status, needs } });
    return json;
  }

  private async time(): Promise<string> {
    const { clock } = this.service.runtime;
    return clock instanceof SimulatorClock ? clock.refresh() : clock.now();
  }

  private async keep(step: Pick<Step, 'what' | 'at' | 'command'>): Promise<void> {
    await this.time();
    await this.service.settled();
    this.now = await readState(this.simulator);
    const events: readonly ToldEvent[] = this.now.events.filter(({ event }) => !this.told.has(event.id)).reverse();
    for (const { event } of events) this.told.add(event.id);
    this.steps.push({ ...step, state: this.now, events });
    if (events.length === 0 || this.connectionId === '') return;
    await this.service.deliver(
      this.connectionId,
      `WB${this.steps.length}`,
      events.map(({ json }) => json),
    );
    await this.service.settled();
  }
}
