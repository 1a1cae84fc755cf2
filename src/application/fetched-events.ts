import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import canonicalize from 'canonicalize';
import { type GoCardlessEvent } from '../domain/shared/gocardless-event';
import { ReceiveDelivery } from './commands/receive-delivery';
import { EVENT_STORE, type EventStore } from './ports/event-store';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts, type GoCardlessEventFilter } from './ports/gocardless';
import { READ_MODELS, type ReadModels } from './ports/queries';

/** Most events in one delivery that we make ourselves. */
const CHUNK = 250;

/** Asks GoCardless for events and puts those that never came through the same door as a webhook. */
@Injectable()
export class FetchedEvents {
  constructor(
    private readonly commands: CommandBus,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  /** How many events were new. */
  async fetch(connectionId: string, filter: GoCardlessEventFilter): Promise<number> {
    const gocardless = await this.accounts.of(connectionId);
    await this.readModels.caughtUp(await this.store.head());
    let received = 0;
    for await (const page of gocardless.events(filter)) {
      const known = await this.readModels.receivedEvents(
        connectionId,
        page.map(({ id }) => id),
      );
      const missing = page.filter(({ id }) => !known.has(id)).reverse();
      for (let start = 0; start < missing.length; start += CHUNK) {
        await this.receive(connectionId, missing.slice(start, start + CHUNK));
      }
      received += missing.length;
    }
    return received;
  }

  private async receive(connectionId: string, events: readonly GoCardlessEvent[]): Promise<void> {
    const bodySha256 = createHash('sha256')
      .update(canonicalize(events) ?? '')
      .digest('hex');
    await this.commands.execute(
      new ReceiveDelivery(connectionId, { source: 'fetched', webhookId: null, bodySha256, events }),
    );
  }
}
