import { type BuiltService, buildService } from '../support/service-process';
import { runKills } from './kills';

let built: BuiltService;

beforeAll(() => {
  built = buildService();
});

afterAll(() => {
  built.remove();
});

describe('kill -9 of the service', () => {
  it('loses no acknowledged webhook and charges nobody twice', async () => {
    const report = await runKills(built, { seed: 20_260_202, kills: 4, customers: 6 });
    expect(report).toMatchObject({ kills: 4, payments: 18 });
  }, 180_000);
});
