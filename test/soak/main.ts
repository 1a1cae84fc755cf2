import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../src/postgres/embedded-server';
import { runApiFaults } from '../campaigns/api-faults';
import { type CollectReport } from '../campaigns/collect';
import { runDiskFull } from '../campaigns/disk-full';
import { runFiles } from '../campaigns/files';
import { runPostgresKills } from '../campaigns/postgres-kills';
import { runKills, runTakeOvers, type TroubleCampaign } from '../campaigns/kills';
import { runCollectionKills } from '../campaigns/collection-kills';
import { runDrops } from '../campaigns/eventstoredb';
import { runVariants } from '../campaigns/variants';
import { type BuiltService, buildService } from '../support/service-process';
import { run as appendByTwoProcesses } from './append-two-processes';

const VARIANTS_OF_A_WORLD = 50;

/** The long campaigns. `npm run test:soak -- --runs N --seed S [campaign …]`; a failure names the seed that repeats it. */
const CAMPAIGNS: Readonly<Record<string, (seed: number) => Promise<string>>> = {
  append: async (seed) => {
    await appendByTwoProcesses({ events: 100_000, callers: 32, seed });
    return '100,000 events by two processes beside a live reader: none lost, none twice, in order';
  },
  eventstoredb: async (seed) => {
    const { events, drops, sentAgain } = await runDrops({ seed, events: 20_000, callers: 64, burst: 1_000, drops: 50 });
    return `${events} events, ${drops} drops, one kill, ${sentAgain} appends sent again: none lost, none twice in the read models`;
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
  'api-faults': async (seed) => {
    const { faults, payments } = await runApiFaults({ seed, worlds: 10, length: 20 });
    return `10 months with ${faults} faults of the API: ${payments} payments charged once, books right`;
  },
  files: async (seed) => {
    const { inputs, lines, refused, slowestMs } = await runFiles({ seed, inputs: 50_000 });
    return `${inputs} files and bodies that nobody should send: ${lines} lines read, ${refused} refused, the slowest in ${slowestMs} ms`;
  },
  kills: (seed) => troubled(runKills, { seed, times: 50, customers: 20 }),
  'take-overs': (seed) => troubled(runTakeOvers, { seed, times: 50, customers: 15 }),
  'postgres-kills': (seed) => troubled(runPostgresKills, { seed, times: 20, customers: 15 }),
  'disk-full': (seed) => troubled(runDiskFull, { seed, times: 3, customers: 10 }),
  'collection-kills': (seed) =>
    withService(async (built) => {
      const { kills, payments } = await runCollectionKills(built, { seed, rows: 2_000, kills: 50 });
      return `${kills} kills during a direct collection: ${payments} rows charged once`;
    }),
};

async function troubled(
  run: (built: BuiltService, campaign: TroubleCampaign) => Promise<CollectReport | { readonly skipped: string }>,
  campaign: TroubleCampaign,
): Promise<string> {
  const report = await withService((built) => run(built, campaign));
  if ('skipped' in report) return `skipped: ${report.skipped}`;
  const { payments, deliveries } = report;
  return `${campaign.times} times: ${payments} payments charged once, nothing of ${deliveries} acknowledged deliveries lost`;
}

async function withService<T>(campaign: (built: BuiltService) => Promise<T>): Promise<T> {
  const built = buildService();
  try {
    return await campaign(built);
  } finally {
    built.remove();
  }
}

/** A server of the run's own, so that whatever else runs on this machine neither disturbs it nor is disturbed. */
async function withServer(run: () => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'direct-debit-ledger-soak-'));
  const server = await startEmbeddedPostgres(folder);
  process.env['TEST_DATABASE_URL'] ??= server.url;
  try {
    await run();
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

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

withServer(main).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
