import { type Wish } from '../../api/command';
import { type Problem, toProblem } from '../../api/problem';

/** How one of many wishes stands. *Unanswered*: it may have been carried out, so that only the same wish is sent again. */
export type RowState<Answer> =
  | { readonly kind: 'waiting' | 'running' }
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'refused' | 'unanswered'; readonly problem: Problem };

export type BulkCall<Answer> = (id: string, wish: Wish) => Promise<{ readonly data?: Answer }>;

const AT_ONCE = 4;

/** Carries out a wish for each of many things, four at a time. Each has its own key, so that going on repeats nothing that was done. */
export class Bulk<Answer> {
  readonly #keys = new Map<string, string>();
  readonly #states = new Map<string, RowState<Answer>>();
  #isStopped = false;

  constructor(
    private readonly ids: readonly string[],
    private readonly call: BulkCall<Answer>,
    private readonly onChange: (states: ReadonlyMap<string, RowState<Answer>>) => void,
  ) {
    for (const id of ids) {
      this.#keys.set(id, crypto.randomUUID());
      this.#states.set(id, { kind: 'waiting' });
    }
  }

  /** Ends when all are done, or what was begun is after a stop. What has no answer yet is asked again. */
  async run(): Promise<void> {
    this.#isStopped = false;
    const left = this.ids.filter((id) => ['waiting', 'unanswered'].includes(this.#states.get(id)?.kind ?? ''));
    const work = async () => {
      for (let id = left.shift(); id !== undefined && !this.#isStopped; id = left.shift()) await this.one(id);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** Begins no other. */
  stop(): void {
    this.#isStopped = true;
  }

  private async one(id: string): Promise<void> {
    this.set(id, { kind: 'running' });
    try {
      const { data } = await this.call(id, { 'Idempotency-Key': this.#keys.get(id) ?? '' });
      // An answer in the 200s; the client has thrown everything else.
      this.set(id, { kind: 'done', answer: data as Answer });
    } catch (error) {
      const problem = toProblem(error);
      this.set(id, { kind: problem.isUnanswered ? 'unanswered' : 'refused', problem });
    }
  }

  private set(id: string, state: RowState<Answer>): void {
    this.#states.set(id, state);
    this.onChange(new Map(this.#states));
  }
}
