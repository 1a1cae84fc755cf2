import { startSimulator } from '../../../simulator/simulator';
import { seededRandom } from '../random';
import { booksOf, readLedger, readTrialBalances } from './books';
import { type GoCardlessState } from './gocardless-states';
import { LedgerService } from './ledger-service';
import { playMonth, type Stage } from './play-month';
import { type RecordedWrite, recordingAccounts } from './recorded-gocardless';
import { quietlyMoved, type RecordedWorld, type Step } from './recorded-world';
import { CONTROL_TOKEN, ToldGoCardless, WORLD_BEGINS } from './told-gocardless';
import { checkClearing, checkLedger } from './what-always-holds';

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
    const gocardless = await ToldGoCardless.before(simulator, service);
    // Its whole state is read after each step: that is no part of what is played.
    await gocardless.control('POST', '/rate-limit', { limit: 100_000 });
    const recorder = new Recorder(gocardless, service);
    const before = recorder.state;
    const connectionId = await gocardless.openConnection(recorder, 'Recorded');
    await playMonth(recorder, seededRandom(seed), length);
    const ledger = await readLedger(service, CURRENCIES);
    checkLedger(ledger, recorder.state);
    return {
      seed,
      connectionId,
      before,
      steps: recorder.steps,
      writes,
      books: booksOf(ledger, quietlyMoved(recorder.steps)),
    };
  } finally {
    await service?.stop();
    await simulator.close();
  }
}

/** Makes things happen, one after another, and keeps what came of each. */
class Recorder implements Stage {
  readonly steps: Step[] = [];

  constructor(
    private readonly gocardless: ToldGoCardless,
    private readonly service: LedgerService,
  ) {}

  get state(): GoCardlessState {
    return this.gocardless.state;
  }

  daysAhead(days: number): string {
    return this.gocardless.daysAhead(days);
  }

  async happens(what: string, path: string, body: object): Promise<Json | null> {
    const at = await this.gocardless.time();
    const happened = await this.gocardless.control('POST', path, body);
    if (happened !== null) await this.keep({ what, at, command: null });
    return happened;
  }

  async askedElsewhere(what: string, path: string, body: object): Promise<Json | null> {
    const at = await this.gocardless.time();
    const answer = await this.gocardless.asked(path, body);
    if (answer !== null) await this.keep({ what, at, command: null });
    return answer;
  }

  /** A refused command that left nothing behind is not kept. */
  async command(
    what: string,
    method: 'POST' | 'PATCH',
    path: string,
    body: object,
    needs: readonly string[] = [],
  ): Promise<Json | null> {
    const at = await this.gocardless.time();
    const idempotencyKey = `step ${this.steps.length}`;
    const head = await this.service.runtime.eventStore.head();
    const { status, json } = await this.service.ask(method, path, body, idempotencyKey);
    if (status >= 500) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(json)}`);
    if (head === (await this.service.runtime.eventStore.head())) return null;
    await this.keep({ what, at, command: { method, path, body, idempotencyKey, status, needs } });
    return json;
  }

  private async keep(step: Pick<Step, 'what' | 'at' | 'command'>): Promise<void> {
    const { gocardless, service } = this;
    await gocardless.time();
    await service.settled();
    const events = await gocardless.news();
    this.steps.push({ ...step, state: gocardless.state, events });
    if (events.length === 0 || !gocardless.isConnected) return;
    await gocardless.deliver(`WB${this.steps.length}`, events);
    await service.settled();
    checkClearing(await readTrialBalances(service, CURRENCIES), gocardless.state, step.what);
  }
}
