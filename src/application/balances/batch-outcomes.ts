import { Inject, Injectable } from '@nestjs/common';
import { type EventType, typesCarriedOutBy } from '../../domain/catalogue';
import { type BalanceExportEvent } from '../../domain/event-groups';
import { streams } from '../../domain/shared/streams';
import { happened } from '../aggregates';
import { EVENT_STORE, type EventStore, type Position } from '../ports/event-store';
import { SubmissionOutcomes, WAIT_FOR_GOCARDLESS_MS } from '../payments/submission-outcomes';

/** Types of the events that ask something of other streams. */
const CARRIED_OUT: readonly string[] = typesCarriedOutBy('balance-batches');

/** What a batch itself says of them. */
const DONE = ['BalanceExportCarriedOut', 'BalanceImportCarriedOut'] as const satisfies readonly EventType[];

/** Waits until the process has carried out on all streams what was asked of a batch, or what a file states. */
@Injectable()
export class BatchOutcomes {
  constructor(
    private readonly outcomes: SubmissionOutcomes,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** A position that covers all payments and balances of the batch; `asked` when they are not there within 10 seconds. */
  carriedOut(balanceExportId: string, asked: Position): Promise<Position> {
    return this.wait(asked, () => this.positionWhenDone(streams.balanceExport(balanceExportId)));
  }

  /** A position that covers all balances of an import, once they are stated; null when the signal is aborted before. */
  stated(balanceImportId: string, over: AbortSignal): Promise<Position | null> {
    const question = async () => {
      const last = await this.store.readLast(streams.balanceImport(balanceImportId));
      return last?.type === 'BalanceImportCarriedOut' ? last.position : null;
    };
    return this.outcomes.until(question, over, DONE);
  }

  private async wait(otherwise: Position, question: () => Promise<Position | null>): Promise<Position> {
    const done = await this.outcomes.within(WAIT_FOR_GOCARDLESS_MS, (over) =>
      this.outcomes.until(question, over, DONE),
    );
    return done ?? otherwise;
  }

  private async positionWhenDone(stream: string): Promise<Position | null> {
    const events = await this.store.read(stream);
    const done = new Set<string>();
    for (const event of events) {
      const { type, data } = happened<BalanceExportEvent>(event);
      if (type === 'BalanceExportCarriedOut') done.add(data.of);
    }
    const waiting = events.some(({ type, id }) => CARRIED_OUT.includes(type) && !done.has(id));
    return waiting ? null : (events.at(-1)?.position ?? null);
  }
}
