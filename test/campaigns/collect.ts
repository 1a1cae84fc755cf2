import { setTimeout as delay } from 'node:timers/promises';
import { type GoCardlessPayment } from '../../src/application/ports/gocardless';
import { attemptPaymentId } from '../../src/domain/sales-orders/release-instalment';
import { PAYMENT_TAG } from '../../src/domain/shared/gocardless-event';
import { inParallel } from '../../src/domain/shared/in-parallel';
import { isObject } from '../../src/fields/is-object';
import { type CollectingWorld } from './collecting-world';
import { type Random } from './random';
import { requireAsRebuilt } from './rebuilt';
import { readLedger } from './recorded/books';
import { type GoCardlessState } from './recorded/gocardless-states';
import { checkLedger } from './recorded/what-always-holds';

/** What may go wrong while money is collected: begins and ends one trouble; the world goes on meanwhile. */
export type Trouble = (world: CollectingWorld, random: Random) => Promise<void>;

export interface Collecting {
  readonly troubles: number;
  readonly customers: number;
}

export interface CollectReport {
  readonly payments: number;
  readonly deliveries: number;
}

interface DeliverySent {
  readonly successful: boolean;
  readonly events: readonly string[];
}

/** Requests that are under way at the same time. */
const CONCURRENCY = 6;
const BETWEEN_STATEMENTS_MS = 50;
const INSTALMENTS = [12_000, 4_550, 3_000];
/** Some names decide at the simulator what becomes of a payer's payments. */
const GIVEN_NAMES = ['Ada', 'Ada', 'Fickle', 'Late', 'Penniless'];

/**
 * Collects instalments and takes webhooks while one trouble follows another. Then: no acknowledged webhook is lost, nobody is charged
 * twice, every instalment is charged once, the books are right, and the read models are what the log gives, row by row.
 */
export async function collectThrough(
  world: CollectingWorld,
  random: Random,
  trouble: Trouble,
  { troubles, customers }: Collecting,
): Promise<CollectReport> {
  const { customerIds, scheduledPayments } = await placeOrders(world, random, customers);
  let over = false;
  const disturbed = Promise.all([submit(world, scheduledPayments, random), meet(world, random, trouble, troubles)]);
  const ended = disturbed.finally(() => {
    over = true;
  });
  await Promise.all([ended, stateBalances(world, customerIds, () => over)]);
  await allAtGoCardless(world, scheduledPayments);
  await playOut(world);
  return verify(world, scheduledPayments);
}

interface Placed {
  readonly customerIds: readonly string[];
  readonly scheduledPayments: readonly string[];
}

async function placeOrders(world: CollectingWorld, random: Random, customers: number): Promise<Placed> {
  const customerIds: string[] = [];
  const scheduledPayments: string[] = [];
  for (let customer = 0; customer < customers; customer += 1) {
    const made = await world.control<{ customers: readonly { mandate: string }[] }>('POST', '/control/customers', {
      givenName: random.pick(GIVEN_NAMES),
      familyName: 'Payer',
      email: `payer${customer}@payer.example`,
    });
    const { id } = await world.must('POST', '/api/customers', { name: 'Ada Payer' });
    await world.must('POST', `/api/customers/${String(id)}/mandates`, { mandateId: made.customers[0]?.mandate });
    const order = await world.must('POST', '/api/sales-orders', {
      customerId: id,
      currency: 'GBP',
      lines: [{ item: 'Membership', quantity: 1, unitAmount: 19_550, taxRate: '20' }],
      plan: { instalments: INSTALMENTS.map((amount, index) => ({ dueDate: `2026-02-1${index + 1}`, amount })) },
    });
    const ids = Array.isArray(order['scheduledPayments']) ? order['scheduledPayments'] : [];
    customerIds.push(String(id));
    scheduledPayments.push(...ids.map(String));
  }
  return { customerIds, scheduledPayments };
}

/**
 * The accountant works on meanwhile. A payment's facts are a set, so that a row of them is the same however often one is taken in; a balance
 * is what was said last, and its statements are counted: taken in twice, or after a later one, it shows.
 */
async function stateBalances(
  world: CollectingWorld,
  customerIds: readonly string[],
  isOver: () => boolean,
): Promise<void> {
  for (let amount = 1; !isOver(); amount += 1) {
    const customer = customerIds[amount % customerIds.length] ?? '';
    await world.must('PUT', `/api/customers/${customer}/balances`, { currency: 'GBP', amount, asOf: '2026-02-01' });
    await delay(BETWEEN_STATEMENTS_MS);
  }
}

