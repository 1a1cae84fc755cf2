import { useState } from 'react';
import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand } from '../../api/command';
import { Button } from '../../parts/forms/Button';
import { ChoiceField, TextField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { faultOf, textOf } from '../../parts/forms/faults';
import { useSimulator } from '../../parts/playground/simulator';
import { ENVIRONMENT } from '../../words/codes/states';
import { words } from '../../words/en/setup';
import { choicesOf, type CreditorChoice, type Draft } from './draft';

const ENVIRONMENTS = Object.entries(ENVIRONMENT).map(([value, label]) => ({ value, label }));

export function AccountStep({
  draft,
  onDone,
}: {
  readonly draft: Draft;
  readonly onDone: (known: Partial<Draft>) => void;
}) {
  const simulator = useSimulator();
  const [token, setToken] = useState(draft.accessToken);
  const [choices, setChoices] = useState<readonly CreditorChoice[]>([]);
  const { state, send } = useCommand(
    async (body: Shapes['OpenConnectionBody']) => {
      const { data } = await client.POST('/api/connections', { body: { ...body, dryRun: true } });
      return data === undefined ? {} : { data: { tried: data, body } };
    },
    ({ tried, body }) => {
      onDone({
        environment: body.environment,
        accessToken: body.accessToken,
        creditorId: body.creditorId ?? null,
        creditorName: tried.creditorName,
        access: tried.access,
        name: draft.name === '' ? tried.creditorName : draft.name,
      });
    },
    { isQuestion: true },
  );
  const found = state.kind === 'refused' ? choicesOf(state.problem.extensions) : [];
  if (found.length > 0 && choices.length === 0) setChoices(found);
  const onSend = (fields: FormData) => {
    const creditorId = textOf(fields, 'creditorId');
    void send({
      environment: textOf(fields, 'environment') === 'live' ? 'live' : 'sandbox',
      accessToken: textOf(fields, 'accessToken'),
      ...(creditorId === '' ? {} : { creditorId }),
    });
  };
  return (
    <>
      <h2>{words.accountTitle}</h2>
      <p>{words.accountText}</p>
      {simulator !== null && simulator.accessToken !== null && (
        <>
          <p>{words.simulated}</p>
          <p>
            <Button
              onClick={() => {
                setToken(simulator.accessToken ?? '');
              }}
            >
              {words.useSimulated}
            </Button>
          </p>
        </>
      )}
      <Form state={state} submit={words.try} onSend={onSend}>
        <ChoiceField
          label={words.environment}
          name="environment"
          choices={ENVIRONMENTS}
          defaultValue={draft.environment}
          fault={faultOf(state, 'environment')}
        />
        <TextField
          label={words.token}
          hint={words.tokenHint}
          name="accessToken"
          type="password"
          autoComplete="off"
          spellCheck={false}
          required
          maxLength={500}
          value={token}
          onChange={({ target }) => {
            setToken(target.value);
            setChoices([]);
          }}
          fault={faultOf(state, 'accessToken')}
        />
        {choices.length > 0 && (
          <ChoiceField
            label={words.creditor}
            hint={words.creditorHint}
            name="creditorId"
            required
            choices={[
              { value: '', label: '' },
              ...choices.map(({ creditorId, creditorName }) => ({ value: creditorId, label: creditorName })),
            ]}
          />
        )}
      </Form>
    </>
  );
}
