import { type BuiltService } from '../support/service-process';
import { CollectingWorld } from './collecting-world';
import { type Random, seededRandom } from './random';

export interface KillCampaign {
  readonly seed: number;
  /** How often the service is killed. */
  readonly kills: number;
  readonly customers: number;
}

interface GoCardlessPaymentSeen {
  readonly amount: number;
  readonly metadata: { readonly ddl_payment?: string };
}

interface DeliverySent {
  readonly successful: boolean;
  readonly events: readonly string[];
}

interface TrialBalance {
  readonly totalDebit: number;
  readonly totalCredit: number;
  readonly accounts: readonly { readonly account: string; readonly debit: number; readonly credit: number }[];
}

export interface KillReport {
  readonly kills: number;
  readonly payments: number;
  readonly deliveries: number;
}

/** Requests that are under way at the same time. */
const SIDE_BY_SIDE = 6;
const INSTALMENTS = [12_000, 4_550, 3_000];

/**
 * `kill -9` of the service at random moments while it collects and takes webhooks. Then: no acknowledged webhook is lost, nobody is
 * charged twice, every instalment is charged once, and the books balance.
 */
export async function runKills(built: BuiltService, { seed, kills, customers }: KillCampaign): Promise<KillReport> {
  const random = seededRandom(seed);
  const world = await CollectingWorld.open(built, seed);
  try {
    const scheduledPayments = await placeOrders(world, customers);
    await collectWhileKilling(world, scheduledPayments, random, kills);
    await playOut(world);
    return await verify(world, scheduledPayments, kills);
  } catch (error) {
    throw new Error(`kill campaign, seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await world.close();
  }
}

async function placeOrders(world: CollectingWorld, customers: number): Promise<readonly string[]> {
  const { customers: made } = await world.control<{ customers: readonly { mandate: string }[] }>(
    'POST',
    '/control/customers',
    {
      count: customers,
      givenName: 'Ada',
      familyName: 'Payer',
      email: 'ada@payer.example',
    },
  );
  const placed: string[] = [];
  for (const { mandate } of made) {
    const { id } = await world.must<{ id: string }>('POST', '/api/customers', { name: 'Ada Payer' });
    await world.must('POST', `/api/customers/${id}/mandates`, { mandateId: mandate });
    const order = await world.must<{ scheduledPayments: readonly string[] }>('POST', '/api/sales-orders', {
      customerId: id,
      currency: 'GBP',
      lines: [{ item: 'Membership', quantity: 1, unitAmount: 19_550, taxRate: '20' }],
      plan: { instalments: INSTALMENTS.map((amount, index) => ({ dueDate: `2026-02-1${index + 1}`, amount })) },
    });
    placed.push(...order.scheduledPayments);
  }
  return placed;
}

/** Submits everything, some at a time; each kill falls after a random number of requests, while others are under way. */
async function collectWhileKilling(
  world: CollectingWorld,
  scheduledPayments: readonly string[],
  random: Random,
  kills: number,
): Promise<void> {
  const waiting = [...scheduledPayments];
  const between = Math.max(1, Math.floor(scheduledPayments.length / (kills + 1)));
  let begun = 0;
  let killed = 0;
  let killing: Promise<void> | null = null;
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      begun += 1;
      const submission = world.must('POST', `/api/scheduled-payments/${next}/submission`, {});
      if (killing === null && killed < kills && begun >= (killed + 1) * between - random.below(between)) {
        killed += 1;
        killing = world.killAndRestart().finally(() => {
          killing = null;
        });
      }
      // Days pass meanwhile, so that webhooks come in while the service is down.
      if (random.below(8) === 0) await world.control('POST', '/control/clock', { advanceWorkingDays: 1 });
      await submission;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  for (; killed < kills; killed += 1) {
    const stepping = world.control('POST', '/control/clock', { advanceWorkingDays: 1 });
    await Promise.all([stepping, world.killAndRestart()]);
  }
}

/** Lets two weeks pass, so that all is paid out and every webhook that was refused is sent again. */
async function playOut(world: CollectingWorld): Promise<void> {
  for (let day = 0; day < 12; day += 1) {
    await world.control('POST', '/control/clock', { advanceWorkingDays: 1 });
    await world.control('POST', '/control/webhooks/flush', {});
  }
}

async function verify(
  world: CollectingWorld,
  scheduledPayments: readonly string[],
  kills: number,
): Promise<KillReport> {
  const payments = await chargedOnce(world, scheduledPayments);
  const deliveries = await nothingAcknowledgedIsLost(world);
  await world.eventually('every payment is paid out and receipted', async () => {
    const late = (await world.all<{ status: string; receiptNumber: string | null }>('/api/payments')).filter(
      ({ status, receiptNumber }) => status !== 'paid_out' || receiptNumber === null,
    );
    return late.length === 0 ? null : `${late.length} are not, the first is ${JSON.stringify(late[0])}`;
  });
  await booksBalance(world, payments);
  return { kills, payments: payments.length, deliveries };
}

/** Each instalment has exactly one payment at GoCardless. */
async function chargedOnce(
  world: CollectingWorld,
  scheduledPayments: readonly string[],
): Promise<readonly GoCardlessPaymentSeen[]> {
  const payments = await world.gocardless<GoCardlessPaymentSeen>('payments');
  const tags = payments.map(({ metadata }) => metadata.ddl_payment);
  if (new Set(tags).size !== tags.length) throw new Error('An instalment was charged twice.');
  if (payments.length !== scheduledPayments.length) {
    throw new Error(`${scheduledPayments.length} instalments, but ${payments.length} payments at GoCardless.`);
  }
  return payments;
}

async function nothingAcknowledgedIsLost(world: CollectingWorld): Promise<number> {
  const { deliveries } = await world.control<{ deliveries: readonly DeliverySent[] }>('GET', '/control/deliveries');
  const acknowledged = deliveries.filter(({ successful }) => successful);
  const events = acknowledged.flatMap(({ events: ids }) => ids);
  await world.eventually('every acknowledged event is applied', async () => {
    const rows = await world.all<{ status: string; eventId: string }>('/api/deliveries');
    const settled = new Set(
      rows.filter(({ status }) => ['applied', 'ignored'].includes(status)).map(({ eventId }) => eventId),
    );
    const missing = events.filter((id) => !settled.has(id));
    if (missing.length === 0) return null;
    const row = rows.find(({ eventId }) => eventId === missing[0]);
    return `${missing.length} of ${events.length} are not, the first is ${missing[0]}: ${JSON.stringify(row)}`;
  });
  return acknowledged.length;
}

async function booksBalance(world: CollectingWorld, payments: readonly GoCardlessPaymentSeen[]): Promise<void> {
  const paid = payments.reduce((total, { amount }) => total + amount, 0);
  const { totalDebit, totalCredit, accounts } = await world.must<TrialBalance>(
    'GET',
    '/api/ledger/trial-balance?currency=GBP',
  );
  if (totalDebit !== totalCredit) throw new Error(`The trial balance is off: ${totalDebit} and ${totalCredit}.`);
  const income = accounts.filter(({ account }) => ['4000', '2200'].includes(account));
  const earned = income.reduce((total, { credit, debit }) => total + credit - debit, 0);
  if (earned !== paid) throw new Error(`${paid} was paid out, but ${earned} is in the books.`);
  const receipts = await world.all<{ number: string | null }>('/api/receipts');
  const numbers = receipts.map(({ number }) => Number(String(number).replace(/\D/g, ''))).sort((a, b) => a - b);
  if (numbers.some((number, index) => number !== index + 1)) throw new Error('Receipt numbers have a gap.');
}