async function submit(world: CollectingWorld, scheduledPayments: readonly string[], random: Random): Promise<void> {
  await inParallel(CONCURRENCY, scheduledPayments, async (next) => {
    // Days pass meanwhile, so that webhooks come in the midst of trouble.
    if (random.below(12) === 0) await world.control('POST', '/control/clock', { advanceWorkingDays: 1 });
    await world.must('POST', `/api/scheduled-payments/${next}/submission`, {});
  });
}

/** Between two troubles something is answered, so that a world in trouble gets on. When all is submitted, webhooks are what is disturbed. */
async function meet(world: CollectingWorld, random: Random, trouble: Trouble, troubles: number): Promise<void> {
  for (let met = 0; met < troubles; met += 1) {
    const answered = world.answered + random.below(3);
    await world.eventually('something is answered', async () => {
      if (world.answered > answered) return null;
      const { status } = (await world.ask('GET', '/api/connections')) ?? { status: 0 };
      if (status === 200) world.answered += 1;
      return `the last answer was ${status}`;
    });
    if (random.below(4) === 0) void world.control('POST', '/control/clock', { advanceWorkingDays: 1 });
    await trouble(world, random);
  }
}

/** A submission that was answered with "accepted" is carried out in its time. */
function allAtGoCardless(world: CollectingWorld, scheduledPayments: readonly string[]): Promise<void> {
  return world.eventually('every instalment is at GoCardless', async () => {
    const { payments } = await world.gocardless();
    const missing = scheduledPayments.filter((id) => attemptsOf(id, payments).length === 0);
    return missing.length === 0 ? null : `${missing.length} of ${scheduledPayments.length} are not`;
  });
}

/** The payments for an instalment, one for each attempt, in their order. */
function attemptsOf(scheduledPayment: string, payments: GoCardlessState['payments']): GoCardlessState['payments'] {
  const attempts: GoCardlessPayment[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const tag = attemptPaymentId(scheduledPayment, attempt);
    const payment = payments.find(({ metadata }) => metadata[PAYMENT_TAG] === tag);
    if (payment === undefined) return attempts;
    attempts.push(payment);
  }
}

/**
 * Every instalment has one payment, and nothing else is at GoCardless. The scheduler may have sent an instalment before the accountant does:
 * then the wish of the accountant is a second attempt, but only after the first one has failed.
 */
function requireChargedOnce(scheduledPayments: readonly string[], payments: GoCardlessState['payments']): void {
  const attempts = scheduledPayments.map((id) => attemptsOf(id, payments));
  const wrong = attempts.filter((some) => some.slice(0, -1).some(({ status }) => status !== 'failed'));
  if (wrong.length === 0 && attempts.flat().length === payments.length && attempts.every(({ length }) => length > 0))
    return;
  const all = payments.map(({ id, status, metadata }) => `${id} ${status} ${metadata[PAYMENT_TAG] ?? ''}`);
  throw new Error(
    `${scheduledPayments.length} instalments are not charged once: ${JSON.stringify(wrong)}; all payments: ${all.join(', ')}.`,
  );
}

/** Lets weeks pass, so that all is paid out and every webhook that was refused is sent again. */
async function playOut(world: CollectingWorld): Promise<void> {
  for (let day = 0; day < 15; day += 1) {
    await world.control('POST', '/control/clock', { advanceWorkingDays: 1 });
    await world.control('POST', '/control/webhooks/flush', {});
  }
}

async function verify(world: CollectingWorld, scheduledPayments: readonly string[]): Promise<CollectReport> {
  const deliveries = await nothingAcknowledgedIsLost(world);
  await world.must('POST', '/api/gocardless/backfills', { from: '2026-01-01T00:00:00.000Z' });
  const state = await world.gocardless();
  requireChargedOnce(scheduledPayments, state.payments);
  await world.eventually('the books are right', async () => {
    try {
      checkLedger(await readLedger(world, ['GBP']), state);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  });
  await requireAsRebuilt(world.environment);
  return { payments: scheduledPayments.length, deliveries };
}

async function nothingAcknowledgedIsLost(world: CollectingWorld): Promise<number> {
  const { deliveries } = await world.control<{ deliveries: readonly DeliverySent[] }>('GET', '/control/deliveries');
  const acknowledged = deliveries.filter(({ successful }) => successful);
  const events = new Set(acknowledged.flatMap(({ events: ids }) => ids));
  await world.eventually('every acknowledged event is applied', async () => {
    const rows = await world.all('/api/deliveries');
    const settled = rows.filter((row) => ['applied', 'ignored'].includes(String(row['status'])));
    const missing = [...events].filter((id) => !settled.some((row) => row['eventId'] === id));
    if (missing.length === 0) return null;
    const row = rows.filter(isObject).find((one) => one['eventId'] === missing[0]);
    return `${missing.length} of ${events.size} are not, the first is ${String(missing[0])}: ${JSON.stringify(row)}`;
  });
  return acknowledged.length;
}
