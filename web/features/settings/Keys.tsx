import { useState } from 'react';
import { type ItemOf } from '../../api/addresses';
import { client } from '../../api/client';
import { useCommand } from '../../api/command';
import { useReading } from '../../api/reading';
import { useAdministers, useSession } from '../../api/session';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { Button } from '../../parts/forms/Button';
import { Page } from '../../parts/page/Page';
import { Empty, Shown } from '../../parts/page-state/PageState';
import { formatTime, readersZone } from '../../parts/when/when';
import { ROLE } from '../../words/codes/states';
import { words } from '../../words/en/settings';
import { NewKey, RevokeKey, SignInLink } from './KeyActs';
import styles from './Settings.module.css';

type Key = ItemOf<'/api/keys'>;
type Session = ItemOf<'/api/sessions'>;

/** Who may come in, as what and how far, and who is in. */
export function Keys() {
  const { role } = useSession();
  const mayChange = useAdministers();
  const [isMaking, setMaking] = useState(false);
  if (role !== 'admin' && role !== 'auditor') {
    return (
      <Page title={words.keysTitle}>
        <Empty>{words.onlyAdmins}</Empty>
      </Page>
    );
  }
  return (
    <Page
      title={words.keysTitle}
      actions={
        mayChange && (
          <Button
            look="main"
            icon="plus"
            onClick={() => {
              setMaking(true);
            }}
          >
            {words.newKey}
          </Button>
        )
      }
    >
      <p className={styles.text}>{words.keysText}</p>
      <AllKeys />
      <AllSessions />
      {isMaking && (
        <NewKey
          onClose={() => {
            setMaking(false);
          }}
        />
      )}
    </Page>
  );
}

function AllKeys() {
  const reading = useReading('/api/keys', { query: { limit: 500 } });
  return (
    <Shown of={reading}>
      {({ items }) => (
        <DataTable label={words.keysTitle} columns={keyColumns} rows={items} rowKey={({ id }) => id} asCards />
      )}
    </Shown>
  );
}

function AllSessions() {
  const reading = useReading('/api/sessions', { query: { limit: 500 } });
  return (
    <section className={styles.section}>
      <h2>{words.sessions}</h2>
      <Shown of={reading}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.text}>{words.noSessions}</p>
          ) : (
            <DataTable label={words.sessions} columns={sessionColumns} rows={items} rowKey={({ id }) => id} asCards />
          )
        }
      </Shown>
    </section>
  );
}

const keyColumns: readonly Column<Key>[] = [
  { key: 'name', heading: words.name, card: 'title', cell: ({ name }) => <bdi>{name}</bdi> },
  { key: 'role', heading: words.role, card: 'detail', cell: ({ role }) => ROLE[role] },
  { key: 'reaches', heading: words.reaches, card: 'detail', cell: reachOf },
  { key: 'lastUsed', heading: words.lastUsed, card: 'detail', cell: ({ lastUsedAt }) => wallTime(lastUsedAt) },
  {
    key: 'revoked',
    heading: words.revoked,
    card: 'detail',
    cell: ({ revokedAt }) => (revokedAt === null ? '' : wallTime(revokedAt)),
  },
  { key: 'acts', heading: '', isActs: true, card: 'acts', cell: (key) => <KeyActs of={key} /> },
];

const sessionColumns: readonly Column<Session>[] = [
  { key: 'name', heading: words.name, card: 'title', cell: ({ name }) => <bdi>{name}</bdi> },
  { key: 'role', heading: words.role, card: 'detail', cell: ({ role }) => ROLE[role] },
  { key: 'began', heading: words.began, cell: ({ createdAt }) => wallTime(createdAt) },
  { key: 'lastUsed', heading: words.lastUsed, card: 'detail', cell: ({ lastUsedAt }) => wallTime(lastUsedAt) },
  { key: 'ends', heading: words.ends, cell: ({ expiresAt }) => wallTime(expiresAt) },
  { key: 'acts', heading: '', isActs: true, card: 'acts', cell: (session) => <EndSession of={session} /> },
];

function reachOf({ role, connectionIds, rounds }: Key): string {
  const connections = connectionIds === null ? words.allConnections : words.connections(connectionIds.length);
  if (role !== 'collector') return connections;
  return `${connections}, ${rounds === null ? words.allRounds : rounds.join(', ')}`;
}

/** By the reader's own clock: whoever signs in is no part of the books. */
function wallTime(at: string | null): string {
  return at === null ? words.never : formatTime(at, readersZone());
}

function KeyActs({ of: key }: { readonly of: Key }) {
  const { keyId } = useSession();
  const mayChange = useAdministers();
  const [open, setOpen] = useState<'link' | 'revoke' | null>(null);
  if (key.revokedAt !== null) return null;
  const close = () => {
    setOpen(null);
  };
  const isOwn = key.id === keyId;
  return (
    <>
      {(isOwn || (mayChange && key.role === 'collector')) && (
        <Button
          isSmall
          onClick={() => {
            setOpen('link');
          }}
        >
          {words.signInLink}
        </Button>
      )}
      {mayChange && !isOwn && (
        <Button
          isSmall
          onClick={() => {
            setOpen('revoke');
          }}
        >
          {words.revoke}
        </Button>
      )}
      {open === 'link' && <SignInLink of={key} onClose={close} />}
      {open === 'revoke' && <RevokeKey of={key} onClose={close} />}
    </>
  );
}

function EndSession({ of: { id } }: { readonly of: Session }) {
  const mayChange = useAdministers();
  const { state, send } = useCommand(() => client.DELETE('/api/sessions/{id}', { params: { path: { id } } }));
  if (!mayChange) return null;
  return (
    <Button isSmall disabled={state.kind === 'sending'} onClick={() => void send(null)}>
      {words.end}
    </Button>
  );
}
