import { Command, type CommandBus } from '@nestjs/cqrs';
import { MemoryWorkTable } from '../../../test/support/memory-work-table';
import { refuse } from '../../domain/shared/decider';
import { type CommandContext } from '../aggregates';
import { type Delay } from '../ports/delay';
import { StoreUnavailable } from '../ports/event-store';
import { BrokenOff, type Working } from '../running/working';
import { RunScheduler, type RestOfSchedulerRun } from '../sales-orders/run-scheduler';
import { WAIT_FOR_WORK_MS, WorkGoesOn, Works } from './works';

const AT = '2026-03-02T09:00:00.000Z';
const CONTEXT: CommandContext = { commandId: 'a-command', correlationId: 'a-request', actor: 'user:key_1', at: AT };
const ALL = { connectionIds: 'all' } as const;

type Run = (working: Working<RestOfSchedulerRun>) => Promise<object>;

class TestCommand extends Command<object> {
  constructor(readonly run: () => Promise<object>) {
    super();
  }
}

/** Time goes on when the test says so: `elapse` ends every wait of that length. */
class Time {
  private waits: { readonly milliseconds: number; readonly end: () => void }[] = [];

  readonly delay: Delay = (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => {
        resolve();
      });
      this.waits.push({ milliseconds, end: resolve });
    });

  elapse(milliseconds: number): void {
    const over = this.waits.filter((wait) => wait.milliseconds === milliseconds);
    this.waits = this.waits.filter((wait) => wait.milliseconds !== milliseconds);
    for (const { end } of over) end();
  }
}

/** A process with works: `rest` is what a scheduler run that goes on does. */
function process(table: MemoryWorkTable, rest: (command: RunScheduler) => Promise<object> = () => Promise.resolve({})) {
  const time = new Time();
  const commands = {
    execute: (command: unknown) => {
      if (command instanceof TestCommand) return command.run();
      return command instanceof RunScheduler ? rest(command) : Promise.reject(new Error('Unknown command.'));
    },
  } as unknown as CommandBus;
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const works = new Works(commands, table, { now: () => AT }, time.delay, quiet);
  const ask = (run: Run) =>
    works.answer('scheduler_run', ALL, CONTEXT, (working) => new TestCommand(() => run(working)));
  return { works, time, ask };
}

function promised<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((settle, fail) => {
    resolve = settle;
    reject = fail;
  });
  return { promise, resolve, reject };
}

