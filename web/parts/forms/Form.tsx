import { type SubmitEvent, type ReactNode, useEffect, useRef } from 'react';
import { type CommandState } from '../../api/command';
import { words } from '../../words/en/parts';
import { ProblemNote } from '../page-state/ProblemNote';
import { Button } from './Button';
import styles from './Form.module.css';

/**
 * A form that makes one wish. While its answer is lost, the fields are shut: only the very same wish may be sent again. When it is refused,
 * the first field that is wrong gets the focus.
 */
export function Form({
  state,
  onSend,
  onCancel,
  cancel = words.cancel,
  submit,
  isDangerous = false,
  isUnable = false,
  isAside = false,
  children,
}: {
  readonly state: CommandState<unknown>;
  readonly onSend: (fields: FormData) => void;
  readonly onCancel?: (() => void) | undefined;
  /** What the button beside says: to go back, to leave it out. */
  readonly cancel?: string;
  readonly submit: string;
  readonly isDangerous?: boolean;
  /** There is nothing that could be sent. */
  readonly isUnable?: boolean;
  /** Another form on the screen is what it is there for. */
  readonly isAside?: boolean;
  readonly children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<FormData | null>(null);
  useEffect(() => {
    if (state.kind === 'refused') form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [state]);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Fields that are shut are in no form data: what was sent before is sent again.
    const isSame = state.kind === 'unanswered' && sent.current !== null;
    sent.current = isSame ? sent.current : new FormData(event.currentTarget);
    if (sent.current !== null) onSend(sent.current);
  };
  const isSending = state.kind === 'sending';
  const isShut = isSending || state.kind === 'unanswered';
  return (
    <form ref={form} className={styles.form} onSubmit={send}>
      <fieldset className={styles.fields} disabled={isShut}>
        {children}
      </fieldset>
      {(state.kind === 'refused' || state.kind === 'unanswered') && <ProblemNote problem={state.problem} />}
      <div className={styles.buttons}>
        {onCancel !== undefined && (
          <Button onClick={onCancel} disabled={isSending}>
            {cancel}
          </Button>
        )}
        <Button
          type="submit"
          look={isDangerous ? 'danger' : isAside ? 'plain' : 'main'}
          disabled={isSending || isUnable}
        >
          {isSending ? words.sending : state.kind === 'unanswered' ? words.tryAgain : submit}
        </Button>
      </div>
    </form>
  );
}
