import { useMemo, useState } from 'react';
import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { BulkDrawer } from '../../parts/bulk/BulkDrawer';
import { Dialog } from '../../parts/dialog/Dialog';
import { TextField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { faultOf, textOf } from '../../parts/forms/faults';
import { incidentWords } from '../../words/codes/incidents';
import { words } from '../../words/en/incidents';
import { type Incident } from './columns';

/** Says what came of one incident or of many, with one note. */
export function Resolve({
  incidents,
  onClose,
}: {
  readonly incidents: readonly Incident[];
  readonly onClose: () => void;
}) {
  const [only] = incidents;
  const [note, setNote] = useState<string | null>(null);
  const [shown] = useState(incidents);
  if (incidents.length === 1 && only !== undefined && note === null)
    return <ResolveOne id={only.id} onClose={onClose} />;
  if (note === null) return <NoteForMany count={shown.length} onNote={setNote} onClose={onClose} />;
  return <ResolveMany incidents={shown} note={note} onClose={onClose} />;
}

function ResolveOne({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { state, send } = useCommand(resolve, onClose);
  return (
    <Dialog title={words.resolveTitle(1)} onClose={onClose}>
      <Form
        state={state}
        submit={words.resolve}
        onSend={(fields) => void send({ id, note: textOf(fields, 'note') })}
        onCancel={onClose}
      >
        <p>{words.resolveText}</p>
        <TextField label={words.noteLabel} name="note" required maxLength={2000} fault={faultOf(state, 'note')} />
      </Form>
    </Dialog>
  );
}

function NoteForMany({
  count,
  onNote,
  onClose,
}: {
  readonly count: number;
  readonly onNote: (note: string) => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={words.resolveTitle(count)} onClose={onClose}>
      <Form
        state={{ kind: 'idle' }}
        submit={words.resolve}
        onSend={(fields) => {
          onNote(textOf(fields, 'note'));
        }}
        onCancel={onClose}
      >
        <p>{words.resolveText}</p>
        <TextField label={words.noteLabel} name="note" required maxLength={2000} />
      </Form>
    </Dialog>
  );
}

function ResolveMany({
  incidents,
  note,
  onClose,
}: {
  readonly incidents: readonly Incident[];
  readonly note: string;
  readonly onClose: () => void;
}) {
  const call = useMemo(() => (id: string, wish: Wish) => resolve({ id, note }, wish), [note]);
  return (
    <BulkDrawer
      title={words.resolveTitle(incidents.length)}
      text={note}
      submit={words.resolveTitle(incidents.length)}
      items={incidents.map(({ id, type, customerName }) => ({
        id,
        title: (
          <>
            {incidentWords(type).label}
            {customerName !== null && (
              <>
                {' · '}
                <bdi>{customerName}</bdi>
              </>
            )}
          </>
        ),
      }))}
      call={call}
      outcomeOf={() => words.resolvedNow}
      onClose={onClose}
    />
  );
}

function resolve({ id, note }: { readonly id: string; readonly note: string }, wish: Wish) {
  return client.POST('/api/incidents/{id}/resolution', { params: { path: { id }, header: wish }, body: { note } });
}
