import { Inject, Injectable } from '@nestjs/common';
import { type BalanceExportEvent } from '../domain/balance-export/events';
import { streams } from '../domain/shared/streams';
import { happened } from './aggregates';
import { EVENT_STORE, type EventStore, type Position } from './ports/event-store';
import { SubmissionOutcomes, WAIT_FOR_GOCARDLESS_MS } from './submission-outcomes';

/** What asks something of other streams. */
const CARRIED_OUT: readonly BalanceExportEvent['type'][] = [
  'BalancesAddedAsPayments',
  'BalanceCollectionRequested',
  'BalanceExportRowsReleased',
  'BalanceExportAbandoned',
];

/** Waits until the process has carried out on all streams what was asked of a batch. */
@Injectable()
export class BatchOutcomes {
  constructor(
    private readonly outcomes: SubmissionOutcomes,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** A position that covers all payments and balances of the batch; `asked` when they are not there within 10 seconds. */
  async carriedOut(balanceExportId: string, asked: Position): Promise<Position> {
    const question = () => this.positionWhenDone(streams.balanceExport(balanceExportId));
    const done = await this.outcomes.within(WAIT_FOR_GOCARDLESS_MS, (over) => this.outcomes.until(question, over));
    return done ?? asked;
  }

  private async positionWhenDone(stream: string): Promise<Position | null> {
    const events = await this.store.read(stream);
    const done = new Set<string>();
    for (const event of events) {
      const { type, data } = happened<BalanceExportEvent>(event);
      if (type === 'BalanceExportCarriedOut') done.add(data.of);
    }
    const waiting = events.some(({ type, id }) => CARRIED_OUT.some((one) => one === type) && !done.has(id));
    return waiting ? null : (events.at(-1)?.position ?? null);
  }
}
