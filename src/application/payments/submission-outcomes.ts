import { Inject, Injectable } from '@nestjs/common';
import { type EventType } from '../../domain/catalogue';
import { paymentDecider } from '../../domain/payments/payment';
import { isInDoubt, type PaymentFacts } from '../../domain/payments/facts';
import { Aggregates } from '../aggregates';
import { type Delay, DELAY } from '../ports/delay';
import { EVENT_STORE, type EventStore, type Position } from '../ports/event-store';

export interface AnsweredPayment {
  readonly facts: PaymentFacts;
  /** Of its last event: whoever asks for what was read from here on sees the answer. */
  readonly position: Position;
}

/** Waits for what the submission worker makes of a request: the store is the only way between the two. */
@Injectable()
export class SubmissionOutcomes {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DELAY) private readonly delay: Delay,
  ) {}

  /** The payment's facts once they answer the question, with the position that they stand at; null when the signal is aborted before. */
  async waitFor(
    paymentId: string,
    answered: (facts: PaymentFacts) => boolean,
    over: AbortSignal,
  ): Promise<AnsweredPayment | null> {
    return this.until(async () => {
      const { state, position } = await this.aggregates.load(paymentDecider, paymentId);
      return state.facts !== null && answered(state.facts) ? { facts: state.facts, position } : null;
    }, over);
  }

  /**
   * What a question is answered with once it is, asked anew whenever the log has grown by events of these types, or of any; null when
   * the signal is aborted before.
   */
  async until<T>(
    question: () => Promise<T | null>,
    over: AbortSignal,
    types?: readonly EventType[],
  ): Promise<T | null> {
    for (;;) {
      const before = await this.store.head();
      const answer = await question();
      if (answer !== null || over.aborted) return answer;
      await this.store.waitForMore(before, over, types);
    }
  }

  /** Runs work with a signal that is aborted when the time is over. */
  async within<T>(milliseconds: number, work: (over: AbortSignal) => Promise<T>): Promise<T> {
    const over = new AbortController();
    const timer = this.delay(milliseconds, over.signal).then(() => {
      over.abort();
    });
    try {
      return await work(over.signal);
    } finally {
      over.abort();
      await timer;
    }
  }
}

/** How long HTTP waits for GoCardless before it says that the request goes on by itself. */
export const WAIT_FOR_GOCARDLESS_MS = 10_000;

/** GoCardless has answered the request to make the payment, be it by another one under its key. */
export function isSettled(facts: PaymentFacts): boolean {
  return facts.gocardlessPaymentId !== null || facts.rejection !== null || isInDoubt(facts);
}
