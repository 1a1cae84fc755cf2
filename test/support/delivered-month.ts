import { createHmac } from 'node:crypto';
import { type Configuration } from '../../src/infrastructure/config/configuration';
import { type Simulator } from '../../simulator/simulator';
import { atRest } from './at-rest';
import { CONTROL_TOKEN, type Product, startProduct } from './product';

export interface GoCardlessEventSeen {
  readonly id: string;
  readonly created_at: string;
}

/** Steers a simulator; what it refuses is an error. */
export async function control<T>(simulator: Simulator, path: string, body: unknown): Promise<T> {
  const answer = await fetch(`${simulator.url}/control${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${CONTROL_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function gocardless<T>(simulator: Simulator, path: string): Promise<T> {
  const answer = await fetch(`${simulator.url}/${path}`, {
    headers: { authorization: `Bearer ${simulator.accessToken}`, 'gocardless-version': '2015-07-06' },
  });
  return (await answer.json()) as T;
}

export async function creditorId(simulator: Simulator): Promise<string> {
  const { creditors } = await gocardless<{ creditors: readonly { id: string }[] }>(simulator, 'creditors');
  return creditors[0]?.id ?? '';
}

/** All events of the account, oldest first; 500 at most. */
export async function allEvents(simulator: Simulator): Promise<readonly GoCardlessEventSeen[]> {
  const { events } = await gocardless<{ events: readonly GoCardlessEventSeen[] }>(simulator, 'events?limit=500');
  return [...events].reverse();
}

/** What was played at a simulator, and how a fresh service is to get it. */
export interface Played {
  readonly simulator: Simulator;
  /** Those that customers of ours are linked to. */
  readonly mandates: readonly string[];
  readonly events: readonly GoCardlessEventSeen[];
  /** Deliveries, each a list of events. */
  readonly deliveries: readonly (readonly GoCardlessEventSeen[])[];
  readonly booksFrom: string;
  readonly configuration?: Partial<Configuration>;
}

/** The books of a fresh service that got the month in this way, without what follows arrival. */
export async function booksOf(played: Played): Promise<Books> {
  const { simulator, mandates, events, deliveries, booksFrom, configuration = {} } = played;
  const product = await startProduct({ simulator, configuration });
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
    return await product.eventually(() => settledBooks(product, events.length));
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

export interface Books {
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
async function settledBooks(product: Product, events: number): Promise<Books> {
  const arrived = await list(product, '/api/deliveries');
  const settled = arrived.filter(({ status }) => ['applied', 'ignored', 'duplicate'].includes(String(status)));
  expect(settled).toHaveLength(arrived.length);
  expect(new Set(arrived.map(({ eventId }) => eventId)).size).toBe(events);
  // Nothing is under way any more.
  expect(await atRest(product)).not.toBeNull();
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

export function split<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.flatMap((_, index) => (index % size === 0 ? [items.slice(index, index + size)] : []));
}
