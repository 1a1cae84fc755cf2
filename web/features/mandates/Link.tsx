import { Link as To, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { useReading } from '../../api/reading';
import { useKeepsBooks } from '../../api/session';
import { Button, buttonClass } from '../../parts/forms/Button';
import { TextField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { MandateSetup } from '../../parts/mandate-setup/MandateSetup';
import { Card, Page } from '../../parts/page/Page';
import { Empty, Shown } from '../../parts/page-state/PageState';
import { mandateView } from '../../parts/status/status';
import { Status } from '../../parts/status/Status';
import { Wizard } from '../../parts/wizard/Wizard';
import { PROBLEM } from '../../words/codes/problems';
import { said } from '../../words/codes/said';
import { SCHEME } from '../../words/codes/states';
import { words } from '../../words/en/mandates';
import { keyOf, kindOf } from './key';
import styles from './Mandates.module.css';
import { type Found, Person } from './Person';

type Key = Shapes['LookUpKeyBody'];

/** Finds at GoCardless who a customer is, and links their mandate. Where several fit, nothing is chosen. */
export function Link() {
  const { id = '' } = useParams({ strict: false });
  const reading = useReading('/api/customers/{id}', { path: { id } });
  const keepsBooks = useKeepsBooks();
  return (
    <Page title={words.linkTitle(reading.body?.name ?? '')}>
      {keepsBooks ? (
        <Shown of={reading}>
          {({ email, connectionId }) => <Steps customerId={id} email={email ?? ''} connectionId={connectionId} />}
        </Shown>
      ) : (
        <Empty>{PROBLEM['forbidden']}</Empty>
      )}
    </Page>
  );
}

interface StepsProps {
  readonly customerId: string;
  readonly email: string;
  readonly connectionId: string;
}

function Steps({ customerId, email, connectionId }: StepsProps) {
  const [typed, setTyped] = useState(email);
  const [isTried, setTried] = useState(false);
  const lookUp = useCommand(
    (key: Key) => client.POST('/api/gocardless/lookups', { body: { ...key, connectionId } }),
    undefined,
    { isQuestion: true },
  );
  const link = useCommand((body: Key, wish: Wish) =>
    client.POST('/api/customers/{id}/mandates', { params: { path: { id: customerId }, header: wish }, body }),
  );
  const kind = kindOf(typed);
  if (link.state.kind === 'done') {
    return (
      <Wizard steps={words.steps} step={2}>
        <p role="status">{link.state.answer.usable ? words.done : words.notUsableYet}</p>
        <p>
          <strong>{link.state.answer.mandateId}</strong> · {said(SCHEME, link.state.answer.scheme)} ·{' '}
          <Status {...mandateView(link.state.answer.status)} />
        </p>
        <div className={styles.buttons}>
          <To to="/customers/$id" params={{ id: customerId }} className={buttonClass()}>
            {words.toCustomer}
          </To>
          <To to="/orders/new" search={{ customerId }} className={buttonClass({ look: 'main' })}>
            {words.toOrder}
          </To>
        </div>
      </Wizard>
    );
  }
  if (lookUp.state.kind === 'done' && kind !== null) {
    const { customers } = lookUp.state.answer;
    return (
      <Wizard steps={words.steps} step={1}>
        <Choose
          found={customers}
          state={link.state}
          onChoose={(mandateId) => void link.send(bodyOf(customers, keyOf(kind, typed), mandateId))}
          onBack={() => {
            lookUp.reset();
            link.reset();
          }}
        />
        {!customers.some(hasUsable) && <WayOut customerId={customerId} />}
      </Wizard>
    );
  }
  return (
    <Wizard steps={words.steps} step={0}>
      <Form
        state={lookUp.state}
        submit={words.find}
        onSend={() => {
          setTried(true);
          if (kind !== null) void lookUp.send(keyOf(kind, typed));
        }}
      >
        <TextField
          label={words.key}
          hint={kind === null ? words.keyHint : words.understood(words.keyKinds[kind])}
          required
          maxLength={320}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
          fault={isTried && kind === null ? words.notUnderstood : undefined}
        />
      </Form>
      <WayOut customerId={customerId} />
    </Wizard>
  );
}

/** By the key that was typed where it leads to one mandate alone, so that it is known how it was found; else by what was chosen. */
function bodyOf(found: readonly Found[], key: Key, mandateId: string): Key {
  const [only] = found;
  const isClear = found.length === 1 && only !== undefined && only.mandates.filter(({ usable }) => usable).length === 1;
  return isClear ? key : { mandateId };
}

function hasUsable({ mandates }: Found): boolean {
  return mandates.some(({ usable }) => usable);
}

function Choose({
  found,
  state,
  onChoose,
  onBack,
}: {
  readonly found: readonly Found[];
  readonly state: Parameters<typeof Form>[0]['state'];
  readonly onChoose: (mandateId: string) => void;
  readonly onBack: () => void;
}) {
  const usable = found.flatMap(({ mandates }) => mandates.filter((mandate) => mandate.usable));
  const only = usable.length === 1 && found.length === 1 ? usable[0]?.mandateId : undefined;
  return (
    <>
      {found.length === 0 && <p role="alert">{words.nobodyFound}</p>}
      {found.length > 0 && usable.length === 0 && <p role="alert">{words.noneUsable}</p>}
      {found.length > 1 && <p>{words.several}</p>}
      {found.length > 0 && (
        <Form
          state={state}
          submit={words.link}
          isUnable={usable.length === 0}
          onSend={(fields) => {
            const chosen = fields.get('mandate');
            if (typeof chosen === 'string') onChoose(chosen);
          }}
        >
          {found.map((person) => (
            <fieldset key={person.gocardlessCustomerId} className={styles.choices}>
              <legend className={styles.legend}>
                <Person of={person} />
              </legend>
              {person.mandates.map(({ mandateId, scheme, status, usable: isUsable }) => (
                <label key={mandateId} className={styles.choice}>
                  <input
                    type="radio"
                    name="mandate"
                    value={mandateId}
                    required
                    disabled={!isUsable}
                    defaultChecked={mandateId === only}
                  />
                  {mandateId} · {said(SCHEME, scheme)} · <Status {...mandateView(status)} />
                </label>
              ))}
            </fieldset>
          ))}
        </Form>
      )}
      <div>
        <Button look="quiet" icon="left" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </>
  );
}

function WayOut({ customerId }: { readonly customerId: string }) {
  return (
    <Card title={words.wayOut}>
      <MandateSetup customerId={customerId} isAside />
    </Card>
  );
}
