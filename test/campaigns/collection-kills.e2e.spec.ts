import { type BuiltService, buildService } from '../support/service-process';
import { runCollectionKills } from './collection-kills';

let built: BuiltService;

beforeAll(() => {
  built = buildService();
});

afterAll(() => {
  built.remove();
});

describe('kill -9 of the service while it collects a batch', () => {
  it('charges every row once', async () => {
    const report = await runCollectionKills(built, { seed: 20_260_203, rows: 60, kills: 3 });
    expect(report).toMatchObject({ payments: 60 });
  }, 180_000);
});
