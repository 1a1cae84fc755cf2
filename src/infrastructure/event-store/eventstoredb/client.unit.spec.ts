import { UnavailableError } from '@eventstore/db-client';
import { clientFor, credentialsOf } from './client';

describe('A connection string that can not be used', () => {
  it.each([
    ['esdb://admin:se@cret@localhost:2113?tls=maybe', 'can not be read'],
    ['esdb://admin:secret@localhost:2113?tlsCAFile=/nowhere/ca.crt', 'tlsCAFile of EVENTSTOREDB_URL is not there'],
  ])('is refused when the service starts, and not repeated: %s', (url, message) => {
    expect(() => clientFor(url)).toThrow(message);
    expect(() => clientFor(url)).not.toThrow(/cret/);
  });
});

it.each(['kurrentdb://admin:secret@localhost:2113', 'kurrentdb+discover://admin:secret@cluster'])(
  'A connection string of the newer name is taken: %s',
  (url) => {
    expect(clientFor(url)).toBeDefined();
    expect(credentialsOf(url)).toEqual({ username: 'admin', password: 'secret' });
  },
);

describe('The user of every call', () => {
  it.each([
    ['esdb://admin:p%40ss%3A1@one:2113,two:2113?tlsCAFile=/ca.crt', { username: 'admin', password: 'p@ss:1' }],
    ['esdb+discover://admin:secret@cluster', { username: 'admin', password: 'secret' }],
    ['esdb://localhost:2113?tls=false', { username: 'nobody', password: 'none' }],
  ])('is named in the connection string, or nobody without TLS: %s', (url, credentials) => {
    expect(credentialsOf(url)).toEqual(credentials);
  });

  it('must be named for a server with TLS', () => {
    expect(() => credentialsOf('esdb://localhost:2113')).toThrow('names no user and password');
  });
});

it('A channel that fails while no node of the cluster can be found ends no process', async () => {
  const client = clientFor('esdb://127.0.0.1:1,127.0.0.1:2?tls=false&maxDiscoverAttempts=1&discoveryInterval=1');
  const reading = client.readStream('any');
  const failed = new Promise((settle) => reading.on('error', settle));

  // What the client itself calls, and does not wait for, when a call on an older channel fails.
  const inner = client as unknown as { handleError: (grpc: unknown, error: Error) => Promise<void> };
  const looking = inner.handleError({ getChannel: () => null }, new UnavailableError());

  await expect(looking).resolves.toBeUndefined();
  expect(await failed).toMatchObject({ message: 'Failed to discover after 1 attempts.' });
});
