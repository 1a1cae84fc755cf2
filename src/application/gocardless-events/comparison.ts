import { Inject, Injectable } from '@nestjs/common';
import { contradicts } from '../../domain/payments/flags-table';
import { paymentDecider } from '../../domain/payments/payment';
import { derivedUuid } from '../../domain/shared/identity';
import { Aggregates } from '../aggregates';
import { FetchedEvents } from '../gocardless-reads/fetched-events';
import { PaymentBinding } from '../payments/payment-binding';
import { type Clock, CLOCK } from '../ports/clock';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts, type GoCardlessPayment } from '../ports/gocardless';
import { type Log, LOG } from '../ports/log';
import { PROCESS_CHECKPOINTS, type ProcessCheckpoints } from '../ports/process-checkpoints';
import { READ_MODELS, type ReadModels } from '../ports/queries';
import { forEachConnection } from '../gocardless-reads/each-connection';

/** Payments made within these days are compared; what changes later is told by events, which the weekly sweep looks for. */
const COMPARED_DAYS = 35;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Every night, what GoCardless's lists say is held against what its events added up to. */
@Injectable()
export class Comparison {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly binding: PaymentBinding,
    private readonly fetchedEvents: FetchedEvents,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
    @Inject(PROCESS_CHECKPOINTS) private readonly checkpoints: ProcessCheckpoints,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  compareAll(): Promise<void> {
    const { readModels, log } = this;
    return forEachConnection({ readModels, log }, 'A comparison with GoCardless was broken off.', (id) =>
      this.compare(id),
    );
  }

  /** A difference pulls the payment's events; one that was there the night before as well is written down for a person. */
  private async compare(connectionId: string): Promise<void> {
    const name = `comparison:${connectionId}`;
    const checkpoint = await this.checkpoints.load(name);
    const before = checkpoint === null ? [] : (JSON.parse(checkpoint.state) as string[]); // written below
    const differing = await this.differing(connectionId);
    for (const payment of differing) {
      if (before.includes(payment.id)) await this.note(connectionId, payment);
      await this.fetchedEvents.fetch(connectionId, { payment: payment.id });
    }
    const state = JSON.stringify(differing.map(({ id }) => id));
    await this.checkpoints.save(name, checkpoint, { position: this.store.start(), state });
    if (differing.length > 0) {
      this.log.warn('Payments at GoCardless differ from their events.', { connectionId, payments: differing.length });
    }
  }

  private async differing(connectionId: string): Promise<readonly GoCardlessPayment[]> {
    const gocardless = await this.accounts.of(connectionId);
    await this.readModels.caughtUp(await this.store.head());
    const createdAtGte = new Date(Date.parse(this.clock.now()) - COMPARED_DAYS * DAY_MS).toISOString();
    const differing: GoCardlessPayment[] = [];
    for await (const page of gocardless.payments({ createdAtGte })) {
      const statuses = await this.readModels.statusesOf(
        connectionId,
        page.map(({ id }) => id),
      );
      for (const payment of page) {
        const isSame = statuses.get(payment.id) === payment.status;
        if (!isSame && (await this.contradicts(connectionId, payment))) differing.push(payment);
      }
    }
    return differing;
  }

  /** Another word is not always another state. One that nobody here knows is a difference too. */
  private async contradicts(connectionId: string, { id, status }: GoCardlessPayment): Promise<boolean> {
    const paymentId = await this.binding.paymentOf(connectionId, id);
    if (paymentId === null) return true;
    const { state } = await this.aggregates.load(paymentDecider, paymentId);
    return state.facts === null || contradicts(state.facts, status);
  }

  private async note(connectionId: string, { id, status }: GoCardlessPayment): Promise<void> {
    const paymentId = await this.binding.paymentOf(connectionId, id);
    if (paymentId === null) return;
    const at = this.clock.now();
    const commandId = derivedUuid('comparison', connectionId, id, at);
    await this.aggregates.execute(
      paymentDecider,
      paymentId,
      { type: 'NoteDifference', gocardlessStatus: status },
      { commandId, correlationId: commandId, actor: 'system', at },
    );
  }
}
