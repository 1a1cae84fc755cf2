import { parseMasterKey } from '../security/master-key';
import { ConfigurationError, type Environment, readConfiguration } from './configuration';

const HEX_KEY = 'ab'.repeat(32);

function problemsOf(env: Environment): readonly string[] {
  try {
    readConfiguration(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readConfiguration({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      database: { kind: 'embedded' },
      schema: 'direct_debit_ledger',
      eventStore: { kind: 'postgres' },
      streamPrefix: '',
      dataDirectory: './data',
      masterKey: null,
      gocardlessApiUrl: null,
      simulatorControlToken: null,
      simulatorAccessToken: null,
      simulatorWebhookSecret: null,
      publicUrl: null,
      bootstrapAdminToken: null,
      roles: new Set(['http', 'workers']),
      logLevel: 'info',
    });
  });

  it('takes every variable', () => {
    const token = 't'.repeat(32);
    expect(
      readConfiguration({
        PORT: '8080',
        HOST: '0.0.0.0',
        DATABASE_URL: 'postgres://a:b@db:5432/books',
        EVENT_STORE: 'eventstoredb',
        EVENTSTOREDB_URL: 'esdb://store:2113?tls=false',
        DATA_DIR: '/var/lib/books',
        MASTER_KEY: HEX_KEY,
        STREAM_PREFIX: 'blue',
        DATABASE_SCHEMA: 'blue',
        GOCARDLESS_API_URL: 'http://127.0.0.1:4000',
        SIMULATOR_CONTROL_TOKEN: 'control',
        SIMULATOR_ACCESS_TOKEN: 'sandbox-token',
        SIMULATOR_WEBHOOK_SECRET: 'webhook-secret',
        PUBLIC_URL: 'https://books.example.com/',
        BOOTSTRAP_ADMIN_TOKEN: token,
        ROLES: 'workers',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      host: '0.0.0.0',
      port: 8080,
      database: { kind: 'server', url: 'postgres://a:b@db:5432/books' },
      schema: 'blue',
      eventStore: { kind: 'eventstoredb', url: 'esdb://store:2113?tls=false' },
      streamPrefix: 'blue',
      dataDirectory: '/var/lib/books',
      masterKey: parseMasterKey(HEX_KEY),
      gocardlessApiUrl: 'http://127.0.0.1:4000',
      simulatorControlToken: 'control',
      simulatorAccessToken: 'sandbox-token',
      simulatorWebhookSecret: 'webhook-secret',
      publicUrl: 'https://books.example.com',
      bootstrapAdminToken: token,
      roles: new Set(['workers']),
      logLevel: 'debug',
    });
  });

  it('takes a master key as hex and as base64', () => {
    const key = Buffer.from(HEX_KEY, 'hex');
    for (const text of [HEX_KEY, HEX_KEY.toUpperCase(), key.toString('base64'), key.toString('base64url')]) {
      expect(readConfiguration({ MASTER_KEY: text }).masterKey).toEqual(parseMasterKey(HEX_KEY));
    }
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: ' ', MASTER_KEY: '', ROLES: '' })).toEqual(
      readConfiguration({}),
    );
  });

  it.each<[string, Environment]>([
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '3000x' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://a:b@c/d', MASTER_KEY: HEX_KEY }],
    ['MASTER_KEY', { DATABASE_URL: 'postgres://a:b@c/d' }],
    ['MASTER_KEY', { MASTER_KEY: HEX_KEY.slice(1) }],
    ['MASTER_KEY', { MASTER_KEY: 'correct horse battery staple' }],
    ['DATABASE_SCHEMA', { DATABASE_SCHEMA: 'public; drop' }],
    ['STREAM_PREFIX', { STREAM_PREFIX: '$all' }],
    ['EVENT_STORE', { EVENT_STORE: 'mongodb' }],
    ['EVENTSTOREDB_URL', { EVENT_STORE: 'eventstoredb' }],
    ['GOCARDLESS_API_URL', { GOCARDLESS_API_URL: 'https://api.example.com' }],
    ['BOOTSTRAP_ADMIN_TOKEN', { BOOTSTRAP_ADMIN_TOKEN: 'x'.repeat(31) }],
    ['PUBLIC_URL', { PUBLIC_URL: 'books.example.com' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://books.example.com/console' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'javascript:alert(1)' }],
    ['ROLES', { ROLES: 'http,cook' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('refuses a bad %s by name', (name, env) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it('names all problems at once and repeats no value', () => {
    const env = {
      PORT: 'x',
      DATABASE_URL: 'mysql://user:hunter2@host/db',
      BOOTSTRAP_ADMIN_TOKEN: 'too-short-a-secret',
    };
    const problems = problemsOf(env);
    expect(problems).toHaveLength(4);
    expect(problems.join('\n')).not.toMatch(/hunter2|too-short-a-secret/);
  });
});
