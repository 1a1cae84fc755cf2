import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedUuid } from '../domain/shared/identity';
import { RunScheduler } from './sales-orders/run-scheduler';
import { type Clock, CLOCK } from './ports/clock';
import { type Delay, DELAY } from './ports/delay';
import { type Log, LOG } from './ports/log';
import { WORKER_LOCKS, type WorkerLocks } from './ports/worker-locks';
import { Acceptance } from './payments/acceptance';
import { Adoption } from './gocardless-events/adoption';
import { BalanceBatches } from './balances/balance-batches';
import { Comparison } from './gocardless-events/comparison';
import { Backfill } from './gocardless-reads/backfill';
import { Overdue } from './payments/overdue';
import { ReceiptNumbering } from './receipts/receipt-numbering';
import { ProcessRunner } from './running/process-runner';
import { ProcessStatuses } from './running/process-status';
import { transientReason } from './running/process-context';
import { Submission } from './payments/submission';
import { WebhookRouter } from './gocardless-events/webhook-router';

const MINUTE_MS = 60_000;
const SWEEP_EVERY_MS = 5 * MINUTE_MS;
const SCHEDULER_EVERY_MS = 60 * MINUTE_MS;
const OVERDUE_EVERY_MS = 60 * MINUTE_MS;
const COMPARE_EVERY_MS = 24 * SCHEDULER_EVERY_MS;
const PAUSE_AFTER_FAULT_MS = 5_000;

/** Everything that works in the background of a process. */
@Injectable()
export class Workers {
  private readonly stopping = new AbortController();
  private running: readonly Promise<void>[] = [];

  constructor(
    private readonly runner: ProcessRunner,
    private readonly statuses: ProcessStatuses,
    private readonly router: WebhookRouter,
    private readonly adoption: Adoption,
    private readonly submission: Submission,
    private readonly receiptNumbering: ReceiptNumbering,
    private readonly acceptance: Acceptance,
    private readonly balanceBatches: BalanceBatches,
    private readonly backfill: Backfill,
    private readonly comparison: Comparison,
    private readonly overdue: Overdue,
    private readonly commands: CommandBus,
    @Inject(WORKER_LOCKS) private readonly locks: WorkerLocks,
    @Inject(DELAY) private readonly delay: Delay,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  start(): void {
    const { signal } = this.stopping;
    const processes = [
      this.router,
      this.adoption,
      this.submission,
      this.receiptNumbering,
      this.acceptance,
      this.balanceBatches,
    ];
    this.running = [
      ...processes.map((process) => this.runner.run(process, signal)),
      this.every(SWEEP_EVERY_MS, 'backfill', () => this.backfill.sweepAll()),
      this.every(COMPARE_EVERY_MS, 'comparison', () => this.comparison.compareAll()),
      this.every(OVERDUE_EVERY_MS, 'overdue', () => this.overdue.askAll()),
      this.every(SCHEDULER_EVERY_MS, 'scheduler', () => this.sendWhatIsDue()),
    ];
  }

  /** Finishes what is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async sendWhatIsDue(): Promise<void> {
    const at = this.clock.now();
    const commandId = derivedUuid('scheduler', at);
    const { sent, refused, blocked } = await this.commands.execute(
      new RunScheduler(null, 'all', { commandId, correlationId: commandId, actor: 'scheduler', at }),
    );
    if (sent + refused + blocked > 0) this.log.info('The scheduler ran.', { sent, refused, blocked });
  }

  /** At once and then at every interval, in one process at a time. A fault is logged and waits for the next time. */
  private async every(interval: number, name: string, work: () => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      this.statuses.set(name, { kind: 'timer', state: 'standing_by' });
      try {
        await this.locks.whileHeld(name, signal, async (held) => {
          while (!held.aborted) {
            await this.attempt(name, work);
            await this.delay(interval, held);
          }
        });
      } catch (error) {
        this.log.warn('A timer lost its lock and asks for it again.', {
          timer: name,
          reason: transientReason(error) ?? 'unknown',
        });
        await this.delay(PAUSE_AFTER_FAULT_MS, signal);
      }
    }
  }

  private async attempt(name: string, work: () => Promise<void>): Promise<void> {
    this.statuses.set(name, { state: 'running', reason: null });
    try {
      await work();
    } catch (error) {
      const reason = transientReason(error);
      this.statuses.set(name, { state: 'retrying', reason: reason ?? 'met an error; the log says more' });
      if (reason === null) this.log.error('A timer met an error.', error, { timer: name });
      else this.log.warn('A timer could not do its work now.', { timer: name, reason });
    }
  }
}
