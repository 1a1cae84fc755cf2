import { booksOf, differenceOf, readLedger } from './books';
import { planDeliveries } from './delivery-plan';
import { type Disturbance } from './disturbances';
import { type EmptiedDatabases } from './emptied-databases';
import { type ToldEvent } from './gocardless-states';
import { LedgerService } from './ledger-service';
import { CURRENCIES } from './record-world';
import { RecordedGoCardless } from './recorded-gocardless';
import { quietlyMoved, type RecordedWorld, type Step } from './recorded-world';
import { WORLD_BEGINS } from './told-gocardless';
import { checkLedger } from './what-always-holds';

/** An address that nothing listens at: what is recorded needs no network. */
const NOWHERE = 'http://127.0.0.1:1';

/**
 * Gives a fresh service the same commands and answers, with its deliveries disturbed, and then one sweep. Throws when its books are not
 * those of the recording, break a rule, or when it asked GoCardless for anything that it did not ask for then. Without `databases` the log
 * stands in PostgreSQL, in a database of its own.
 */
export async function playAgain(
  world: RecordedWorld,
  disturbances: readonly Disturbance[],
  databases?: EmptiedDatabases,
): Promise<void> {
  const gocardless = new RecordedGoCardless(world.before, world.writes);
  const clock = new DisturbedClock();
  const service = await LedgerService.start({
    gocardlessApiUrl: NOWHERE,
    simulatorControlToken: null,
    ...(databases === undefined ? {} : { databases }),
    adapt: () => ({ gocardlessAccounts: gocardless, clock }),
  });
  try {
    await new Play(world, disturbances, service, gocardless, clock).run();
    const ledger = await readLedger(service, CURRENCIES);
    const state = world.steps.at(-1)?.state ?? world.before;
    const difference = differenceOf(world.books, booksOf(ledger, quietlyMoved(world.steps)));
    if (difference !== null) throw new Error(`The books differ from the recording's:\n${difference}`);
    checkLedger(ledger, state);
    const notRequired = world.writes.length - gocardless.written.length;
    if (notRequired !== 0)
      throw new Error(`GoCardless was asked for ${notRequired} changes less than in the recording.`);
  } finally {
    await service.stop();
  }
}

class DisturbedClock {
  offsetMs = 0;
  private time = WORLD_BEGINS;

  now(): string {
    return new Date(Date.parse(this.time) + this.offsetMs).toISOString();
  }

  moveTo(time: string): void {
    this.time = time;
  }
}

class Play {
  private delivered = 0;

  constructor(
    private readonly world: RecordedWorld,
    private readonly disturbances: readonly Disturbance[],
    private readonly service: LedgerService,
    private readonly gocardless: RecordedGoCardless,
    private readonly clock: DisturbedClock,
  ) {}

  async run(): Promise<void> {
    const { steps } = this.world;
    const plan = planDeliveries(this.world, this.disturbances);
    let state = this.world.before;
    for (const [index, step] of steps.entries()) {
      for (const one of this.disturbances) {
        if (one.kind === 'clock' && one.step === index) this.clock.offsetMs = one.offsetMs;
      }
      this.clock.moveTo(step.at);
      await this.deliver(plan.before(index));
      if (step.command !== null) {
        await this.service.settled();
        this.gocardless.moveTo(state, step.state);
        await this.command(step, index);
      }
      ({ state } = step);
      this.gocardless.moveTo(state);
      await this.deliver(plan.after(index));
    }
    await this.deliver(plan.after(steps.length));
    await this.service.settled();
    await this.sweep();
  }

  private async command({ command, what }: Step, index: number): Promise<void> {
    if (command === null) return;
    const { method, path, body, idempotencyKey, status } = command;
    const answer = await this.service.ask(method, path, body, idempotencyKey);
    if (answer.status !== status) {
      const said = JSON.stringify(answer.json);
      throw new Error(`Step ${index}, ${what}: ${answer.status} instead of ${status}: ${said}`);
    }
  }

  private async deliver(deliveries: readonly (readonly ToldEvent[])[]): Promise<void> {
    for (const events of deliveries) {
      this.delivered += 1;
      await this.service.deliver(
        this.world.connectionId,
        `WB${this.delivered}`,
        events.map(({ json }) => json),
      );
    }
  }

  private async sweep(): Promise<void> {
    const { status } = await this.service.ask('POST', '/api/gocardless/backfills', {
      from: '2026-01-01T00:00:00.000Z',
    });
    if (status >= 300) throw new Error(`The sweep answered ${status}.`);
    await this.service.settled();
  }
}
