import { createHmac } from 'node:crypto';
import { ProcessStatuses } from '../../src/application/processes/running/process-status';
import { type Simulator, startSimulator } from '../../simulator/simulator';
import { seededRandom } from '../campaigns/random';
import { CONTROL_TOKEN, type Product, startProduct } from '../support/product';

/**
 * A month at GoCardless, played once: good payments, a failure with retry, late failures, chargebacks, one of them won back, refunds,
 * payouts with fees. Then fresh services get its webhooks in other orders, split, repeated and with gaps: the books must be the same.
 */
let simulator: Simulator;
let mandates: readonly string[];
let events: readonly GoCardlessEventSeen[];

interface GoCardlessEventSeen {
  readonly id: string;
  readonly created_at: string;
}

const NOW = '2026-02-02T10:00:00.000Z';

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, controlToken: CONTROL_TOKEN, now: NOW, seed: 'a month' });
  mandates = await playMonth();
  events = await allEvents();
}, 60_000);

afterAll(() => simulator.close());

async function control<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(`${simulator.url}/control${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${CONTROL_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function playMonth(): Promise<readonly string[]> {
  await control('/creditors/' + (await creditorId()), { canCreateRefunds: true });
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

async function gocardless<T>(path: string): Promise<T> {
  const answer = await fetch(`${simulator.url}/${path}`, {
    headers: { authorization: `Bearer ${simulator.accessToken}`, 'gocardless-version': '2015-07-06' },
  });
  return (await answer.json()) as T;
}

async function creditorId(): Promise<string> {
  const { creditors } = await gocardless<{ creditors: readonly { id: string }[] }>('creditors');
  return creditors[0]?.id ?? '';
}

async function allEvents(): Promise<readonly GoCardlessEventSeen[]> {
  const { events: page } = await gocardless<{ events: readonly GoCardlessEventSeen[] }>('events?limit=500');
  return [...page].reverse();
}

interface Variant {
  /** Deliveries, each a list of events. */
  readonly deliveries: readonly (readonly GoCardlessEventSeen[])[];
}

/** The books of a fresh service that got the month in this way, without what follows arrival. */
async function booksOf({ deliveries }: Variant, booksFrom: string): Promise<Books> {
  const product = await startProduct({ simulator });
  try {
    const { connectionId, webhookSecret } = await product.connect({ webhooks: false, booksFrom });
    for (const mandateId of mandates) {
      const { json } = await product.api('POST', '/api/customers', { name: 'Ada Payer', connectionId });
      await product.api('POST', `/api/customers/${String(json['id'])}/mandates`, { mandateId });
    }
    for (const delivery of deliveries) await deliver(product, connectionId, webhookSecret, delivery);
    // What no delivery brought comes with one sweep.
    const swept = await product.api('POST', '/api/gocardless/backfills', { from: '2026-01-01T00:00:00.000Z' });
    expect(swept.status).toBeLessThan(300);
    return await product.eventually(() => settledBooks(product));
  } finally {
    await product.stop();
  }
}

async function deliver(
  product: Product,
  connectionId: string,
  secret: string,
  delivery: readonly GoCardlessEventSeen[],
) {
  const body = JSON.stringify({ events: delivery, meta: { webhook_id: `WB${delivery[0]?.id ?? ''}` } });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const answer = await fetch(`${product.url}/webhooks/gocardless/${connectionId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'webhook-signature': signature },
    body,
  });
  expect(answer.status).toBe(204);
}

interface Books {
  readonly documents: readonly string[];
  readonly payments: readonly string[];
  readonly trialBalance: readonly { readonly account: string; readonly balance: number }[];
}

interface Listed {
  readonly items: readonly Record<string, unknown>[];
}

async function list(product: Product, path: string): Promise<readonly Record<string, unknown>[]> {
  const head = await product.runtime.eventStore.head();
  const { json } = await product.api('GET', `${path}?limit=500&after=${head}`);
  return (json as unknown as Listed).items;
}

