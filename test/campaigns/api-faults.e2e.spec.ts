import { runApiFaults } from './api-faults';

describe('faults of the GoCardless API', () => {
  it('charge nobody twice, lose nothing and leave the books right', async () => {
    const report = await runApiFaults({ seed: 1, worlds: 1, length: 15 });
    expect(report.faults).toBeGreaterThan(0);
    expect(report.payments).toBeGreaterThan(0);
  }, 180_000);
});
