import { Inject, Injectable } from '@nestjs/common';
import { ROWS_PER_EVENT } from '../../domain/balance-exports/rows';
import { BALANCE_QUESTIONS, type BalanceQuestions, type ExportRowState } from '../ports/balance-questions';
import { EVENT_STORE, type EventStore } from '../ports/event-store';

/** What became of the rows of batches. */
@Injectable()
export class ExportRowStates {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(BALANCE_QUESTIONS) private readonly questions: BalanceQuestions,
  ) {}

  /** Of all rows of a sealed batch, as the log says now: a page at a time, by number. */
  async *of(balanceExportId: string): AsyncIterable<readonly ExportRowState[]> {
    await this.questions.caughtUp(await this.store.head());
    for (let after = 0; ;) {
      const page = await this.questions.exportRows(balanceExportId, after, ROWS_PER_EVENT);
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      after = last.number;
    }
  }
}