/** Throws while anything is still on its way. */
async function settledBooks(product: Product): Promise<Books> {
  const arrived = await list(product, '/api/deliveries');
  const settled = arrived.filter(({ status }) => ['applied', 'ignored', 'duplicate'].includes(String(status)));
  expect(settled).toHaveLength(arrived.length);
  expect(new Set(arrived.map(({ eventId }) => eventId)).size).toBe(events.length);
  // Nothing is under way any more: every process has been through the whole log.
  const head = await product.runtime.eventStore.head();
  const processes = product.app.get(ProcessStatuses).all();
  for (const { kind, position } of processes) if (kind === 'process') expect(position).toBe(head);
  const payments = await list(product, '/api/payments');
  const gocardlessIds = new Map(payments.map(({ id, gocardlessPaymentId }) => [id, gocardlessPaymentId]));
  const transactions = await list(product, '/api/ledger/transactions');
  const corrected = new Set(transactions.map(({ correctsId }) => correctsId));
  const standing = transactions.filter(({ id, correctsId }) => correctsId === null && !corrected.has(id));
  const kinds = new Map(transactions.map(({ id, kind }) => [id, kind]));
  return {
    documents: sorted(
      standing.map(({ kind, paymentId, payoutId, reversesId, effectiveAt, entries }) => ({
        kind,
        payment: gocardlessIds.get(paymentId) ?? null,
        payoutId,
        reverses: kinds.get(reversesId) ?? null,
        effectiveAt,
        entries,
      })),
    ),
    payments: sorted(
      payments.map(({ gocardlessPaymentId, amount, status, flags, message, amountRefunded, chargeDate, payoutId }) => ({
        gocardlessPaymentId,
        amount,
        status,
        flags,
        message,
        amountRefunded,
        chargeDate,
        payoutId,
      })),
    ),
    trialBalance: withoutConnection((await product.api('GET', '/api/ledger/trial-balance?currency=GBP')).json),
  };
}

function sorted(items: readonly object[]): readonly string[] {
  return items.map((item) => JSON.stringify(item)).sort();
}

function withoutConnection({ accounts, totalDebit, totalCredit }: Record<string, unknown>) {
  // Corrections inflate the gross sums alike on both sides; what an account comes to does not depend on them.
  expect(totalDebit).toBe(totalCredit);
  return (accounts as readonly { account: string; debit: number; credit: number }[])
    .map(({ account, debit, credit }) => ({ account, balance: debit - credit }))
    .filter(({ balance }) => balance !== 0);
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = seededRandom(seed);
  const rest = [...items];
  return items.map(() => rest.splice(random.below(rest.length), 1)[0]).filter((item) => item !== undefined);
}

function split<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.flatMap((_, index) => (index % size === 0 ? [items.slice(index, index + size)] : []));
}

describe('the books of a month', () => {
  // With books that begin in the middle, losses and refunds of money from before go to the prior period.
  it.each([
    ['2026-02-01', ['receipt', 'reversal', 'refund', 'payout']],
    ['2026-02-13', ['receipt', 'prior_loss', 'prior_restored', 'payout']],
  ])(
    'from %s are the same whatever order, repetition, split or gaps its webhooks come in',
    async (booksFrom, kinds) => {
      const prompt = await booksOf({ deliveries: split(events, 25) }, booksFrom);
      const variants: readonly Variant[] = [
        { deliveries: split([...events].reverse(), 1) },
        { deliveries: [...split(shuffled(events, 1), 7), ...split(shuffled(events, 2), 40)] },
        { deliveries: split(shuffled(events, 3).slice(0, Math.floor(events.length / 2)), 5) },
        { deliveries: [] },
      ];
      for (const variant of variants) expect(await booksOf(variant, booksFrom)).toEqual(prompt);
      for (const kind of kinds) expect(prompt.documents.join()).toContain(`"kind":"${kind}"`);
    },
    120_000,
  );
});
