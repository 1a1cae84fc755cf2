import { Inject, Injectable } from '@nestjs/common';
import { derivedUuid } from '../../domain/shared/identity';
import { FetchedEvents } from '../gocardless-reads/fetched-events';
import { PaymentBinding } from './payment-binding';
import { type Clock, CLOCK } from '../ports/clock';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts } from '../ports/gocardless';
import { type Log, LOG } from '../ports/log';
import { PROCESS_CHECKPOINTS, type ProcessCheckpoints } from '../ports/process-checkpoints';
import { READ_MODELS, type ReadModels } from '../ports/queries';
import { forEachConnection } from '../gocardless-reads/each-connection';
import { unlessNotFound } from '../gocardless-reads/unless-not-found';

/** GoCardless is asked about the same payment once in this time. */
const ASK_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;

/** When each overdue payment was last asked about, by GoCardless's id. */
type Asked = Readonly<Record<string, string>>;

/** Asks GoCardless about payments that it should have said something of: when it knows more, its events clear the incident. */
@Injectable()
export class Overdue {
  constructor(
    private readonly binding: PaymentBinding,
    private readonly fetchedEvents: FetchedEvents,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
    @Inject(PROCESS_CHECKPOINTS) private readonly checkpoints: ProcessCheckpoints,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  askAll(): Promise<void> {
    const { readModels, log } = this;
    return forEachConnection({ readModels, log }, 'Asking GoCardless about overdue payments was broken off.', (id) =>
      this.askFor(id),
    );
  }

  private async askFor(connectionId: string): Promise<void> {
    const name = `overdue:${connectionId}`;
    const now = this.clock.now();
    const checkpoint = await this.checkpoints.load(name);
    const before = checkpoint === null ? {} : (JSON.parse(checkpoint.state) as Asked); // written below
    const overdue = await this.readModels.overduePayments(connectionId, now);
    const due = overdue.filter((id) => Date.parse(now) - Date.parse(before[id] ?? '1970-01-01') >= ASK_AGAIN_AFTER_MS);
    if (due.length === 0) return;
    for (const id of due) await this.ask(connectionId, id, now);
    const asked = Object.fromEntries(overdue.map((id) => [id, due.includes(id) ? now : (before[id] ?? now)]));
    // Where another process asked at the same time its mark stands, which is as good.
    await this.checkpoints.save(name, checkpoint, { position: this.store.start(), state: JSON.stringify(asked) });
    this.log.info('GoCardless was asked about overdue payments.', { connectionId, payments: due.length });
  }

  private async ask(connectionId: string, gocardlessPaymentId: string, now: string): Promise<void> {
    await this.fetchedEvents.fetch(connectionId, { payment: gocardlessPaymentId });
    const chargeDate = await this.chargeDateOf(connectionId, gocardlessPaymentId);
    const paymentId = await this.binding.paymentOf(connectionId, gocardlessPaymentId);
    if (chargeDate === null || paymentId === null) return;
    const commandId = derivedUuid('overdue', connectionId, gocardlessPaymentId, now);
    const context = { commandId, correlationId: commandId, actor: 'system', at: now } as const;
    await this.binding.readChargeDate(paymentId, chargeDate, context);
  }

  private async chargeDateOf(connectionId: string, gocardlessPaymentId: string): Promise<string | null> {
    const gocardless = await this.accounts.of(connectionId);
    return (await unlessNotFound(gocardless.payment(gocardlessPaymentId)))?.chargeDate ?? null;
  }
}
