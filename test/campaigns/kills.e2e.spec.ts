import { type BuiltService, buildService } from '../support/service-process';
import { runDiskFull } from './disk-full';
import { runKills, runTakeOvers } from './kills';
import { runPostgresKills } from './postgres-kills';

let built: BuiltService;

beforeAll(() => {
  built = buildService();
});

afterAll(() => {
  built.remove();
});

/** Long, for machines that are busy: what goes wrong is told much earlier. */
const WITHIN_MS = 300_000;

describe('a business loses no acknowledged webhook and charges nobody twice', () => {
  it(
    'when the service is killed',
    async () => {
      expect(await runKills(built, { seed: 1, times: 2, customers: 2 })).toMatchObject({ payments: 6 });
    },
    WITHIN_MS,
  );

  it(
    'when one of two services takes over from the other',
    async () => {
      expect(await runTakeOvers(built, { seed: 2, times: 5, customers: 2 })).toMatchObject({ payments: 6 });
    },
    WITHIN_MS,
  );

  it(
    'when PostgreSQL is killed',
    async () => {
      expect(await runPostgresKills(built, { seed: 3, times: 2, customers: 2 })).toMatchObject({ payments: 6 });
    },
    WITHIN_MS,
  );

  it(
    'when the disk of PostgreSQL is full',
    async () => {
      const report = await runDiskFull(built, { seed: 4, times: 1, customers: 2 });
      // Where nobody may mount a small disk there is nothing to see.
      expect('skipped' in report ? 6 : report.payments).toBe(6);
    },
    WITHIN_MS,
  );
});
