import { type Asked, Batcher, type Batching } from '../../domain/shared/batcher';
import { inParallel } from '../../domain/shared/in-parallel';
import { type Delay } from '../ports/delay';
import { GoCardlessUnavailable } from '../ports/gocardless';

/** Where answers come from. */
export interface Answers<Question, Answer> {
  /** Pages of GoCardless's lists, a request each: what a page answers, and undefined for what it does not. */
  pages(
    connectionId: string,
    questions: readonly Question[],
  ): AsyncIterable<(question: Question) => Answer | undefined>;
  /** A request for one question alone. */
  one(connectionId: string, question: Question): Promise<Answer>;
}

/** A page is read only while one can be spent for each so many questions: its 500 things are no small answer. */
const WORTH_A_PAGE = 5;
const CONCURRENCY = 16;
/** Between requests: at this pace even the questions that no page is worth stay below 1,000 a minute. */
const PAUSE_MS = 250;
const NEVER = new AbortController().signal;

/** One batch of a connection after the other, of all that was asked meanwhile. */
const ONE_AFTER_THE_OTHER: Batching<unknown> = { concurrency: 1, choose: () => () => true };

/** Questions to GoCardless by many at once, answered with few requests. No answer is older than its question, and none is kept. */
export class PagedQuestions<Question, Answer> {
  private readonly ofConnections = new Map<string, Batcher<Question, Answer>>();

  constructor(
    private readonly answers: Answers<Question, Answer>,
    private readonly delay: Delay,
  ) {}

  ask(connectionId: string, question: Question): Promise<Answer> {
    return this.ofConnection(connectionId).ask(question);
  }

  private ofConnection(connectionId: string): Batcher<Question, Answer> {
    const known = this.ofConnections.get(connectionId);
    if (known !== undefined) return known;
    const send = async (batch: readonly Asked<Question, Answer>[]) => {
      await this.answer(connectionId, new Set(batch));
      await this.delay(PAUSE_MS, NEVER);
    };
    const made = new Batcher(send, ONE_AFTER_THE_OTHER);
    this.ofConnections.set(connectionId, made);
    return made;
  }

  private async answer(connectionId: string, asked: Set<Asked<Question, Answer>>): Promise<void> {
    try {
      if (asked.size >= WORTH_A_PAGE) await this.answerFromPages(connectionId, asked);
    } catch (error) {
      // One thing in a list that can not be read must not keep the others waiting.
      if (!(error instanceof GoCardlessUnavailable && error.because === 'unexpected_answer')) {
        for (const { failed } of asked) failed(error);
        return;
      }
    }
    await inParallel(CONCURRENCY, [...asked], ({ question, answered, failed }) =>
      this.answers.one(connectionId, question).then(answered, failed),
    );
  }

  /** What the pages answer is asked no more. */
  private async answerFromPages(connectionId: string, asked: Set<Asked<Question, Answer>>): Promise<void> {
    const questions = [...asked].map(({ question }) => question);
    let pages = 0;
    for await (const answerTo of this.answers.pages(connectionId, questions)) {
      for (const one of asked) {
        const answer = answerTo(one.question);
        if (answer === undefined) continue;
        asked.delete(one);
        one.answered(answer);
      }
      pages += 1;
      if (asked.size === 0 || pages > questions.length / WORTH_A_PAGE) return;
    }
  }
}
