import { type Credentials, type EventStoreDBClient } from '@eventstore/db-client';
import { ConfigurationError } from '../../config/configuration';

const UNREADABLE_URL =
  'EVENTSTOREDB_URL can not be read. It looks like esdb://user:password@host:2113?tlsCAFile=/path/ca.crt, or esdb://host:2113?tls=false ' +
  'for a server without TLS; in user and password : and @ are written as %3A and %40.';

/**
 * A client for a connection string, which connects when it is first used. Throws a `ConfigurationError`, without the password, for a string
 * that can not be used. `kurrentdb://`, the newer name of the same protocol, is unknown to this client and is given to it as `esdb://`.
 */
export function clientFor(url: string): EventStoreDBClient {
  // Loaded on first use: it takes a quarter of a second. `require`, as Jest can not follow a dynamic import.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const eventstoredb = require('@eventstore/db-client') as typeof import('@eventstore/db-client');
  try {
    return steadied(eventstoredb.EventStoreDBClient.connectionString(url.replace(/^kurrentdb/, 'esdb')));
  } catch (error) {
    // What the client says about a string that it can not read quotes it, and it holds a password.
    const isFileMissing = error instanceof Error && error.message.startsWith('Failed to load certificate');
    throw new ConfigurationError([
      isFileMissing ? 'The file in tlsCAFile of EVENTSTOREDB_URL is not there.' : UNREADABLE_URL,
    ]);
  }
}

/**
 * Every call names its user: appends without would take the client's batch path, which ignores deadlines and can lose answers.
 * Without TLS the client sends none.
 */
export function credentialsOf(url: string): Credentials {
  const [, username, password] = /^[a-z+]+:\/\/([^:@/]+):([^@]+)@/.exec(url) ?? [];
  if (username !== undefined && password !== undefined) {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  }
  if (/[?&]tls=false(&|$)/i.test(url)) return { username: 'nobody', password: 'none' };
  throw new ConfigurationError([
    'EVENTSTOREDB_URL names no user and password, which a server with TLS needs: esdb://user:password@host:2113.',
  ]);
}

/**
 * The client looks after its channel on the side when a call fails, and nobody catches what goes wrong there: while no node of a
 * cluster answers it would end the process. The failed call itself tells its caller.
 */
function steadied(client: EventStoreDBClient): EventStoreDBClient {
  // A property of every client, which its type keeps to subclasses; `connectionString` makes none of those.
  const inner = client as unknown as { handleError: (...failure: readonly unknown[]) => Promise<void> };
  const { handleError } = inner;
  inner.handleError = (...failure) => handleError(...failure).catch(() => undefined);
  return client;
}
