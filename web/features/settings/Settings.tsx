import { Link } from '@tanstack/react-router';
import { type AnswerOf, type Shapes } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand } from '../../api/command';
import { type Connection, useConnection, useConnections } from '../../api/connections';
import { useReading } from '../../api/reading';
import { useAdministers, useSession } from '../../api/session';
import { CompanyFields, companyOf } from '../../parts/company/CompanyFields';
import { buttonClass } from '../../parts/forms/Button';
import { TextField } from '../../parts/forms/Field';
import { Form } from '../../parts/forms/Form';
import { faultOf, textOf } from '../../parts/forms/faults';
import { Card, Facts, Page } from '../../parts/page/Page';
import { Empty, Shown } from '../../parts/page-state/PageState';
import { said } from '../../words/codes/said';
import { ACCESS, ENVIRONMENT, SCHEME } from '../../words/codes/states';
import { words } from '../../words/en/settings';
import { Accounts } from './Accounts';
import styles from './Settings.module.css';

type Body = AnswerOf<'/api/connections/{id}/settings'>;

const MAY_SEE_KEYS: readonly string[] = ['admin', 'auditor'];

/** What stands on a connection's receipts, where its documents are posted, and how it reaches GoCardless. */
export function Settings() {
  const connection = useConnection();
  const connections = useConnections();
  const { role } = useSession();
  return (
    <Page
      title={connection === null ? words.title : words.ofConnection(connection.name)}
      actions={
        MAY_SEE_KEYS.includes(role) && (
          <Link to="/settings/keys" className={buttonClass()}>
            {words.keys}
          </Link>
        )
      }
    >
      {connection !== null && <OfConnection key={connection.id} connection={connection} />}
      {connection === null && connections.length > 0 && <Empty>{words.chooseConnection}</Empty>}
      {connections.length === 0 && (
        <Empty action={<Link to="/setup">{words.toSetUp}</Link>}>{words.noConnection}</Empty>
      )}
    </Page>
  );
}

function OfConnection({ connection }: { readonly connection: Connection }) {
  const reading = useReading('/api/connections/{id}/settings', { path: { id: connection.id } });
  return (
    <Shown of={reading}>
      {(settings) => (
        <div className={styles.settings}>
          <Company settings={settings} />
          <GoCardless connection={connection} />
          <Accounts settings={settings} />
          <LeadTimes settings={settings} />
        </div>
      )}
    </Shown>
  );
}

function Company({ settings }: { readonly settings: Body }) {
  const mayChange = useAdministers();
  const { state, send } = useChange(settings.connectionId);
  const { companyName, creditorName, address, vatNumber } = settings;
  return (
    <Card title={words.company}>
      <p className={styles.text}>{words.companyText}</p>
      {mayChange ? (
        <Form state={state} submit={words.save} onSend={(fields) => void send(companyOf(fields))}>
          <CompanyFields state={state} known={settings} />
          {state.kind === 'done' && <p role="status">{words.saved}</p>}
        </Form>
      ) : (
        <Facts
          facts={[
            [words.companyName, companyName ?? creditorName],
            [words.address, address],
            [words.vatNumber, vatNumber],
          ]}
        />
      )}
    </Card>
  );
}

function LeadTimes({ settings: { connectionId, leadTimes } }: { readonly settings: Body }) {
  const mayChange = useAdministers();
  const { state, send } = useChange(connectionId);
  const schemes = Object.keys(leadTimes) as (keyof typeof leadTimes)[];
  const onSend = (fields: FormData) => {
    const chosen = schemes.flatMap((scheme) => {
      const days = Number(textOf(fields, scheme));
      return days === leadTimes[scheme] ? [] : [[scheme, days] as const];
    });
    void send({ leadTimes: Object.fromEntries(chosen) });
  };
  return (
    <Card title={words.leadTimes}>
      <p className={styles.text}>{words.leadTimesText}</p>
      {mayChange ? (
        <Form state={state} submit={words.save} onSend={onSend}>
          <div className={styles.fields}>
            {schemes.map((scheme) => (
              <TextField
                key={scheme}
                label={said(SCHEME, scheme)}
                name={scheme}
                type="number"
                min={0}
                max={60}
                required
                defaultValue={leadTimes[scheme]}
                fault={faultOf(state, `leadTimes.${scheme}`)}
              />
            ))}
          </div>
          {state.kind === 'done' && <p role="status">{words.saved}</p>}
        </Form>
      ) : (
        <Facts facts={schemes.map((scheme) => [said(SCHEME, scheme), leadTimes[scheme]])} />
      )}
    </Card>
  );
}

function GoCardless({ connection }: { readonly connection: Connection }) {
  const { id, creditorName, creditorId, environment, access, webhookSecrets } = connection;
  const mayChange = useAdministers();
  return (
    <Card title={words.gocardless} aside={<span>{words.secretsLive(webhookSecrets)}</span>}>
      <Facts
        facts={[
          [words.creditor, `${creditorName} (${creditorId})`],
          [words.access, `${ENVIRONMENT[environment]}, ${ACCESS[access]}`],
        ]}
      />
      {mayChange && (
        <>
          <Token connectionId={id} />
          <Secrets connectionId={id} />
        </>
      )}
    </Card>
  );
}

function Token({ connectionId: id }: { readonly connectionId: string }) {
  const { state, send } = useCommand((accessToken: string) =>
    client.PUT('/api/connections/{id}/access-token', { params: { path: { id } }, body: { accessToken } }),
  );
  return (
    <Form
      state={state}
      submit={words.changeToken}
      isAside
      onSend={(fields) => void send(textOf(fields, 'accessToken'))}
      key={state.kind === 'done' ? 'done' : 'open'}
    >
      <TextField
        label={words.token}
        hint={words.tokenHint}
        name="accessToken"
        type="password"
        autoComplete="off"
        required
        maxLength={500}
        fault={faultOf(state, 'accessToken')}
      />
      {state.kind === 'done' && <p role="status">{words.saved}</p>}
    </Form>
  );
}

function Secrets({ connectionId: id }: { readonly connectionId: string }) {
  const { state, send } = useCommand((webhookSecrets: readonly string[]) =>
    client.PUT('/api/connections/{id}/webhook-secrets', {
      params: { path: { id } },
      body: { webhookSecrets: [...webhookSecrets] },
    }),
  );
  const onSend = (fields: FormData) => {
    const secrets = ['first', 'second'].map((name) => textOf(fields, name)).filter((secret) => secret !== '');
    void send(secrets);
  };
  return (
    <Form
      state={state}
      submit={words.changeSecrets}
      isAside
      onSend={onSend}
      key={state.kind === 'done' ? 'done' : 'open'}
    >
      <p className={styles.text}>{words.secretsText}</p>
      <TextField
        label={words.secret}
        name="first"
        type="password"
        autoComplete="off"
        required
        minLength={8}
        maxLength={500}
        fault={faultOf(state, 'webhookSecrets')}
      />
      <TextField
        label={words.secondSecret}
        name="second"
        type="password"
        autoComplete="off"
        minLength={8}
        maxLength={500}
      />
      {state.kind === 'done' && <p role="status">{words.saved}</p>}
    </Form>
  );
}

function useChange(id: string) {
  return useCommand((body: Shapes['SettingsBody']) =>
    client.PUT('/api/connections/{id}/settings', { params: { path: { id } }, body }),
  );
}
