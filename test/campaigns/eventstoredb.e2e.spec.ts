import { runDrops } from './eventstoredb';

describe('broken subscriptions and a server that is killed', () => {
  it('lose no event and show none twice', async () => {
    const report = await runDrops({ seed: 20_261_122, events: 1_000, callers: 16, burst: 200, drops: 6 });
    expect(report).toMatchObject({ events: 1_000, drops: 6 });
  }, 120_000);
});
