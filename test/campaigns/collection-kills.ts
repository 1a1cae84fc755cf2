import { setTimeout as delay } from 'node:timers/promises';
import { type BuiltService } from '../support/service-process';
import { CollectingWorld } from './collecting-world';
import { type Random, seededRandom } from './random';

export interface CollectionCampaign {
  readonly seed: number;
  readonly rows: number;
  /** How often the service is killed while it collects. */
  readonly kills: number;
}

interface Sent {
  readonly id: string;
  readonly amount: number;
  readonly metadata: { readonly ddl_payment?: string };
  readonly links: { readonly mandate: string };
}

interface BatchRow {
  readonly paymentId: string | null;
  readonly mandateId: string;
  readonly amount: number;
}

/** The longest that the service is left alone between two kills. */
const LONGEST_PEACE_MS = 1_500;
/** Far more than the rows need, so that the campaign is not spent on waiting. */
const REQUESTS_A_MINUTE = 100_000;

/** `kill -9` at random moments of a direct collection. Then: every row of the batch is charged exactly once, with its own amount. */
export async function runCollectionKills(
  built: BuiltService,
  { seed, rows, kills }: CollectionCampaign,
): Promise<{ readonly kills: number; readonly payments: number }> {
  const random = seededRandom(seed);
  const world = await CollectingWorld.open(built, seed);
  try {
    await world.control('POST', '/control/rate-limit', { limit: REQUESTS_A_MINUTE });
    const batch = await exportBalances(world, rows);
    await world.must('POST', `/api/balance-exports/${batch}/collection`, {});
    const struck = await killWhileItCollects(world, random, rows, kills);
    return { kills: struck, payments: await everyRowOnce(world, batch, rows) };
  } catch (error) {
    throw new Error(`collection campaign, seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await world.close();
  }
}

async function exportBalances(world: CollectingWorld, rows: number): Promise<string> {
  const payer = { givenName: 'Ada', familyName: 'Payer', email: 'ada@payer.example' };
  const { customers } = await world.control<{ customers: readonly { mandate: string }[] }>(
    'POST',
    '/control/customers',
    {
      count: rows,
      ...payer,
    },
  );
  const ids: string[] = [];
  for (const index of customers.keys()) {
    const customer = { name: 'Ada Payer', reference: `C-${index}` };
    ids.push((await world.must<{ id: string }>('POST', '/api/customers', customer)).id);
  }
  const links = customers.map(({ mandate }, index) => `C-${index},${mandate}`);
  await world.upload('/api/mandates/link-imports', ['reference,mandateId', ...links].join('\n'));
  const balances = ids.map((id, index) => `${id},GBP,${1 + (index % 90)}.50,2026-02-01`);
  await world.upload('/api/balances/import', ['customerId,currency,amount,asOf', ...balances].join('\n'));
  const { id, rows: exported } = await world.must<{ id: string; rows: number }>('POST', '/api/balance-exports', {
    currency: 'GBP',
  });
  if (exported !== rows) throw new Error(`${exported} of ${rows} balances were exported.`);
  return id;
}

async function killWhileItCollects(
  world: CollectingWorld,
  random: Random,
  rows: number,
  kills: number,
): Promise<number> {
  for (let struck = 0; struck < kills; struck += 1) {
    await delay(random.below(LONGEST_PEACE_MS));
    if ((await world.gocardless<Sent>('payments')).length === rows && struck > 0) return struck;
    await world.killAndRestart();
  }
  return kills;
}

async function everyRowOnce(world: CollectingWorld, batch: string, rows: number): Promise<number> {
  await world.eventually('every row is at GoCardless', async () => {
    const { progress } = await world.must<{ progress: { sent: number; refused: number } }>(
      'GET',
      `/api/balance-exports/${batch}`,
    );
    return progress.sent === rows ? null : JSON.stringify(progress);
  });
  const sent = await world.gocardless<Sent>('payments');
  const bySender = new Map(sent.map((payment) => [payment.metadata.ddl_payment, payment]));
  if (sent.length !== rows || bySender.size !== rows) {
    throw new Error(`${rows} rows, but ${sent.length} payments at GoCardless for ${bySender.size} of ours.`);
  }
  for (const { paymentId, mandateId, amount } of await world.all<BatchRow>(`/api/balance-exports/${batch}/rows`)) {
    const payment = bySender.get(paymentId ?? '');
    if (payment?.amount !== amount || payment.links.mandate !== mandateId) {
      throw new Error(`The row of ${mandateId} over ${amount} is ${JSON.stringify(payment)} at GoCardless.`);
    }
  }
  return sent.length;
}
