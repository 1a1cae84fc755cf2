import { parseArgs } from 'node:util';
import { runKills } from '../campaigns/kills';
import { runVariants } from '../campaigns/variants';
import { buildService } from '../support/service-process';
import { releaseTestServer } from '../support/postgres';
import { run as appendByTwoProcesses } from './append-two-processes';

const VARIANTS_OF_A_WORLD = 50;

/** The long campaigns. `npm run test:soak -- --runs N --seed S [campaign …]`; a failure names the seed that repeats it. */
const CAMPAIGNS: Readonly<Record<string, (seed: number) => Promise<string>>> = {
  append: async (seed) => {
    await appendByTwoProcesses({ events: 100_000, callers: 32, seed });
    return '100,000 events by two processes beside a live reader: none lost, none twice, in order';
  },
  variants: async (seed) => {
    const { variants, events, commands, documents } = await runVariants({
      seed,
      variants: VARIANTS_OF_A_WORLD,
      length: 60,
      deliveries: true,
      clock: false,
    });
    return `${variants} variants of ${events} events and ${commands} commands: the same ${documents} documents`;
  },
  'clock-jumps': async (seed) => {
    const { variants, documents } = await runVariants({
      seed,
      variants: VARIANTS_OF_A_WORLD,
      length: 60,
      deliveries: true,
      clock: true,
    });
    return `${variants} variants by a clock that jumps: the same ${documents} documents`;
  },
  kills: async (seed) => {
    const built = buildService();
    try {
      const { kills, payments, deliveries } = await runKills(built, { seed, kills: 20, customers: 20 });
      return `${kills} kills: ${payments} payments charged once, nothing of ${deliveries} acknowledged deliveries lost`;
    } finally {
      built.remove();
    }
  },
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { runs: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
    allowPositionals: true,
  });
  const names = positionals.length === 0 ? Object.keys(CAMPAIGNS) : positionals;
  for (const name of names) {
    const campaign = CAMPAIGNS[name];
    if (campaign === undefined)
      throw new Error(`There is no campaign "${name}": ${Object.keys(CAMPAIGNS).join(', ')}.`);
    for (let run = 0; run < Number(values.runs); run += 1) {
      const seed = Number(values.seed) + run;
      const began = performance.now();
      const found = await campaign(seed);
      process.stdout.write(`${name}, seed ${seed}: ${found}; ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    }
  }
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(releaseTestServer);
