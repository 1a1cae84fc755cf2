import { runFiles } from './files';

describe('readers of files and of bodies', () => {
  it('end in lines or in a refusal, soon and in little memory, whatever they are given', async () => {
    const { lines, refused } = await runFiles({ seed: 20_260_206, inputs: 600 });
    // Both ends are reached: what is made is neither all right nor all wrong.
    expect(lines).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(200);
  }, 180_000);
});
