import { commandContext, type RecordedCommand } from '../../../test/support/command-context';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres';
import { createPool } from '../../postgres/pool';
import { ApiKeys } from '../http/access/api-keys';
import { admin } from './admin';

const NOW = '2026-11-20T09:00:00.000Z';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.drop());

async function run(...words: readonly string[]): Promise<RecordedCommand & { readonly code: number }> {
  const env = { DATABASE_URL: database.url, DATABASE_SCHEMA: database.schema, MASTER_KEY: '0'.repeat(64) };
  const context = commandContext(env, NOW);
  return { ...context, code: await admin(words, context) };
}

describe('keys create', () => {
  it('prints a key that lets its holder in, and nothing else', async () => {
    const { code, said, complaints } = await run('keys', 'create', '--role', 'admin', '--name', 'Ada’s laptop');
    expect([code, said.length, complaints]).toEqual([0, 1, []]);
    const pool = createPool(database);
    const access = await new ApiKeys(pool).authenticate(said[0] ?? '');
    await pool.end();
    expect(access).toMatchObject({ role: 'admin', connectionIds: 'all', rounds: 'all' });
  });

  it('may reach some connections only; all keys are listed, without themselves', async () => {
    const made = await run(
      'keys',
      'create',
      '--role=auditor',
      '--name=Lee',
      '--connection=con_1',
      '--connection=con_2',
    );
    expect(made.code).toBe(0);
    const { code, said } = await run('keys', 'list');
    expect(code).toBe(0);
    expect(said.map((line) => line.split('\t').slice(1))).toEqual([
      ['admin', 'all connections', NOW, 'system', 'valid', 'Ada’s laptop'],
      ['auditor', 'con_1 con_2', NOW, 'system', 'valid', 'Lee'],
    ]);
    expect(said.join()).not.toContain(made.said[0]);
  });

  it.each([
    [['--role', 'boss', '--name', 'x'], '--role must be one of admin, accountant, collector, auditor.'],
    [['--role', 'admin'], '--name is missing.'],
    [['--role', 'admin', '--name', ' '], '--name must be a text of 1 to 200 characters.'],
    [['--role', 'admin', '--name', 'x'.repeat(201)], '--name must be a text of 1 to 200 characters.'],
    [['--role', 'admin', '--name', 'x', '--colour', 'red'], "Unknown option '--colour'"],
    [['--role', 'admin', '--name', 'x', 'y'], "Unexpected argument 'y'"],
  ])('refuses %j and says how it is used', async (words, reason) => {
    const { code, said, complaints } = await run('keys', 'create', ...words);
    expect([code, said]).toEqual([2, []]);
    expect(complaints[0]).toContain(reason);
    expect(complaints[1]).toBe('npm run admin -- keys create --role ROLE --name NAME [--connection ID]…');
  });
});

describe('admin', () => {
  it.each([[[]], [['--help']], [['-h']]])('lists all commands: %j', async (words) => {
    const { code, said } = await run(...words);
    expect(code).toBe(0);
    expect(said.join()).toMatch(
      /keys create +makes.*\n +keys list.*\n +backup.*\n +restore.*\n +events copy.*\n +events checkpoints/,
    );
  });

  it.each([
    ['keys', 'create'],
    ['keys', 'list'],
    ['backup'],
    ['restore'],
    ['events', 'copy'],
    ['events', 'checkpoints'],
  ])('says how it is used: %s %s', async (...words) => {
    const { code, said } = await run(...words, '--help');
    expect(code).toBe(0);
    expect(said.join()).toContain(`npm run admin -- ${words.join(' ')}`);
  });

  it('does not know other commands', async () => {
    const { code, said, complaints } = await run('keys', 'steal');
    expect([code, said]).toEqual([2, []]);
    expect(complaints.join()).toContain('keys create');
  });

  it('says in a sentence what went wrong', async () => {
    const { code, complaints } = await run('restore', '/nowhere/at/all');
    expect([code, complaints]).toEqual([1, ["ENOENT: no such file or directory, open '/nowhere/at/all'"]]);
  });
});
