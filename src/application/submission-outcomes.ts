import { Inject, Injectable } from '@nestjs/common';
import { type EventType } from '../domain/catalogue';
import { paymentDecider } from '../domain/payment/payment';
import { type PaymentFacts } from '../domain/payment/facts';
import { streams } from '../domain/shared/streams';
import { Aggregates } from './aggregates';
import { type Delay, DELAY } from './ports/delay';
import { EVENT_STORE, type EventStore } from './ports/event-store';

/** Waits for what the submission worker makes of a request: the store is the only way between the two. */
@Injectable()
export class SubmissionOutcomes {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DELAY) private readonly delay: Delay,
  ) {}

  /** The payment's facts once they answer the question; null when they do not before the signal is aborted. */
  async waitFor(
    paymentId: string,
    answered: (facts: PaymentFacts) => boolean,
    over: AbortSignal,
  ): Promise<PaymentFacts | null> {
    return this.until(async () => {
      const { facts } = (await this.aggregates.load(paymentDecider, streams.payment(paymentId))).state;
      return facts !== null && answered(facts) ? facts : null;
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

/** GoCardless has answered the request to make the payment. */
export function isSettled({ gocardlessPaymentId, rejection }: PaymentFacts): boolean {
  return gocardlessPaymentId !== null || rejection !== null;
}
