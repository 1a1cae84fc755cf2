import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { canonicalJson } from '../../domain/shared/canonical-json';
import { type GoCardlessEvent } from '../../domain/shared/gocardless-event';
import { ReceiveDelivery } from '../deliveries/receive-delivery';
import { type Known } from './batched-reads';
import { PagedQuestions } from './paged-questions';
import { type Delay, DELAY } from '../ports/delay';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts, type GoCardlessEventFilter } from '../ports/gocardless';
import { READ_MODELS, type ReadModels } from '../ports/queries';

/** Most events in one delivery that we make ourselves. */
const CHUNK = 250;
/** What is said of a mandate when it is made may bear a time a little before its own. */
const BEFORE_MANDATE_MS = 60 * 60 * 1000;

/** Asks GoCardless for events and puts those that never came through the same door as a webhook. */
@Injectable()
export class FetchedEvents {
  private readonly histories: PagedQuestions<Known, true>;

  constructor(
    private readonly commands: CommandBus,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
    @Inject(DELAY) delay: Delay,
  ) {
    this.histories = new PagedQuestions(
      {
        pages: (connectionId, mandates) => this.historyPages(connectionId, mandates),
        one: async (connectionId, { id }) => {
          await this.fetch(connectionId, { mandate: id });
          return true as const;
        },
      },
      delay,
    );
  }

  /** How many events were new. */
  async fetch(connectionId: string, filter: GoCardlessEventFilter): Promise<number> {
    let received = 0;
    for await (const page of this.pages(connectionId, filter)) received += await this.receiveNew(connectionId, page);
    return received;
  }

  /** All events of a mandate, which was made at this time; those of many at once come from the list of all mandates' events. */
  fetchHistory(connectionId: string, mandate: Known): Promise<true> {
    return this.histories.ask(connectionId, mandate);
  }

  /** A history is complete when the list has come to the time before the mandate. */
  private async *historyPages(connectionId: string, mandates: readonly Known[]) {
    const ids = new Set(mandates.map(({ id }) => id));
    const createdAtGte = mandates.map(({ at }) => beforeMandate(at)).reduce((a, b) => (a < b ? a : b));
    for await (const page of this.pages(connectionId, { resourceType: 'mandates', createdAtGte })) {
      await this.receiveNew(
        connectionId,
        page.filter(({ links }) => ids.has(links['mandate'] ?? '')),
      );
      const reached = page.at(-1)?.createdAt ?? createdAtGte;
      yield ({ at }: Known) => (reached < beforeMandate(at) ? true : undefined);
    }
    yield () => true as const;
  }

  private async *pages(connectionId: string, filter: GoCardlessEventFilter) {
    const gocardless = await this.accounts.of(connectionId);
    await this.readModels.caughtUp(await this.store.head());
    yield* gocardless.events(filter);
  }

  private async receiveNew(connectionId: string, page: readonly GoCardlessEvent[]): Promise<number> {
    const known = await this.readModels.receivedEvents(
      connectionId,
      page.map(({ id }) => id),
    );
    const missing = page.filter(({ id }) => !known.has(id)).reverse();
    for (let start = 0; start < missing.length; start += CHUNK) {
      await this.receive(connectionId, missing.slice(start, start + CHUNK));
    }
    return missing.length;
  }

  private async receive(connectionId: string, events: readonly GoCardlessEvent[]): Promise<void> {
    const bodySha256 = createHash('sha256').update(canonicalJson(events)).digest('hex');
    const delivery = { source: 'fetched', webhookId: null, bodySha256, events } as const;
    const received = await this.commands.execute(new ReceiveDelivery(connectionId, delivery));
    if (typeof received !== 'string') throw new Error(received.detail);
  }
}

function beforeMandate(createdAt: string): string {
  return new Date(Date.parse(createdAt) - BEFORE_MANDATE_MS).toISOString();
}
