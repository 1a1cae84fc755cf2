import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedUuid } from '../domain/shared/identity';
import { RunScheduler } from './sales-orders/run-scheduler';
import { type Clock, CLOCK } from './ports/clock';
import { type Log, LOG } from './ports/log';
import { Acceptance } from './payments/acceptance';
import { Adoption } from './gocardless-events/adoption';
import { BalanceBatches } from './balances/balance-batches';
import { Comparison } from './gocardless-events/comparison';
import { Backfill } from './gocardless-reads/backfill';
import { Overdue } from './payments/overdue';
import { ReceiptNumbering } from './receipts/receipt-numbering';
import { ProcessRunner } from './running/process-runner';
import { type Timer } from './running/process';
import { Submission } from './payments/submission';
import { Works } from './work/works';
import { WebhookRouter } from './gocardless-events/webhook-router';

const MINUTE_MS = 60_000;
const SWEEP_EVERY_MS = 5 * MINUTE_MS;
const SCHEDULER_EVERY_MS = 60 * MINUTE_MS;
const WORK_EVERY_MS = 5_000;
const OVERDUE_EVERY_MS = 60 * MINUTE_MS;
const COMPARE_EVERY_MS = 24 * SCHEDULER_EVERY_MS;

/** Everything that works in the background of a process. */
@Injectable()
export class Workers {
  private readonly stopping = new AbortController();
  private running: readonly Promise<void>[] = [];

  constructor(
    private readonly runner: ProcessRunner,
    private readonly router: WebhookRouter,
    private readonly adoption: Adoption,
    private readonly submission: Submission,
    private readonly receiptNumbering: ReceiptNumbering,
    private readonly acceptance: Acceptance,
    private readonly balanceBatches: BalanceBatches,
    private readonly backfill: Backfill,
    private readonly comparison: Comparison,
    private readonly overdue: Overdue,
    private readonly works: Works,
    private readonly commands: CommandBus,
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
      every(SWEEP_EVERY_MS, 'backfill', () => this.backfill.sweepAll()),
      every(COMPARE_EVERY_MS, 'comparison', () => this.comparison.compareAll()),
      every(OVERDUE_EVERY_MS, 'overdue', () => this.overdue.askAll()),
      every(WORK_EVERY_MS, 'work', () => this.works.goOn()),
      every(SCHEDULER_EVERY_MS, 'scheduler', () => this.sendWhatIsDue()),
    ];
    this.running = processes.map((process) => this.runner.run(process, signal));
  }

  /** Finishes what is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.works.stop();
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
}

function every(everyMs: number, name: string, work: () => Promise<void>): Timer {
  return { kind: 'timer', name, everyMs, work };
}
