import { type ReactNode, useState } from 'react';
import { type CommandState } from '../../api/command';
import { toProblem } from '../../api/problem';
import { type Session, signIn } from '../../api/session';
import { TextField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { textOf } from '../../parts/forms/faults';
import { words } from '../../words/en/session';
import styles from './SignIn.module.css';

/** The form that exchanges a key for a session. A name stands beside the key so that password managers keep both. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const [state, setState] = useState<CommandState<Session>>({ kind: 'idle' });
  const send = async (fields: FormData) => {
    setState({ kind: 'sending' });
    try {
      onSignedIn(await signIn({ key: textOf(fields, 'key') }));
    } catch (error) {
      // Signing in twice does no harm, so that the fields stay open whatever became of the request.
      setState({ kind: 'refused', problem: toProblem(error) });
    }
  };
  return (
    <Form state={state} submit={words.signIn} onSend={(fields) => void send(fields)}>
      <TextField label={words.name} hint={words.nameHint} name="name" autoComplete="username" maxLength={200} />
      <TextField
        label={words.key}
        name="key"
        type="password"
        autoComplete="current-password"
        required
        maxLength={256}
        spellCheck={false}
      />
    </Form>
  );
}

/** The whole page, while nobody is signed in. */
export function SignInPage({
  note,
  onSignedIn,
}: {
  readonly note?: ReactNode;
  readonly onSignedIn: (session: Session) => void;
}) {
  return (
    <main className={styles.page}>
      <title>{`${words.title} · Direct Debit Ledger`}</title>
      <div className={styles.card}>
        <p className={styles.product}>Direct Debit Ledger</p>
        <h1>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
        {note}
        <SignInForm onSignedIn={onSignedIn} />
        <p className={styles.hint}>{words.firstTime}</p>
      </div>
    </main>
  );
}
