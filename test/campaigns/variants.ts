import {
  describeDisturbance,
  type Disturbance,
  type DisturbanceSettings,
  randomDisturbances,
} from './recorded/disturbances';
import { EmptiedDatabases } from './recorded/emptied-databases';
import { playAgain } from './recorded/play-again';
import { recordWorld } from './recorded/record-world';
import { type RecordedWorld } from './recorded/recorded-world';
import { seededRandom } from './random';
import { shrink } from './shrink';

export interface VariantCampaign extends DisturbanceSettings {
  readonly seed: number;
  readonly variants: number;
  /** Random moves in the recorded world. */
  readonly length: number;
}

export interface VariantReport {
  readonly variants: number;
  readonly events: number;
  readonly commands: number;
  readonly documents: number;
}

/** Plays at the same time: one waits for the database while another computes. */
const CONCURRENCY = 2;
/** So many keep their log in PostgreSQL, the others in memory. */
const EVERY_SO_MANY_IN_POSTGRES = 20;

/**
 * Records one random world and plays it again and again, each time disturbed in another way: the books must be the recording's. A failure
 * names the seed, the variant and the smallest disturbances found that still break it.
 */
export async function runVariants(campaign: VariantCampaign): Promise<VariantReport> {
  const { seed, variants, length } = campaign;
  const world = await recordWorld(seed, length).catch((error: unknown) => {
    throw new Error(`Seed ${seed}, already while it was recorded: ${messageOf(error)}`, { cause: error });
  });
  const databases = new EmptiedDatabases();
  try {
    // The first one is undisturbed: the recording itself must be repeatable.
    const waiting = Array.from({ length: variants }, (_, index) => index);
    const worker = async () => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        const disturbances =
          index === 0 ? [] : randomDisturbances(world, seededRandom(seed * 100_000 + index), campaign);
        const inPostgres = index % EVERY_SO_MANY_IN_POSTGRES === 1;
        const problem = await problemOf(world, disturbances, inPostgres ? undefined : databases);
        if (problem === null) continue;
        waiting.length = 0;
        throw new Error(await explain(world, index, disturbances, problem, databases));
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  } finally {
    await databases.drop();
  }
  return {
    variants,
    events: world.steps.reduce((sum, { events }) => sum + events.length, 0),
    commands: world.steps.filter(({ command }) => command !== null).length,
    documents: world.books.documents.length,
  };
}

/** What goes wrong in a play, or null. */
async function problemOf(
  world: RecordedWorld,
  disturbances: readonly Disturbance[],
  databases: EmptiedDatabases | undefined,
): Promise<string | null> {
  try {
    await playAgain(world, disturbances, databases);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

async function explain(
  world: RecordedWorld,
  index: number,
  disturbances: readonly Disturbance[],
  problem: string,
  databases: EmptiedDatabases,
): Promise<string> {
  if ((await problemOf(world, disturbances, databases)) === null) {
    return `Seed ${world.seed}, variant ${index}, which went well when it was played a second time: ${problem}`;
  }
  const { smallest, reason } = await shrink(disturbances, problem, (some) => problemOf(world, some, databases));
  const steps = new Set(smallest.flatMap((one) => stepsOf(world, one)));
  return [
    `Seed ${world.seed}, variant ${index}: ${disturbances.length} disturbances, of which ${smallest.length} are enough:`,
    ...smallest.map((one) => `  ${describeDisturbance(one)}${whatIs(world, one)}`),
    ...[...steps].sort((a, b) => a - b).map((step) => `  step ${step} is: ${world.steps[step]?.what ?? 'the end'}`),
    reason,
  ].join('\n');
}

function whatIs({ steps }: RecordedWorld, disturbance: Disturbance): string {
  if (!('event' in disturbance)) return '';
  const told = steps.flatMap(({ events }) => events).find(({ event }) => event.id === disturbance.event);
  return told === undefined
    ? ''
    : ` (${told.event.resourceType} ${told.event.action} ${JSON.stringify(told.event.links)})`;
}

function stepsOf({ steps }: RecordedWorld, disturbance: Disturbance): readonly number[] {
  const told =
    'event' in disturbance
      ? steps.findIndex(({ events }) => events.some(({ event }) => event.id === disturbance.event))
      : -1;
  return [...(told < 0 ? [] : [told]), ...('step' in disturbance ? [disturbance.step] : [])];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
