interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface Batcher {
  /** Groups that are asked at the same time: while one takes long, the others go on. */
  readonly groups: number;
  /** Most questions of a group. */
  readonly questions: number;
}

/**
 * Asks the server together what is asked at the same time: a hundred questions of one turn cost one way to it and back, which is most of
 * what they cost. One alone goes out at once.
 */
export class BatchedQuestions<Question, Answer> {
  private readonly waiting: Waiting<Question, Answer>[] = [];
  private underWay = 0;
  private batching = false;

  /** @param answer answers each question, in order; when it fails, it fails for all of the group. */
  constructor(
    private readonly answer: (questions: readonly Question[]) => Promise<readonly Answer[]>,
    private readonly most: Batcher,
  ) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      this.batch();
    });
  }

  private batch(): void {
    if (this.batching || this.waiting.length === 0 || this.underWay >= this.most.groups) return;
    this.batching = true;
    // Questions of the same turn go in the same group.
    setImmediate(() => {
      this.batching = false;
      void this.send(this.waiting.splice(0, this.most.questions));
      this.batch();
    });
  }

  private async send(group: readonly Waiting<Question, Answer>[]): Promise<void> {
    this.underWay += 1;
    try {
      const answers = await this.answer(group.map(({ question }) => question));
      if (answers.length !== group.length) throw new Error(`${answers.length} answers to ${group.length} questions.`);
      answers.forEach((answer, index) => group[index]?.resolve(answer));
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      this.underWay -= 1;
      this.batch();
    }
  }
}
