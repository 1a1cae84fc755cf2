import { setTimeout as delay } from 'node:timers/promises';
import { type BuiltService } from '../support/service-process';
import { inParallel } from '../../src/domain/shared/in-parallel';
import { isObject } from '../../src/fields/is-object';
import { CollectingWorld, PLENTY } from './collecting-world';
import { type Random, seededRandom } from './random';

export interface CollectionCampaign {
  readonly seed: number;
  readonly rows: number;
  /** How often the service is killed while it collects. */
  readonly kills: number;
}

/** A moment of peace between two kills, at the longest. */
const LONGEST_PEACE_MS = 1_500;
/** So slow that the kills fall while rows are sent. */
const TRICKLE = { limit: 30, windowSeconds: 2 };
const CONCURRENCY = 16;

/** `kill -9` at random moments of a direct collection. Then: every row of the batch is charged exactly once, with its own amount. */
export async function runCollectionKills(
  built: BuiltService,
  { seed, rows, kills }: CollectionCampaign,
): Promise<{ readonly kills: number; readonly payments: number }> {
  const random = seededRandom(seed);
  const world = await CollectingWorld.open(built, { seed, services: 1 });
  try {
    const batch = await exportBalances(world, rows);
    await world.control('POST', '/control/rate-limit', TRICKLE);
    await world.must('POST', `/api/balance-exports/${batch}/collection`, {});
    const struck = await killWhileItCollects(world, random, batch, kills);
    await world.control('POST', '/control/rate-limit', PLENTY);
    return { kills: struck, payments: await everyRowOnce(world, batch, rows) };
  } catch (error) {
    throw new Error(`collection campaign, seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await world.close();
  }
}

async function exportBalances(world: CollectingWorld, rows: number): Promise<string> {
  const payer = { givenName: 'Ada', familyName: 'Payer', email: 'ada@payer.example' };
  const made = { count: rows, ...payer };
  const { customers } = await world.control<{ customers: readonly { mandate: string }[] }>(
    'POST',
    '/control/customers',
    made,
  );
  await inParallel(CONCURRENCY, customers, async (_, index) => {
    await world.must('POST', '/api/customers', { name: 'Ada Payer', reference: `C-${index}` });
  });
  const links = customers.map(({ mandate }, index) => `C-${index},${mandate}`);
  await world.upload('/api/mandates/link-imports', ['reference,mandateId', ...links].join('\n'));
  const balances = customers.map((_, index) => `C-${index},GBP,${1 + (index % 90)}.50,2026-02-01`);
  await world.upload('/api/balances/import', ['reference,currency,amount,asOf', ...balances].join('\n'));
  const exported = await world.must('POST', '/api/balance-exports', { currency: 'GBP' });
  if (exported['rows'] !== rows) throw new Error(`${String(exported['rows'])} of ${rows} balances were exported.`);
  return String(exported['id']);
}

/** How often it was killed before everything was sent. */
async function killWhileItCollects(
  world: CollectingWorld,
  random: Random,
  batch: string,
  kills: number,
): Promise<number> {
  for (let struck = 1; struck <= kills; struck += 1) {
    await delay(random.below(LONGEST_PEACE_MS));
    await world.kill(0);
    await world.start(0);
    if (await isAllSent(world, batch)) return struck;
  }
  return kills;
}

async function isAllSent(world: CollectingWorld, batch: string): Promise<boolean> {
  const { rows, progress } = await world.read(`/api/balance-exports/${batch}`);
  return isObject(progress) && progress['sent'] === rows;
}

async function everyRowOnce(world: CollectingWorld, batch: string, rows: number): Promise<number> {
  await world.eventually('every row is at GoCardless', async () =>
    (await isAllSent(world, batch))
      ? null
      : JSON.stringify((await world.read(`/api/balance-exports/${batch}`))['progress']),
  );
  const { payments } = await world.gocardless();
  const byPayment = new Map(payments.map((payment) => [payment.metadata['ddl_payment'], payment]));
  if (payments.length !== rows || byPayment.size !== rows) {
    throw new Error(`${rows} rows, but ${payments.length} payments at GoCardless for ${byPayment.size} of ours.`);
  }
  for (const { paymentId, mandateId, amount } of await world.all(`/api/balance-exports/${batch}/rows`)) {
    const payment = byPayment.get(String(paymentId));
    if (payment?.amount !== amount || payment?.mandateId !== mandateId) {
      throw new Error(`The row of ${String(mandateId)} over ${String(amount)} is ${JSON.stringify(payment)} there.`);
    }
  }
  return payments.length;
}
