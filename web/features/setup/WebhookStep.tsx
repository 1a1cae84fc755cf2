import { type CommandState } from '../../api/command';
import { TextField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { textOf } from '../../parts/forms/faults';
import { CopyField } from '../../parts/copy-field/CopyField';
import { useSimulator } from '../../parts/playground/simulator';
import { words } from '../../words/en/setup';
import { type Draft } from './draft';

const IDLE: CommandState<never> = { kind: 'idle' };

export function WebhookStep({
  draft,
  onDone,
  onBack,
}: {
  readonly draft: Draft;
  readonly onDone: (known: Partial<Draft>) => void;
  readonly onBack: () => void;
}) {
  const simulator = useSimulator();
  const isSimulated = simulator !== null && simulator.accessToken === draft.accessToken;
  const known = draft.webhookSecret === '' && isSimulated ? (simulator.webhookSecret ?? '') : draft.webhookSecret;
  return (
    <>
      <p role="status">{words.found(draft.creditorName)}</p>
      {draft.access === 'read_only' && <p role="alert">{words.readOnly}</p>}
      <h2>{words.webhookTitle}</h2>
      <p>{isSimulated ? words.webhookSimulated : words.webhookText}</p>
      <CopyField label={words.address} value={`${location.origin}/webhooks/gocardless`} note={words.addressNote} />
      <Form
        state={IDLE}
        submit={words.next}
        cancel={words.back}
        onCancel={onBack}
        onSend={(fields) => {
          onDone({ webhookSecret: textOf(fields, 'secret') });
        }}
      >
        <TextField
          label={words.secret}
          name="secret"
          type="password"
          autoComplete="off"
          spellCheck={false}
          required
          minLength={8}
          maxLength={500}
          defaultValue={known}
        />
      </Form>
    </>
  );
}
