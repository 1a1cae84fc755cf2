/** A question that waits for its answer. Only the first of the two calls counts. */
export interface Asked<Question, Answer> {
  readonly question: Question;
  readonly answered: (answer: Answer) => void;
  readonly failed: (error: unknown) => void;
}

export interface Batching<Question> {
  /** Batches that are under way at the same time: while one takes long, the others go on. */
  readonly concurrency: number;
  /** Begins a batch: what it answers is asked of each waiting question, in order, and says whether it goes with it. One always must. */
  readonly choose: () => (question: Question) => boolean;
}

/**
 * Sends together what is asked at the same time: a hundred questions of one turn cost one way there and back, which is most of what they
 * cost. One alone goes out at once; what is asked while as many batches as may be are under way waits, and goes with the next.
 */
export class Batcher<Question, Answer> {
  private waiting: Asked<Question, Answer>[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private isChoosing = false;

  /** @param send settles each question, and returns when the next batch may go; when it fails, the questions that are not settled fail. */
  constructor(
    private readonly send: (batch: readonly Asked<Question, Answer>[]) => Promise<void>,
    private readonly batching: Batching<Question>,
  ) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((answered, failed) => {
      this.waiting.push({ question, answered, failed });
      this.next();
    });
  }

  /** Resolves when nothing waits and nothing is under way. */
  async idle(): Promise<void> {
    while (this.waiting.length > 0 || this.underWay.size > 0) {
      await (this.underWay.size > 0 ? Promise.race(this.underWay) : nextTurn());
    }
  }

  private next(): void {
    if (this.isChoosing || this.waiting.length === 0 || this.underWay.size >= this.batching.concurrency) return;
    this.isChoosing = true;
    // Questions of the same turn go together, and those of whom the last batch has just answered.
    void nextTurn().then(() => {
      this.isChoosing = false;
      const work = this.settle(this.choose());
      this.underWay.add(work);
      void work.then(() => {
        this.underWay.delete(work);
        this.next();
      });
      this.next();
    });
  }

  private choose(): readonly Asked<Question, Answer>[] {
    const goes = this.batching.choose();
    const batch: Asked<Question, Answer>[] = [];
    const left: Asked<Question, Answer>[] = [];
    for (const asked of this.waiting) (goes(asked.question) ? batch : left).push(asked);
    this.waiting = left;
    return batch;
  }

  private async settle(batch: readonly Asked<Question, Answer>[]): Promise<void> {
    try {
      await this.send(batch);
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
}

/** Batches of so many questions at most, in the order in which they were asked. */
export function upTo(maximum: number): () => () => boolean {
  return () => {
    let count = 0;
    return () => {
      count += 1;
      return count <= maximum;
    };
  };
}

/** For a batcher whose questions are all answered at once: to each one answer, or the error with which it fails, in order. */
export function together<Question, Answer>(
  answer: (questions: readonly Question[]) => Promise<readonly (Answer | Error)[]>,
): (batch: readonly Asked<Question, Answer>[]) => Promise<void> {
  return async (batch) => {
    const answers = await answer(batch.map(({ question }) => question));
    if (answers.length !== batch.length) throw new Error(`${answers.length} answers to ${batch.length} questions.`);
    batch.forEach(({ answered, failed }, index) => {
      const one = answers[index] as Answer | Error; // there are as many as questions
      if (one instanceof Error) failed(one);
      else answered(one);
    });
  };
}

function nextTurn(): Promise<void> {
  return new Promise((settle) => setImmediate(settle));
}
