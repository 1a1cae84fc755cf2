import { setTimeout as delay } from 'node:timers/promises';
import { type BuiltService } from '../support/service-process';
import { collectThrough, type CollectReport } from './collect';
import { CollectingWorld } from './collecting-world';
import { seededRandom } from './random';

export interface TroubleCampaign {
  readonly seed: number;
  /** How often something is killed, or taken over, or filled. */
  readonly times: number;
  readonly customers: number;
}

/** A kill falls at most so long after the work has begun again. */
const WITHIN_MS = 400;

/** `kill -9` of the service at random moments while it collects and takes webhooks; it starts again each time. */
export function runKills(built: BuiltService, campaign: TroubleCampaign): Promise<CollectReport> {
  return disturbed(built, campaign, 'kills', 1, async (world, wait) => {
    await wait();
    await world.kill(0);
    await world.start(0);
  });
}

/** So many times a service loses its locks for each time that one is killed. */
const LOST_LOCKS_FOR_A_KILL = 4;

/**
 * Two services on one database, of which the one takes over from the other: after a `kill -9`, or because the connection that held the locks
 * is cut while the first one is still at work. A killed one comes back meanwhile, and is killed only after it has taken over itself.
 */
export function runTakeOvers(built: BuiltService, campaign: TroubleCampaign): Promise<CollectReport> {
  const random = seededRandom(campaign.seed + 1);
  let turn = 0;
  return disturbed(built, campaign, 'take-overs', 2, async (world, wait) => {
    turn += 1;
    await wait();
    if (turn % (LOST_LOCKS_FOR_A_KILL + 1) > 0) {
      await world.loseLocks(random);
      return;
    }
    const active = (turn / (LOST_LOCKS_FOR_A_KILL + 1)) % 2;
    await world.kill(active);
    await world.start(active);
  });
}

async function disturbed(
  built: BuiltService,
  { seed, times, customers }: TroubleCampaign,
  name: string,
  services: number,
  kill: (world: CollectingWorld, wait: () => Promise<void>) => Promise<void>,
): Promise<CollectReport> {
  const random = seededRandom(seed);
  const world = await CollectingWorld.open(built, { seed, services });
  let killed = 0;
  try {
    const trouble = async () => {
      killed += 1;
      await kill(world, () => delay(random.below(WITHIN_MS)));
    };
    return await collectThrough(world, random, trouble, { troubles: times, customers });
  } catch (error) {
    throw new Error(`${name}, seed ${seed}, after ${killed} of ${times}: ${messageOf(error)}`, { cause: error });
  } finally {
    await world.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
