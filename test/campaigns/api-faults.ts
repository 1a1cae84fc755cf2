import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulator } from '../../simulator/simulator';
import { Aggregates } from '../../src/application/aggregates';
import { Connections } from '../../src/application/connections/connections';
import { systemDelay } from '../../src/infrastructure/clock/system-delay';
import { ConnectionAccessTokens } from '../../src/infrastructure/gocardless/connection-access-tokens';
import { OfficialGoCardlessAccounts, SURROUNDINGS } from '../../src/infrastructure/gocardless/gocardless-accounts';
import { type Runtime } from '../../src/app/runtime.module';
import { seededRandom } from './random';
import { readLedger } from './recorded/books';
import { EmptiedDatabases } from './recorded/emptied-databases';
import { type GoCardlessState } from './recorded/gocardless-states';
import { LedgerService } from './recorded/ledger-service';
import { playMonth, type Stage } from './recorded/play-month';
import { CURRENCIES } from './recorded/record-world';
import { CONTROL_TOKEN, ToldGoCardless, WORLD_BEGINS } from './recorded/told-gocardless';
import { checkLedger } from './recorded/what-always-holds';
import { shrink } from './shrink';

export interface ApiFaultCampaign {
  readonly seed: number;
  /** Months played, each with faults of its own. */
  readonly worlds: number;
  /** Random moves in a month. */
  readonly length: number;
}

export interface ApiFaultReport {
  readonly faults: number;
  readonly payments: number;
}

/** The next requests of a step that fit are disturbed. */
interface PlannedFault {
  readonly step: number;
  readonly fault: string;
  readonly times: number;
  readonly delayMs: number;
  readonly path: string | null;
}

const KINDS = [
  'resetAfterCommit',
  'resetAfterCommit',
  'wrongJson',
  '500',
  '502html',
  '429',
  'errorString',
  'reset',
  'slow',
  'hang',
] as const;
const PATHS = [
  '/payments',
  '/payments',
  '/mandates',
  '/events',
  '/payouts',
  '/payout_items',
  '/refunds',
  null,
] as const;
/** Setting up takes steps too. */
const MAX_STEPS_MORE = 20;
/** Short, so that a connection that hangs costs little. */
const DEADLINE_MS = 1_500;
const MAX_ATTEMPTS = 60;

/**
 * Plays random months while GoCardless's API is in trouble: lost answers after the deed, errors, limits, slow and broken connections. A
 * careful client repeats what failed. Afterwards everything was charged exactly once, and the books are right.
 */
export async function runApiFaults({ seed, worlds, length }: ApiFaultCampaign): Promise<ApiFaultReport> {
  const databases = new EmptiedDatabases();
  const report = { faults: 0, payments: 0 };
  try {
    for (let world = 0; world < worlds; world += 1) {
      const worldSeed = seed * 1_000 + world;
      const faults = randomFaults(worldSeed, length);
      const outcome = await playFaulty(worldSeed, length, faults, databases);
      if (typeof outcome === 'string') throw new Error(await explain(worldSeed, length, faults, outcome, databases));
      report.faults += faults.length;
      report.payments += outcome.payments;
    }
  } finally {
    await databases.drop();
  }
  return report;
}

function randomFaults(seed: number, length: number): readonly PlannedFault[] {
  const random = seededRandom(seed + 1);
  const faults: PlannedFault[] = [];
  for (let step = 0; step < length + MAX_STEPS_MORE; step += 1) {
    for (let left = random.below(3); left > 0; left -= 1) {
      const fault = random.pick(KINDS);
      const times = fault === 'hang' ? 1 : 1 + random.below(4);
      faults.push({ step, fault, times, delayMs: 50 + random.below(2 * DEADLINE_MS), path: random.pick(PATHS) });
    }
  }
  return faults;
}

