import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { useKeepsBooks } from '../../api/session';
import { words } from '../../words/en/backfill';
import { Button } from '../forms/Button';
import { ProblemNote } from '../page-state/ProblemNote';

/** Reads once more all that GoCardless has told since a while, and takes in what was missed. */
export function FetchMissing({ isSmall = false }: { readonly isSmall?: boolean }) {
  const keepsBooks = useKeepsBooks();
  const { state, send } = useCommand(fetchMissing);
  if (!keepsBooks) return null;
  return (
    <>
      <Button
        isSmall={isSmall}
        title={words.fetchText}
        disabled={state.kind === 'sending'}
        onClick={() => void send({})}
      >
        {state.kind === 'sending' ? words.fetching : words.fetch}
      </Button>
      {state.kind === 'done' && <span role="status">{words.fetched(state.answer.received)}</span>}
      {(state.kind === 'refused' || state.kind === 'unanswered') && <ProblemNote problem={state.problem} />}
    </>
  );
}

function fetchMissing(body: { readonly from?: string }, wish: Wish) {
  return client.POST('/api/gocardless/backfills', { params: { header: wish }, body });
}