/** Everything that can go on without time has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

const REST: RestOfSchedulerRun = { due: ['sp_1', 'sp_2'] };

async function workOf(table: MemoryWorkTable, outcome: Promise<object>) {
  const answered = await outcome;
  if (!(answered instanceof WorkGoesOn)) throw new Error('It was answered.');
  return table.find(answered.workId);
}

describe('a command that may take long', () => {
  it('is answered when it is done in time, and leaves nothing to follow', async () => {
    const table = new MemoryWorkTable();
    const { ask } = process(table);
    const answered = ask(async (working) => {
      await working.begun(REST, 2);
      working.did(2);
      return { sent: 2 };
    });
    expect(await answered).toEqual({ sent: 2 });
    expect(await table.list()).toEqual([]);
  });

  it('goes on after ten seconds, is counted, and says what it would have answered', async () => {
    const table = new MemoryWorkTable();
    const { ask, time } = process(table);
    const end = promised<object>();
    const outcome = ask(async (working) => {
      await working.begun(REST, 2);
      working.did(1);
      return end.promise;
    });
    await settled();
    time.elapse(WAIT_FOR_WORK_MS);
    expect(await workOf(table, outcome)).toMatchObject({
      kind: 'scheduler_run',
      state: 'running',
      of: 2,
      result: null,
    });
    time.elapse(2_000);
    await settled();
    expect((await table.list())[0]?.done).toBe(1);
    end.resolve({ sent: 2 });
    await settled();
    expect(await workOf(table, outcome)).toMatchObject({ state: 'done', result: { sent: 2 }, errors: [], endedAt: AT });
  });

  it('is not answered before it can not be lost any more', async () => {
    const table = new MemoryWorkTable();
    const { ask, time } = process(table);
    const begin = promised<undefined>();
    let isAnswered = false;
    const outcome = ask(async (working) => {
      await begin.promise;
      await working.begun(REST, null);
      return promised<object>().promise;
    });
    void outcome.then(() => {
      isAnswered = true;
    });
    await settled();
    time.elapse(WAIT_FOR_WORK_MS);
    await settled();
    expect([isAnswered, await table.list()]).toEqual([false, []]);
    begin.resolve(undefined);
    expect(await workOf(table, outcome)).toMatchObject({ state: 'running', of: null });
  });

  it('answers a refusal and an error as they are while it is in time', async () => {
    const table = new MemoryWorkTable();
    const { ask } = process(table);
    const refusal = refuse('not_found', 'There is none.');
    expect(await ask(() => Promise.resolve(refusal))).toEqual(refusal);
    await expect(ask(() => Promise.reject(new Error('Broken.')))).rejects.toThrow('Broken.');
    expect(await table.list()).toEqual([]);
  });

  it.each([
    [
      'a refusal',
      () => Promise.resolve(refuse('no_lines', 'It is empty.')),
      { code: 'no_lines', message: 'It is empty.' },
    ],
    [
      'an error that will not pass',
      () => Promise.reject(new Error('Secret.')),
      { code: 'unexpected', message: 'Something went wrong here.' },
    ],
  ])('has failed with %s that comes later', async (_name, ending, error) => {
    const table = new MemoryWorkTable();
    const { ask, time } = process(table);
    const end = promised<undefined>();
    const outcome = ask(async (working) => {
      await working.begun(REST, 2);
      await end.promise;
      return ending();
    });
    await settled();
    time.elapse(WAIT_FOR_WORK_MS);
    await workOf(table, outcome);
    end.resolve(undefined);
    await settled();
    expect(await workOf(table, outcome)).toMatchObject({ state: 'failed', result: null, errors: [error] });
  });

  it('meets its work when it is sent again', async () => {
    const table = new MemoryWorkTable();
    const { ask, time } = process(table);
    let runs = 0;
    const run: Run = async (working) => {
      runs += 1;
      await working.begun(REST, 2);
      return promised<object>().promise;
    };
    const first = ask(run);
    await settled();
    time.elapse(WAIT_FOR_WORK_MS);
    expect(await ask(run)).toEqual(await first);
    expect(runs).toBe(1);
  });
});

describe('over a restart', () => {
  /** Work whose process was killed after it had told of it. */
  async function orphaned() {
    const table = new MemoryWorkTable();
    const { ask, time } = process(table);
    const outcome = ask(async (working) => {
      await working.begun(REST, 2);
      return promised<object>().promise;
    });
    await settled();
    time.elapse(WAIT_FOR_WORK_MS);
    const work = await workOf(table, outcome);
    table.abandon(work?.id ?? '');
    return { table, id: work?.id ?? '' };
  }

  it('another process does what is left, as the same command', async () => {
    const { table, id } = await orphaned();
    const seen: unknown[] = [];
    const { works } = process(table, ({ context, followed }) => {
      seen.push(context, followed?.rest);
      return Promise.resolve({ sent: 2 });
    });
    await works.goOn();
    expect(seen).toEqual([CONTEXT, REST]);
    expect(await table.find(id)).toMatchObject({ state: 'done', result: { sent: 2 } });
  });

  it('is broken off when the process ends, and taken up by the next', async () => {
    const { table, id } = await orphaned();
    const ending = process(table, ({ followed }) => {
      ending.works.stop();
      expect(followed?.working.stop.aborted).toBe(true);
      return Promise.reject(new BrokenOff());
    });
    await ending.works.goOn();
    expect((await table.find(id))?.state).toBe('running');
    await process(table, () => Promise.resolve({ sent: 2 })).works.goOn();
    expect((await table.find(id))?.state).toBe('done');
  });

  it('waits for a store that is away, and fails only for what will not pass', async () => {
    const { table, id } = await orphaned();
    let tries = 0;
    const { works } = process(table, () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new StoreUnavailable('away')) : Promise.reject(new Error('Broken.'));
    });
    await works.goOn();
    expect([tries, (await table.find(id))?.state]).toEqual([2, 'failed']);
  });
});