/** How many payments GoCardless has in the end, or what went wrong. */
async function playFaulty(
  seed: number,
  length: number,
  faults: readonly PlannedFault[],
  databases: EmptiedDatabases,
): Promise<{ readonly payments: number } | string> {
  const simulator = await startSimulator({ port: 0, controlToken: CONTROL_TOKEN, now: WORLD_BEGINS, seed: `${seed}` });
  let service: LedgerService | null = null;
  let stage: FaultyStage | null = null;
  try {
    service = await LedgerService.start({
      gocardlessApiUrl: simulator.url,
      simulatorControlToken: CONTROL_TOKEN,
      databases,
      adapt: (runtime) => impatient(runtime, simulator.url),
    });
    const gocardless = await ToldGoCardless.before(simulator, service);
    stage = new FaultyStage(gocardless, service, faults);
    await gocardless.openConnection(stage, 'Faulty');
    await playMonth(stage, seededRandom(seed), length);
    await stage.sweep();
    checkLedger(await readLedger(service, CURRENCIES), stage.state);
    return { payments: stage.state.payments.length };
  } catch (error) {
    return `At step ${stage?.step ?? 0}: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await service?.stop();
    await simulator.close();
  }
}

async function explain(
  seed: number,
  length: number,
  faults: readonly PlannedFault[],
  problem: string,
  databases: EmptiedDatabases,
): Promise<string> {
  const problemOf = async (some: readonly PlannedFault[]) => {
    const outcome = await playFaulty(seed, length, some, databases);
    return typeof outcome === 'string' ? outcome : null;
  };
  if ((await problemOf(faults)) === null)
    return `Seed ${seed}, which went well when it was played a second time: ${problem}`;
  const { smallest, reason } = await shrink(faults, problem, problemOf);
  return [
    `Seed ${seed}: ${faults.length} faults, of which ${smallest.length} are enough:`,
    ...smallest.map(
      ({ step, fault, times, path }) => `  step ${step}: ${times} × ${fault} at ${path ?? 'any address'}`,
    ),
    reason,
  ].join('\n');
}

/** Waits a fraction of what a service in life would: what is slow here is GoCardless, not we. */
function impatient(runtime: Runtime, apiUrl: string): Partial<Runtime> {
  const { eventStore, clock, secretStore } = runtime;
  const tokens = new ConnectionAccessTokens(new Connections(new Aggregates(eventStore, clock)), secretStore);
  return {
    gocardlessAccounts: new OfficialGoCardlessAccounts(tokens, apiUrl, {
      ...SURROUNDINGS,
      deadlineMs: DEADLINE_MS,
      wait: async (milliseconds, signal) => {
        await sleep(Math.min(milliseconds, 20), undefined, { signal });
      },
    }),
    // The timers' intervals stay: a sweep is for the end.
    delay: (milliseconds, signal) => systemDelay(milliseconds > 60_000 ? milliseconds : milliseconds / 20, signal),
  };
}

class FaultyStage implements Stage {
  step = 0;

  constructor(
    private readonly gocardless: ToldGoCardless,
    private readonly service: LedgerService,
    private readonly faults: readonly PlannedFault[],
  ) {}

  get state(): GoCardlessState {
    return this.gocardless.state;
  }

  daysAhead(days: number): string {
    return this.gocardless.daysAhead(days);
  }

  async happens(_what: string, path: string, body: object) {
    const happened = await this.gocardless.control('POST', path, body);
    if (happened === null) return null;
    await this.setFaults();
    await this.hear();
    return happened;
  }

  async askedElsewhere(_what: string, path: string, body: object) {
    const answer = await this.gocardless.asked(path, body);
    if (answer === null) return null;
    await this.setFaults();
    await this.hear();
    return answer;
  }

  async command(_what: string, method: 'POST' | 'PATCH', path: string, body: object) {
    await this.gocardless.time();
    await this.setFaults();
    const { status, json } = await this.askUntilAnswered(method, path, body);
    await this.hear();
    return status < 300 ? json : null;
  }

  /** GoCardless is well again, and what was missed is fetched. */
  async sweep(): Promise<void> {
    await this.askUntilAnswered('POST', '/api/gocardless/backfills', { from: '2026-01-01T00:00:00.000Z' });
    await this.service.settled();
  }

  /** As a careful client does: the same request under the same key until there is an answer. */
  private async askUntilAnswered(method: 'POST' | 'PATCH', path: string, body: object) {
    const key = `step ${this.step} ${path}`;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.service.ask(method, path, body, key);
      if (answer.status < 500) return answer;
      if (attempt === MAX_ATTEMPTS)
        throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.json)}`);
    }
  }

  /** The service hears of everything, does what follows from it through all the faults, and then they are over. */
  private async hear(): Promise<void> {
    const { gocardless, service } = this;
    await gocardless.time();
    await service.settled();
    await gocardless.control('DELETE', '/faults');
    const events = await gocardless.news();
    this.step += 1;
    if (events.length === 0 || !gocardless.isConnected) return;
    await this.setFaults();
    await gocardless.deliver(`WB${this.step}`, events);
    await service.settled();
    await gocardless.control('DELETE', '/faults');
  }

  private async setFaults(): Promise<void> {
    for (const { step, path, ...fault } of this.faults) {
      if (step === this.step)
        await this.gocardless.control('POST', '/faults', path === null ? fault : { ...fault, path });
    }
  }
}
