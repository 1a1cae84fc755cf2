import { setTimeout as delay } from 'node:timers/promises';
import { OwnPostgres } from '../support/own-postgres';
import { type BuiltService } from '../support/service-process';
import { collectThrough, type CollectReport } from './collect';
import { CollectingWorld } from './collecting-world';
import { type TroubleCampaign } from './kills';
import { seededRandom } from './random';

/** A kill falls at most so long after the work has begun again. */
const WITHIN_MS = 600;

/** `kill -9` of the PostgreSQL server, with all its processes, while the service collects and takes webhooks; it starts again each time. */
export async function runPostgresKills(
  built: BuiltService,
  { seed, times, customers }: TroubleCampaign,
): Promise<CollectReport> {
  const random = seededRandom(seed);
  const postgres = await OwnPostgres.start();
  let killed = 0;
  try {
    const world = await CollectingWorld.open(built, { seed, services: 1, database: postgres.database });
    try {
      const trouble = async () => {
        await delay(random.below(WITHIN_MS));
        killed += 1;
        await postgres.kill();
        await postgres.startAgain();
      };
      return await collectThrough(world, random, trouble, { troubles: times, customers });
    } finally {
      await world.close();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`postgres-kills, seed ${seed}, after ${killed} kills: ${message}`, { cause: error });
  } finally {
    await postgres.stop();
  }
}
