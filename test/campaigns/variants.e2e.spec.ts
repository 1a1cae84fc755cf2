import { runVariants } from './variants';

describe('a recorded month', () => {
  it('gives the same books however its deliveries come', async () => {
    const report = await runVariants({ seed: 1, variants: 3, length: 30, deliveries: true, clock: false });
    expect(report).toMatchObject({ variants: 3 });
    expect(report.documents).toBeGreaterThan(0);
  }, 180_000);

  it('gives the same books by a clock that jumps forward and back', async () => {
    const report = await runVariants({ seed: 2, variants: 2, length: 25, deliveries: false, clock: true });
    expect(report).toMatchObject({ variants: 2 });
  }, 180_000);
});
