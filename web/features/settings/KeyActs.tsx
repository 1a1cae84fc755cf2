import { useState } from 'react';
import { type ItemOf, type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand } from '../../api/command';
import { useConnections } from '../../api/connections';
import { Dialog } from '../../parts/dialog/Dialog';
import { Button } from '../../parts/forms/Button';
import { CheckField, ChoiceField, TextField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { faultOf, textOf } from '../../parts/forms/faults';
import { CopyField } from '../../parts/copy-field/CopyField';
import { ProblemNote } from '../../parts/page-state/ProblemNote';
import { ROLE } from '../../words/codes/states';
import { words } from '../../words/en/settings';
import { Qr } from './Qr';

type Key = ItemOf<'/api/keys'>;
type Role = Key['role'];

// The words have exactly the roles as their keys.
const ROLES = Object.keys(ROLE) as readonly Role[];

/** A new key is shown once, where it was made. */
export function NewKey({ onClose }: { readonly onClose: () => void }) {
  const connections = useConnections();
  const [role, setRole] = useState<Role>('accountant');
  const { state, send } = useCommand((body: Shapes['MakeKeyBody']) => client.POST('/api/keys', { body }));
  if (state.kind === 'done') {
    const { name, key } = state.answer;
    return (
      <Dialog title={name} onClose={onClose}>
        <CopyField label={words.key} value={key} note={words.keyOnce} />
      </Dialog>
    );
  }
  const onSend = (fields: FormData) => {
    const rounds = textOf(fields, 'rounds')
      .split(',')
      .map((round) => round.trim())
      .filter((round) => round !== '');
    const connectionIds = fields.getAll('connectionId').map(String);
    void send({
      name: textOf(fields, 'name'),
      role,
      ...(rounds.length === 0 ? {} : { rounds }),
      ...(connectionIds.length === 0 ? {} : { connectionIds }),
    });
  };
  return (
    <Dialog title={words.newKeyTitle} onClose={onClose}>
      <Form state={state} submit={words.makeKey} onSend={onSend} onCancel={onClose}>
        <TextField label={words.keyName} name="name" required maxLength={200} fault={faultOf(state, 'name')} />
        <ChoiceField
          label={words.role}
          choices={ROLES.map((value) => ({ value, label: ROLE[value] }))}
          value={role}
          onChoose={(chosen) => {
            setRole(ROLES.find((one) => one === chosen) ?? 'accountant');
          }}
        />
        {role === 'collector' && (
          <TextField label={words.rounds} hint={words.roundsHint} name="rounds" fault={faultOf(state, 'rounds')} />
        )}
        {connections.length > 1 &&
          connections.map(({ id, name }) => (
            <CheckField key={id} label={words.onlyThis(name)} name="connectionId" value={id} />
          ))}
      </Form>
    </Dialog>
  );
}

export function RevokeKey({ of: { id, name }, onClose }: { readonly of: Key; readonly onClose: () => void }) {
  const { state, send } = useCommand(() => client.DELETE('/api/keys/{id}', { params: { path: { id } } }), onClose);
  return (
    <Dialog title={words.revokeTitle(name)} onClose={onClose}>
      <Form state={state} submit={words.revoke} isDangerous onSend={() => void send(null)} onCancel={onClose}>
        <p>{words.revokeText}</p>
      </Form>
    </Dialog>
  );
}

/** Brings a phone in, by its camera or by a copied link. */
export function SignInLink({ of: { id, name }, onClose }: { readonly of: Key; readonly onClose: () => void }) {
  const { state, send } = useCommand(() => client.POST('/api/keys/{id}/sign-in-links', { params: { path: { id } } }));
  return (
    <Dialog title={words.signInTitle(name)} onClose={onClose}>
      <p>{words.signInText}</p>
      {(state.kind === 'refused' || state.kind === 'unanswered') && <ProblemNote problem={state.problem} />}
      {state.kind === 'done' ? (
        <>
          <Qr text={state.answer.url} />
          <CopyField label={words.signInLink} value={state.answer.url} note={words.signInOnce} />
        </>
      ) : (
        <p>
          <Button look="main" disabled={state.kind === 'sending'} onClick={() => void send(null)}>
            {words.makeLink}
          </Button>
        </p>
      )}
    </Dialog>
  );
}
