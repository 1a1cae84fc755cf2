/** Hands things from one who makes them to one who takes them, one at a time: making waits for taking, so that nothing piles up. */
export class Channel<T> implements AsyncIterable<T> {
  private readonly handed: {
    readonly thing: T;
    readonly taken: () => void;
    readonly failed: (error: unknown) => void;
  }[] = [];
  private ended = false;
  private failure: { readonly error: unknown } | null = null;
  private wake: () => void = () => undefined;

  /** Done when it was taken; throws what `fail` was told. */
  hand(thing: T): Promise<void> {
    if (this.failure !== null) return Promise.reject(asError(this.failure.error));
    return new Promise((taken, failed) => {
      this.handed.push({ thing, taken, failed });
      this.wake();
    });
  }

  /** Nothing more comes. */
  end(): void {
    this.ended = true;
    this.wake();
  }

  /** Ends both sides with an error; later ones change nothing. */
  fail(error: unknown): void {
    this.failure ??= { error };
    for (const { failed } of this.handed.splice(0)) failed(error);
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      if (this.failure !== null) throw asError(this.failure.error);
      const next = this.handed.shift();
      if (next !== undefined) {
        next.taken();
        yield next.thing;
      } else if (this.ended) return;
      else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    }
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
