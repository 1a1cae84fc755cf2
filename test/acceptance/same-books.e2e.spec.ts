import { randomUUID } from 'node:crypto';
import { type Simulator, startSimulator } from '../../simulator/simulator';
import { type Configuration } from '../../src/infrastructure/config/configuration';
import { type Random, seededRandom } from '../campaigns/random';
import { allEvents, type Books, booksOf, control, creditorId, split } from '../support/delivered-month';
import { FakeEventStoreDB } from '../support/fake-eventstoredb/fake-eventstoredb';
import { CONTROL_TOKEN } from '../support/product';

/**
 * A random month at GoCardless makes the same books wherever the log is: amounts, entries, effective times, flags and totals. `MONTH_SEED`
 * plays another one. EventStoreDB is the server at `EVENTSTOREDB_URL`, or a fake.
 */
const SEED = Number(process.env['MONTH_SEED'] ?? 20_261_122);
const BOOKS_FROM = '2026-02-04';
const WORKING_DAYS = 16;
const CUSTOMERS = 5;
/** The last one is nobody's. */
const LINKED = 4;
const OUTCOMES = ['failed', 'charged_back', 'charged_back', 'chargeback_cancelled', 'cancelled', 'confirmed'] as const;

let simulator: Simulator;
let fake: FakeEventStoreDB;

beforeAll(async () => {
  fake = await FakeEventStoreDB.start();
  const now = '2026-02-02T10:00:00.000Z';
  simulator = await startSimulator({ port: 0, controlToken: CONTROL_TOKEN, now, seed: String(SEED) });
});

afterAll(async () => {
  await simulator.close();
  fake.kill();
});

async function playMonth(random: Random): Promise<readonly string[]> {
  await control(simulator, `/creditors/${await creditorId(simulator)}`, { canCreateRefunds: true });
  const { customers } = await control<{ customers: readonly { mandate: string }[] }>(simulator, '/customers', {
    count: CUSTOMERS,
    givenName: 'Ada',
    familyName: 'Payer',
    email: 'ada@payer.example',
  });
  const mandates = customers.map(({ mandate }) => mandate);
  const payments: string[] = [];
  for (let day = 0; day < WORKING_DAYS; day += 1) {
    for (let count = random.below(3); count > 0; count -= 1) {
      const asked = { mandate: random.pick(mandates), amount: 100 + random.below(50_000), currency: 'GBP' };
      const made = await control<{ payment: { id: string } }>(simulator, '/payments', asked);
      payments.push(made.payment.id);
    }
    if (payments.length > 0) await disturb(random, random.pick(payments));
    await control(simulator, '/clock', { advanceWorkingDays: 1 });
  }
  await control(simulator, '/clock', { advanceWorkingDays: 8 });
  return mandates.slice(0, LINKED);
}

/** What does not fit the state of a payment is refused by the simulator, and then did not happen. */
async function disturb(random: Random, payment: string): Promise<void> {
  const request =
    random.below(5) === 0
      ? control(simulator, '/refunds', { payment, amount: 1 + random.below(90) })
      : control(simulator, `/payments/${payment}/outcomes`, { outcome: random.pick(OUTCOMES) });
  await request.catch(() => undefined);
}

function stores(): readonly Partial<Configuration>[] {
  const url = process.env['EVENTSTOREDB_URL'] ?? fake.url;
  return [
    { eventStore: { kind: 'postgres' }, streamPrefix: '' },
    { eventStore: { kind: 'eventstoredb', url }, streamPrefix: `month-${randomUUID()}.` },
  ];
}

it(`The random month ${SEED} makes the same books in PostgreSQL and in EventStoreDB`, async () => {
  const mandates = await playMonth(seededRandom(SEED));
  const events = await allEvents(simulator);
  const deliveries = split(events, 20);
  const books: Books[] = [];
  for (const configuration of stores()) {
    books.push(await booksOf({ simulator, mandates, events, deliveries, booksFrom: BOOKS_FROM, configuration }));
  }
  const [inPostgres, inEventStoreDB] = books;
  expect(inEventStoreDB).toEqual(inPostgres);
  expect(inPostgres?.documents.length).toBeGreaterThan(3);
}, 240_000);
