import { BrokenOff, type Working } from '../running/working';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { sentThrough } from '../../domain/mandates/lead-time';
import { dateInZone } from '../../domain/shared/calendar';
import { groupBy } from '../../domain/shared/grouping';
import { CURRENCIES } from '../../domain/shared/money';
import { isInDoubt } from '../../domain/payments/facts';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { type CommandContext, inStep } from '../aggregates';
import { Connections } from '../connections/connections';
import { isInScope } from '../access-scope';
import { inParallel } from '../../domain/shared/in-parallel';
import { type EventStore, EVENT_STORE, type Position } from '../ports/event-store';
import { READ_MODELS, type ReadModels } from '../ports/queries';
import { isSettled, SubmissionOutcomes, WAIT_FOR_GOCARDLESS_MS } from '../payments/submission-outcomes';
import { ReleaseInstalment, type Released } from './release-instalment';

/** Whoever follows a run waits for what GoCardless says of each instalment, however many there are. */
const LONGEST_RUN_MS = 60 * 60_000;
const CONCURRENCY = 16;

export interface SchedulerItem {
  readonly scheduledPaymentId: string;
  readonly outcome: 'sent' | 'moved' | 'refused' | 'blocked';
  readonly reason?: string;
  readonly chargeDate?: string;
}

export interface SchedulerRun {
  readonly sent: number;
  readonly moved: number;
  readonly refused: number;
  readonly blocked: number;
  readonly items: readonly SchedulerItem[];
  readonly position: Position;
}

/** The scheduled payments that a run found due. */
export interface RestOfSchedulerRun {
  readonly due: readonly string[];
}

export interface FollowedRun {
  readonly working: Working<RestOfSchedulerRun>;
  /** Of a run that was broken off: what it had found due. */
  readonly rest?: RestOfSchedulerRun;
}

/** Sends every instalment whose scheme needs it now to be charged when it is due. Twice the same run sends nothing twice. */
export class RunScheduler extends Command<SchedulerRun> {
  constructor(
    /** The day to act as if it were, or null for today in each connection's zone. */
    readonly today: string | null,
    readonly connectionIds: 'all' | readonly string[],
    readonly context: CommandContext,
    /** Null for whoever waits for GoCardless's answers only so long as is usual. */
    readonly followed: FollowedRun | null = null,
  ) {
    super();
  }
}

@CommandHandler(RunScheduler)
export class RunSchedulerHandler implements ICommandHandler<RunScheduler> {
  constructor(
    private readonly commands: CommandBus,
    private readonly connections: Connections,
    private readonly outcomes: SubmissionOutcomes,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  async execute({ today, connectionIds, context, followed }: RunScheduler): Promise<SchedulerRun> {
    const { due } = followed?.rest ?? (await this.due(today, connectionIds, context.at));
    await followed?.working.begun({ due }, due.length);
    const released = await sideBySide(due, async (id) => {
      if (followed?.working.stop.aborted === true) throw new BrokenOff();
      const one = await this.release(id, context);
      followed?.working.did(1);
      return one;
    });
    const wait = followed === null ? WAIT_FOR_GOCARDLESS_MS : LONGEST_RUN_MS;
    const items = await this.outcomes.within(wait, async (over) => {
      const stop = followed === null ? over : AbortSignal.any([over, followed.working.stop]);
      const answered: SchedulerItem[] = [];
      for (const one of released) answered.push(await this.answer(one, stop));
      return answered;
    });
    if (followed?.working.stop.aborted === true) throw new BrokenOff();
    const count = (...outcomes: SchedulerItem['outcome'][]) =>
      items.filter(({ outcome }) => outcomes.includes(outcome)).length;
    return {
      sent: count('sent', 'moved'),
      moved: count('moved'),
      refused: count('refused'),
      blocked: count('blocked'),
      items,
      position: await this.store.head(),
    };
  }

  private async due(
    today: string | null,
    connectionIds: 'all' | readonly string[],
    at: string,
  ): Promise<RestOfSchedulerRun> {
    await this.readModels.caughtUp(await this.store.head());
    const known = await this.readModels.connections();
    const wanted = known.filter(({ connectionId }) => isInScope(connectionIds, connectionId));
    const due = await Promise.all(
      wanted.map(async ({ connectionId }) => {
        const { timeZone, leadTimes } = await this.connections.get(connectionId);
        const day = today ?? dateInZone(at, timeZone);
        const byDay = groupBy(CURRENCIES, (currency) => sentThrough(currency, day, leadTimes));
        const questions = [...byDay].map(([through, currencies]) =>
          this.readModels.unsentInstalments({ through, currencies }, [connectionId]),
        );
        return (await Promise.all(questions)).flat();
      }),
    );
    return { due: due.flat().map(({ scheduledPaymentId }) => scheduledPaymentId) };
  }

  private async release(scheduledPaymentId: string, context: CommandContext) {
    const release = new ReleaseInstalment(scheduledPaymentId, 'all', inStep(context, scheduledPaymentId));
    return { scheduledPaymentId, released: await this.commands.execute(release) };
  }

  private async answer(
    { scheduledPaymentId, released }: { readonly scheduledPaymentId: string; readonly released: Released | Refusal },
    over: AbortSignal,
  ): Promise<SchedulerItem> {
    if (isRefusal(released)) return { scheduledPaymentId, outcome: 'blocked', reason: released.code };
    const answer = await this.outcomes.waitFor(released.paymentId, isSettled, over);
    const facts = answer?.facts;
    if (facts?.gocardlessPaymentId === null && facts.rejection !== null) {
      return { scheduledPaymentId, outcome: 'refused', reason: facts.rejection.reason };
    }
    if (facts !== undefined && isInDoubt(facts))
      return { scheduledPaymentId, outcome: 'blocked', reason: 'payment_in_doubt' };
    const chargeDate = facts?.chargeDate ?? released.chargeDate;
    return { scheduledPaymentId, outcome: released.moved ? 'moved' : 'sent', chargeDate };
  }
}

/** Works through the items, some at a time; the results are in the order of the items. */
async function sideBySide<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  await inParallel(CONCURRENCY, items, async (item, index) => {
    results[index] = await work(item);
  });
  return results;
}
