import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { type Problem, toProblem } from './problem';

/** Where a wish stands. *Unanswered*: it may have been carried out, so that only the same wish may be sent again. */
export type CommandState<Answer> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unanswered'; readonly problem: Problem }
  | { readonly kind: 'done'; readonly answer: Answer };

/** What a request carries so that the same wish, sent twice, is carried out once. */
export type Wish = Readonly<Record<'Idempotency-Key', string>>;

export interface Command<Input, Answer> {
  readonly state: CommandState<Answer>;
  /** Sends the wish; after a lost answer, the very same again, whatever is given. */
  readonly send: (input: Input) => Promise<void>;
  readonly reset: () => void;
}

const IN_PROGRESS_MS = 1_000;
const IN_PROGRESS_TRIES = 30;

/**
 * One wish of a person: made with the first press, kept until an answer has come. After a success all lists are read anew, from the
 * position that the answer named. A question (a dry run, a look-up) changes nothing: nothing is read anew after it.
 */
export function useCommand<Input, Answer>(
  call: (input: Input, wish: Wish) => Promise<{ readonly data?: Answer }>,
  onDone?: (answer: Answer) => void,
  { isQuestion = false }: { readonly isQuestion?: boolean } = {},
): Command<Input, Answer> {
  const queries = useQueryClient();
  const [state, setState] = useState<CommandState<Answer>>({ kind: 'idle' });
  const pending = useRef<{ readonly input: Input; readonly wish: Wish } | null>(null);
  const isSending = useRef(false);

  const send = useCallback(
    async (input: Input) => {
      if (isSending.current) return;
      isSending.current = true;
      pending.current ??= { input, wish: { 'Idempotency-Key': crypto.randomUUID() } };
      setState({ kind: 'sending' });
      try {
        const answer = await answered(call, pending.current.input, pending.current.wish);
        pending.current = null;
        setState({ kind: 'done', answer });
        if (!isQuestion) void queries.invalidateQueries();
        onDone?.(answer);
      } catch (error) {
        const problem = toProblem(error);
        // What changes nothing may be asked again in other words.
        const isOpen = problem.isUnanswered && !isQuestion;
        if (!isOpen) pending.current = null;
        setState({ kind: isOpen ? 'unanswered' : 'refused', problem });
      } finally {
        isSending.current = false;
      }
    },
    [call, onDone, queries, isQuestion],
  );
  const reset = useCallback(() => {
    pending.current = null;
    setState({ kind: 'idle' });
  }, []);
  return { state, send, reset };
}

/** While the server works on the first request of this wish, the same request is asked again for its answer. */
async function answered<Input, Answer>(
  call: (input: Input, wish: Wish) => Promise<{ readonly data?: Answer }>,
  input: Input,
  wish: Wish,
): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      // An answer in the 200s; the client has thrown everything else.
      return (await call(input, wish)).data as Answer;
    } catch (error) {
      if (toProblem(error).code !== 'in_progress' || tries >= IN_PROGRESS_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, IN_PROGRESS_MS));
    }
  }
}
