import { type AnswerOf, type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand } from '../../api/command';
import { useServiceNow } from '../../api/service-clock';
import { useAdministers } from '../../api/session';
import { CheckField, TextField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { faultOf, textOf } from '../../parts/forms/faults';
import { Card, Facts } from '../../parts/page/Page';
import { addDays, dayIn } from '../../parts/when/when';
import { Day } from '../../parts/when/When';
import { words } from '../../words/en/settings';
import styles from './Settings.module.css';

type Body = AnswerOf<'/api/connections/{id}/settings'>;
type Name = keyof typeof words.account;

// The words have exactly the accounts as their keys, which the types of the form's body check.
const NAMES = Object.keys(words.account) as readonly Name[];

/** Where documents are posted; a choice holds from a day to come. */
export function Accounts({ settings }: { readonly settings: Body }) {
  const mayChange = useAdministers();
  const { accounts, accountsChosen, timeZone } = settings;
  return (
    <Card title={words.accounts}>
      <p className={styles.text}>{words.accountsText}</p>
      {mayChange ? (
        <Choose settings={settings} />
      ) : (
        <Facts facts={NAMES.map((name) => [words.account[name], accounts[name]])} />
      )}
      {accountsChosen.length > 0 && (
        <>
          <h3>{words.choices}</h3>
          <ul className={styles.choices}>
            {accountsChosen.map(({ from, accounts: chosen }) => (
              <li key={from}>
                <Day day={dayIn(from, timeZone)} />
                <span>{NAMES.map((name) => `${words.account[name]} ${chosen[name]}`).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Choose({ settings: { connectionId: id, accounts, accountsChosen, timeZone } }: { readonly settings: Body }) {
  const now = useServiceNow();
  const tomorrow = addDays(dayIn(new Date(now()).toISOString(), timeZone), 1);
  const { state, send } = useCommand((body: Shapes['SettingsBody']) =>
    client.PUT('/api/connections/{id}/settings', { params: { path: { id } }, body }),
  );
  const known = accountsChosen.at(-1)?.accounts ?? accounts;
  const onSend = (fields: FormData) => {
    const typed = Object.fromEntries(NAMES.map((name) => [name, textOf(fields, name)])) as Record<Name, string>;
    const inputTaxRecoverable = fields.get('inputTaxRecoverable') !== null;
    void send({ accounts: { ...typed, inputTaxRecoverable }, accountsFrom: textOf(fields, 'accountsFrom') });
  };
  return (
    <Form state={state} submit={words.save} onSend={onSend}>
      <div className={styles.fields}>
        {NAMES.map((name) => (
          <TextField
            key={name}
            label={words.account[name]}
            name={name}
            required
            maxLength={20}
            defaultValue={known[name]}
            fault={faultOf(state, `accounts.${name}`)}
          />
        ))}
        <TextField
          label={words.accountsFrom}
          name="accountsFrom"
          type="date"
          required
          min={tomorrow}
          defaultValue={tomorrow}
          fault={faultOf(state, 'accountsFrom')}
        />
      </div>
      <CheckField
        label={words.inputTaxRecoverable}
        name="inputTaxRecoverable"
        defaultChecked={known.inputTaxRecoverable}
      />
      {state.kind === 'done' && <p role="status">{words.saved}</p>}
    </Form>
  );
}
