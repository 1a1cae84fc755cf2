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

/** One in so many take-overs follows a kill, which takes long; in between a service is stalled or loses locks while it is at work. */
const ONE_KILL_IN = 5;
/** Longer than the other service takes to see that the locks are free. */
const STALLED_MS = 2_500;

/**
 * Two services on one database, of which the one takes over from the other: after a `kill -9`, or because the locks are taken away while the
 * first one is at work or stands still in the midst of it. A killed one comes back, and is killed only after it has taken over itself.
 */
export function runTakeOvers(built: BuiltService, campaign: TroubleCampaign): Promise<CollectReport> {
  const random = seededRandom(campaign.seed + 1);
  let turn = 0;
  return disturbed(built, campaign, 'take-overs', 2, async (world, wait) => {
    turn += 1;
    await wait();
    if (turn % ONE_KILL_IN === 0) {
      const killed = (turn / ONE_KILL_IN) % 2;
      await world.kill(killed);
      await world.start(killed);
    } else if (turn % 2 === 0) {
      await world.loseLocks(() => random.below(2) === 0);
    } else {
      await world.stall(random.below(2), STALLED_MS);
    }
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
