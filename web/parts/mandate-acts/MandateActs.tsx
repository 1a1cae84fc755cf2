import { useState } from 'react';
import { type ItemOf } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand } from '../../api/command';
import { useReading } from '../../api/reading';
import { useKeepsBooks } from '../../api/session';
import { words } from '../../words/en/mandates';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../forms/Form';
import { RowMenu } from '../row-menu/RowMenu';

type Mandate = ItemOf<'/api/mandates'>;
type Name = 'makeDefault' | 'unlink';

/** What can be done with a linked mandate. */
export function MandateActs({ of }: { readonly of: Mandate }) {
  const keepsBooks = useKeepsBooks();
  const [open, setOpen] = useState<Name | null>(null);
  if (!keepsBooks || !of.linked) return null;
  const names: readonly Name[] = of.usable && !of.default ? ['makeDefault', 'unlink'] : ['unlink'];
  const close = () => {
    setOpen(null);
  };
  return (
    <>
      <RowMenu
        items={names.map((name) => ({
          key: name,
          label: words[name],
          run: () => {
            setOpen(name);
          },
        }))}
      />
      {open === 'makeDefault' && <MakeDefault of={of} onClose={close} />}
      {open === 'unlink' && <Unlink of={of} onClose={close} />}
    </>
  );
}

interface ActProps {
  readonly of: Mandate;
  readonly onClose: () => void;
}

function MakeDefault({ of: { customerId: id, mandateId }, onClose }: ActProps) {
  const path = { id, mandateId };
  const { state, send } = useCommand(
    () => client.PUT('/api/customers/{id}/mandates/{mandateId}/default', { params: { path } }),
    onClose,
  );
  return (
    <Dialog title={words.makeDefault} onClose={onClose}>
      <Form state={state} submit={words.makeDefault} onSend={() => void send(null)} onCancel={onClose}>
        <p>{words.makeDefaultText}</p>
      </Form>
    </Dialog>
  );
}

/** Says how many instalments wait; where some would be left without a mandate, it is asked again. */
function Unlink({ of: { customerId: id, mandateId }, onClose }: ActProps) {
  const path = { id, mandateId };
  const query = { customerId: [id], isProcessed: [false], isCancelled: [false] };
  const waiting = useReading('/api/scheduled-payments/summary', { query }).body?.count ?? 0;
  const { state, send } = useCommand(
    (force: boolean) =>
      client.DELETE('/api/customers/{id}/mandates/{mandateId}', { params: { path, query: { force } } }),
    onClose,
  );
  const isForced = state.kind === 'refused' && state.problem.code === 'unsent_instalments';
  return (
    <Dialog title={words.unlinkTitle} onClose={onClose}>
      <Form
        state={state}
        submit={isForced ? words.unlinkAllTheSame : words.unlink}
        isDangerous
        onSend={() => void send(isForced)}
        onCancel={onClose}
      >
        <p>{words.unlinkText}</p>
        {waiting > 0 && <p>{words.waiting(waiting)}</p>}
        {isForced && <p>{words.unlinkForced}</p>}
      </Form>
    </Dialog>
  );
}
