import { useState } from 'react';
import { client } from '../../api/client';
import { useCommand } from '../../api/command';
import { Dialog } from '../../parts/dialog/Dialog';
import { Button } from '../../parts/forms/Button';
import { ProblemNote } from '../../parts/page-state/ProblemNote';
import { words as parts } from '../../words/en/parts';
import { words } from '../../words/en/mandates';
import { Person } from './Person';

/** Asks GoCardless who stands behind a mandate. Nothing of it is kept. */
export function Who({ mandateId }: { readonly mandateId: string }) {
  const [isOpen, setOpen] = useState(false);
  const { state, send } = useCommand(() => client.POST('/api/gocardless/lookups', { body: { mandateId } }), undefined, {
    isQuestion: true,
  });
  return (
    <>
      <Button
        isSmall
        onClick={() => {
          setOpen(true);
          void send(null);
        }}
      >
        {words.who}
      </Button>
      {isOpen && (
        <Dialog
          title={words.who}
          onClose={() => {
            setOpen(false);
          }}
        >
          {state.kind === 'sending' && <p>{parts.loading}</p>}
          {state.kind === 'refused' && <ProblemNote problem={state.problem} />}
          {state.kind === 'done' &&
            state.answer.customers.map((one) => <Person key={one.gocardlessCustomerId} of={one} />)}
          {state.kind === 'done' && state.answer.customers.length === 0 && <p>{words.nobodyFound}</p>}
        </Dialog>
      )}
    </>
  );
}
