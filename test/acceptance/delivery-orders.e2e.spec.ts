import { type Simulator, startSimulator } from '../../simulator/simulator';
import { seededRandom } from '../campaigns/random';
import {
  allEvents,
  type Books,
  booksOf,
  control as steer,
  creditorId,
  type GoCardlessEventSeen,
  split,
} from '../support/delivered-month';
import { CONTROL_TOKEN } from '../support/product';

/**
 * A month at GoCardless, played once: good payments, a failure with retry, late failures, chargebacks, one of them won back, refunds,
 * payouts with fees. Then fresh services get its webhooks in other orders, split, repeated and with gaps: the books must be the same.
 */
let simulator: Simulator;
let mandates: readonly string[];
let events: readonly GoCardlessEventSeen[];

const NOW = '2026-02-02T10:00:00.000Z';

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, controlToken: CONTROL_TOKEN, now: NOW, seed: 'a month' });
  mandates = await playMonth();
  events = await allEvents(simulator);
}, 60_000);

afterAll(() => simulator.close());

const control = <T>(path: string, body: unknown): Promise<T> => steer(simulator, path, body);

async function playMonth(): Promise<readonly string[]> {
  await control('/creditors/' + (await creditorId(simulator)), { canCreateRefunds: true });
  const { customers } = await control<{ customers: readonly { mandate: string }[] }>('/customers', {
    count: 4,
    givenName: 'Ada',
    familyName: 'Payer',
    email: 'ada@payer.example',
  });
  const [first = '', second = '', third = '', unlinked = ''] = customers.map(({ mandate }) => mandate);
  const pay = async (mandate: string, amount: number) =>
    (await control<{ payment: { id: string } }>('/payments', { mandate, amount, currency: 'GBP' })).payment.id;
  const payments: string[] = [];
  for (const mandate of [first, second, third, unlinked]) {
    for (const amount of [12_000, 4_550, 3_100]) payments.push(await pay(mandate, amount));
  }
  const outcome = (index: number, result: string) =>
    control(`/payments/${payments[index] ?? ''}/outcomes`, { outcome: result });
  await control('/clock', { advanceWorkingDays: 2 });
  await outcome(1, 'failed');
  await outcome(1, 'resubmission_requested');
  await control('/clock', { advanceWorkingDays: 6 });
  await outcome(0, 'failed');
  await outcome(3, 'charged_back');
  await outcome(4, 'charged_back');
  await control('/clock', { advanceWorkingDays: 3 });
  await outcome(4, 'chargeback_cancelled');
  for (const mandate of [first, second]) await pay(mandate, 25_000);
  await control('/clock', { advanceWorkingDays: 4 });
  await control('/refunds', { payment: payments[5], amount: 1_000 });
  await control('/clock', { advanceWorkingDays: 5 });
  await outcome(9, 'charged_back');
  await control('/clock', { advanceWorkingDays: 3 });
  return [first, second, third];
}

interface Variant {
  readonly deliveries: readonly (readonly GoCardlessEventSeen[])[];
}

const booksAfter = ({ deliveries }: Variant, booksFrom: string): Promise<Books> =>
  booksOf({ simulator, mandates, events, deliveries, booksFrom });

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = seededRandom(seed);
  const rest = [...items];
  return items.map(() => rest.splice(random.below(rest.length), 1)[0]).filter((item) => item !== undefined);
}

describe('the books of a month', () => {
  // With books that begin in the middle, losses and refunds of money from before go to the prior period.
  it.each([
    ['2026-02-01', ['receipt', 'reversal', 'refund', 'payout']],
    ['2026-02-13', ['receipt', 'prior_loss', 'prior_restored', 'payout']],
  ])(
    'from %s are the same whatever order, repetition, split or gaps its webhooks come in',
    async (booksFrom, kinds) => {
      const prompt = await booksAfter({ deliveries: split(events, 25) }, booksFrom);
      const variants: readonly Variant[] = [
        { deliveries: split([...events].reverse(), 1) },
        { deliveries: [...split(shuffled(events, 1), 7), ...split(shuffled(events, 2), 40)] },
        { deliveries: split(shuffled(events, 3).slice(0, Math.floor(events.length / 2)), 5) },
        { deliveries: [] },
      ];
      for (const variant of variants) expect(await booksAfter(variant, booksFrom)).toEqual(prompt);
      for (const kind of kinds) expect(prompt.documents.join()).toContain(`"kind":"${kind}"`);
    },
    300_000,
  );
});
