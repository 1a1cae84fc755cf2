import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandContext } from '../../application/aggregates';
import { CLOCK, type Clock } from '../../application/ports/clock';
import { DELAY, type Delay } from '../../application/ports/delay';
import { EVENT_STORE, type EventStore } from '../../application/ports/event-store';
import { LOG, type Log } from '../../application/ports/log';
import { RunScheduler } from '../../application/sales-orders/run-scheduler';
import { type Refusal, refuse } from '../../domain/shared/decider';
import { derivedUuid } from '../../domain/shared/identity';
import { ALL_READ_MODELS } from '../../read-models/all-read-models';
import { customersList } from '../../read-models/customers/list';
import { READ_MODEL_DATABASE, type ReadModelDatabase } from '../../read-models/engine/database';
import { PROGRESS, type Progress } from '../../read-models/engine/progress';
import { SimulatorClock } from '../clock/simulator-clock';
import { CONFIGURATION, type Configuration } from '../config/configuration';
import { Month, MONTH_DAYS } from './month';
import { SimulatorControl } from './simulator-control';

/** What was told of a month while it was played. */
export interface ToldOfMonth {
  readonly date: string;
  readonly text: string;
}

export interface PlayedMonth {
  readonly state: 'none' | 'playing' | 'played' | 'failed';
  readonly day: number;
  readonly days: number;
  readonly told: readonly ToldOfMonth[];
}

const SETTLE_MS = 50;
const CATCH_UP_MS = 2_000;
const ALL_NAMES = ALL_READ_MODELS.map(({ name }) => name);

/** The simulated GoCardless beside this service, for whoever tries it: time passes when they say so, and a month plays by itself. */
@Injectable()
export class Playground {
  private readonly simulator: SimulatorControl | null;
  private month: PlayedMonth = { state: 'none', day: 0, days: MONTH_DAYS, told: [] };
  private isMoving = false;

  constructor(
    private readonly commands: CommandBus,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODEL_DATABASE) private readonly database: ReadModelDatabase,
    @Inject(PROGRESS) private readonly progress: Progress,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DELAY) private readonly delay: Delay,
    @Inject(LOG) private readonly log: Log,
  ) {
    const { gocardlessApiUrl: url, simulatorControlToken: controlToken } = configuration;
    this.simulator = url === null || controlToken === null ? null : new SimulatorControl({ url, controlToken });
  }

  get isThere(): boolean {
    return this.simulator !== null;
  }

  /** As long as there is nobody: what is there already shall not be mixed with what was made up. */
  async mayPlayMonth(): Promise<boolean> {
    const { simulatorAccessToken, simulatorWebhookSecret } = this.configuration;
    if (this.simulator === null || simulatorAccessToken === null || simulatorWebhookSecret === null) return false;
    if (this.month.state === 'playing') return false;
    const query = { connectionIds: 'all', rounds: 'all', now: this.clock.now(), limit: 1, order: 'asc' } as const;
    const { items } = await customersList.page(
      { database: this.database, store: this.store },
      { ...query, filters: {} },
    );
    return items.length === 0;
  }

  played(): PlayedMonth {
    return this.month;
  }

  /** Day by day, and on each of them what is due is sent. */
  async passDays(days: number, context: CommandContext): Promise<{ readonly now: string } | Refusal> {
    if (this.simulator === null) return refuse('not_found', 'There is no simulator beside this service.');
    if (this.isMoving) return timeIsPassing();
    this.isMoving = true;
    try {
      for (let day = 1; day <= days; day += 1) {
        await this.passDay();
        await this.simulator.flush();
        const commandId = derivedUuid(context.commandId, day);
        await this.commands.execute(new RunScheduler(null, 'all', { ...context, commandId, at: this.clock.now() }));
      }
      await this.settled();
      return { now: this.clock.now() };
    } finally {
      this.isMoving = false;
    }
  }

  /** Begins; how far it is, is asked of `played`. */
  async beginMonth(context: CommandContext): Promise<{ readonly days: number } | Refusal> {
    if (this.isMoving) return timeIsPassing();
    this.isMoving = true;
    const may = await this.mayPlayMonth().catch(() => false);
    if (!may) {
      this.isMoving = false;
      return refuse('not_allowed_now', 'A month can be played only where a simulator is, and no customer.');
    }
    this.month = { ...this.month, state: 'playing', day: 0, told: [] };
    void this.playMonth(context)
      .then(() => 'played' as const)
      .catch((error: unknown) => {
        this.log.error('The month could not be played to its end.', error);
        return 'failed' as const;
      })
      .then((state) => {
        this.month = { ...this.month, state };
        this.isMoving = false;
      });
    return { days: MONTH_DAYS };
  }

  private async playMonth(context: CommandContext): Promise<void> {
    const { commands, simulator, clock, configuration } = this;
    if (simulator === null) throw new Error('There is no simulator.');
    const month = new Month({
      commands,
      simulator,
      clock,
      context,
      source: { database: this.database, store: this.store },
      accessToken: configuration.simulatorAccessToken ?? '',
      webhookSecret: configuration.simulatorWebhookSecret ?? '',
      passDay: () => this.passDay(),
      settled: () => this.settled(),
      tell: (day, date, text) => {
        this.month = { ...this.month, day, told: [...this.month.told, { date, text }] };
      },
    });
    await month.play();
  }

  private async passDay(): Promise<void> {
    await this.simulator?.passDay();
    if (this.clock instanceof SimulatorClock) await this.clock.refresh();
  }

  /** The log grows no more, and every list shows what is in it. */
  private async settled(): Promise<void> {
    for (let last = '', unchanged = 0; unchanged < 2;) {
      const head = await this.store.head();
      await this.progress.waitUntil(ALL_NAMES, head, CATCH_UP_MS);
      unchanged = head === last ? unchanged + 1 : 0;
      last = head;
      await this.delay(SETTLE_MS, new AbortController().signal);
    }
  }
}

/** It passes for one at a time. */
function timeIsPassing(): Refusal {
  return refuse('not_allowed_now', 'Time is passing already. Wait until it stands still.');
}
