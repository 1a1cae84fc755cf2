import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { derivedId } from '../../domain/shared/identity';
import { type AccessScope } from '../access-scope';
import { type CommandContext } from '../aggregates';
import { CLOCK, type Clock } from '../ports/clock';
import { DELAY, type Delay } from '../ports/delay';
import { LOG, type Log } from '../ports/log';
import { type OrphanedWork, WORK_TABLE, type WorkEnd, type WorkKind, type WorkTable } from '../ports/work-table';
import { transientReason } from '../running/process-context';
import { BrokenOff, type Working } from '../running/working';
import { GO_ON, type RestOf } from './long-commands';

/** How long whoever asks waits for the end. */
export const WAIT_FOR_WORK_MS = 10_000;
/** How often whoever works says that they do. */
const ALIVE_EVERY_MS = 2_000;

/** It goes on by itself. */
export class WorkGoesOn {
  constructor(readonly workId: string) {}
}

/** Commands that may take long: answered when they are done within ten seconds, else gone on with by themselves, over restarts. */
@Injectable()
export class Works implements OnModuleDestroy {
  private readonly stopping = new AbortController();

  constructor(
    private readonly commands: CommandBus,
    @Inject(WORK_TABLE) private readonly table: WorkTable,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DELAY) private readonly delay: Delay,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** What the command answers, or its work when that takes longer; the same request again meets the same work. */
  async answer<Kind extends WorkKind, T extends object>(
    kind: Kind,
    { connectionIds }: Pick<AccessScope, 'connectionIds'>,
    context: CommandContext,
    command: (working: Working<RestOf[Kind]>) => Command<T | Refusal>,
  ): Promise<T | Refusal | WorkGoesOn> {
    const id = derivedId('wrk', context.commandId);
    if ((await this.table.find(id)) !== null) return new WorkGoesOn(id);
    let tellBegun = (): void => undefined;
    const began = new Promise<void>((resolve) => {
      tellBegun = resolve;
    });
    const { working, ended } = this.follow<RestOf[Kind]>(id, async (rest, of) => {
      const started = { id, kind, of, connectionIds, startedBy: context.actor, startedAt: context.at };
      await this.table.begin(started, context, rest);
      tellBegun();
    });
    const outcome = this.commands.execute(command(working));
    if ((await this.isLate(outcome, began)) && !this.stopping.signal.aborted) {
      void this.finish(id, outcome).finally(ended);
      return new WorkGoesOn(id);
    }
    try {
      const answered = await outcome;
      await this.table.forget(id);
      return answered;
    } catch (error) {
      if (error instanceof BrokenOff) await this.table.letGo(id, 'at_once');
      else await this.table.forget(id);
      throw error;
    } finally {
      ended();
    }
  }

  /** Goes on with work whose process is gone, until there is none. */
  async goOn(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const orphaned = await this.table.takeOver(this.clock.now());
      if (orphaned === null) return;
      await this.doRest(orphaned);
    }
  }

  /** Breaks off what is under way. */
  stop(): void {
    this.stopping.abort();
  }

  onModuleDestroy(): void {
    this.stop();
  }

  private async doRest({ work: { id, kind, done }, context, rest }: OrphanedWork): Promise<void> {
    const { working, ended } = this.follow(id, () => Promise.resolve());
    // Written by `begin` for this kind, from a context and a rest.
    const goOn = GO_ON[kind] as (rest: object, context: object, working: Working<object>) => Command<object>;
    this.log.info('Work that was broken off goes on.', { work: id, kind, done });
    await this.finish(id, this.commands.execute(goOn(rest, context, working))).finally(ended);
  }

  /** What a command is given, while the table is told that somebody is at it. */
  private follow<Rest extends object>(id: string, begun: Working<Rest>['begun']) {
    const over = new AbortController();
    let done = 0;
    const working: Working<Rest> = {
      stop: this.stopping.signal,
      did: (steps) => {
        done += steps;
      },
      begun: async (rest, of) => {
        await begun(rest, of);
        void this.sayAlive(id, () => done, over.signal);
      },
    };
    const ended = () => {
      over.abort();
    };
    return { working, ended };
  }

  private async sayAlive(id: string, done: () => number, over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      await this.table.alive(id, done()).catch((error: unknown) => {
        this.log.warn('That work goes on could not be said.', {
          work: id,
          reason: transientReason(error) ?? 'unknown',
        });
      });
      await this.delay(ALIVE_EVERY_MS, over);
    }
  }

  /** Ten seconds are over, and the command is not lost with this process. */
  private async isLate(outcome: Promise<object>, began: Promise<void>): Promise<boolean> {
    const over = new AbortController();
    const isDone = outcome.then(
      () => false,
      () => false,
    );
    const late = this.delay(WAIT_FOR_WORK_MS, over.signal).then(() => began.then(() => true));
    return Promise.race([isDone, late]).finally(() => {
      over.abort();
    });
  }

  private async finish(id: string, outcome: Promise<object>): Promise<void> {
    try {
      await this.table.end(id, await this.endOf(id, outcome), this.clock.now());
    } catch (error) {
      const isBrokenOff = error instanceof BrokenOff;
      if (!isBrokenOff)
        this.log.warn('Work can not be done now.', { work: id, reason: transientReason(error) ?? 'unknown' });
      // Where even that can not be written, it is taken over when nobody has been at it for a while.
      await this.table.letGo(id, isBrokenOff ? 'at_once' : 'later').catch(() => undefined);
    }
  }

  /** Throws what will pass. */
  private async endOf(id: string, outcome: Promise<object>): Promise<WorkEnd> {
    try {
      const answer = await outcome;
      if (!isRefusal(answer)) return { state: 'done', result: answer };
      return { state: 'failed', errors: [{ code: answer.code, message: answer.detail }] };
    } catch (error) {
      if (error instanceof BrokenOff || this.stopping.signal.aborted || transientReason(error) !== null) throw error;
      this.log.error('Work met an error that will not pass.', error, { work: id });
      return { state: 'failed', errors: [{ code: 'unexpected', message: 'Something went wrong here.' }] };
    }
  }
}
