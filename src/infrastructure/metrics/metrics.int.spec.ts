import { createHmac } from 'node:crypto';
import { Registry } from 'prom-client';
import { Bookkeeping } from '../../../test/support/bookkeeping';
import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { type Product, startProduct } from '../../../test/support/product';
import { storeThrough } from '../../../test/support/store-through';
import { OutcomeUnknown, StoreUnavailable, VersionConflict } from '../../application/ports/event-store';
import { ALL_READ_MODELS } from '../../read-models/all-read-models';
import { INCIDENT_TYPES } from '../../read-models/incidents/incident';
import { withAppendMetrics } from './append-metrics';

/** The samples of a text for Prometheus, by name and labels as they stand there. */
function samplesOf(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

describe('what a running product measures', () => {
  let product: Product;
  let books: Bookkeeping;

  beforeAll(async () => {
    product = await startProduct();
    books = await Bookkeeping.begin(product);
  });

  afterAll(() => product.stop());

  const scrape = async () => {
    const answer = await product.api('GET', '/metrics', undefined, { key: null });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('version=0.0.4'),
    ]);
    return samplesOf(answer.text);
  };
  const sample = async (name: string) => (await scrape()).get(name);

  it('how far each read model is', async () => {
    await product.eventually(async () => {
      const samples = await scrape();
      for (const { name } of ALL_READ_MODELS) {
        expect([name, samples.get(`ledger_projection_lag_events{projection="${name}"}`)]).toEqual([name, 0]);
        expect([name, samples.get(`ledger_projection_lag_seconds{projection="${name}"}`)]).toEqual([name, 0]);
        expect([name, samples.get(`ledger_projection_stopped{projection="${name}"}`)]).toEqual([name, 0]);
      }
    });
  });

  it('how its workers fare, timers as well', async () => {
    await product.eventually(async () => {
      const samples = await scrape();
      for (const worker of ['webhook-router', 'submission', 'backfill', 'overdue', 'scheduler']) {
        expect([worker, samples.get(`ledger_worker_state{worker="${worker}",state="running"}`)]).toEqual([worker, 1]);
        expect(samples.get(`ledger_worker_state{worker="${worker}",state="stopped"}`)).toBe(0);
      }
      expect(samples.get('ledger_process_lag_events{process="webhook-router"}')).toBe(0);
      expect(samples.get('ledger_process_lag_seconds{process="webhook-router"}')).toBe(0);
    });
  });

  it('incidents by type, and parked events before they are incidents', async () => {
    const before = await scrape();
    expect(INCIDENT_TYPES.map((type) => before.get(`ledger_incidents_open{type="${type}"}`))).toEqual(
      INCIDENT_TYPES.map(() => 0),
    );
    expect(before.get('ledger_parked_events')).toBe(0);
    await product.control('/faults', { method: 'GET', path: '/payments', fault: '500', times: 10_000 });
    const { customers } = await product.control('/customers', { givenName: 'Dora' });
    const [payer] = customers as readonly { readonly mandate: string }[];
    await product.control('/payments', { mandate: payer?.mandate, amount: 700, currency: 'GBP' });
    await product.control('/webhooks/flush', {});
    await product.eventually(async () => {
      expect(await sample('ledger_parked_events')).toBe(1);
    });
    expect(await sample('ledger_incidents_open{type="parked"}')).toBe(0);
    await product.control('/clock', { advanceTo: '2026-02-02T10:30:00.000Z' });
    expect(await sample('ledger_incidents_open{type="parked"}')).toBe(1);
  });

  it('calls to GoCardless and appends, by outcome', async () => {
    await product.eventually(async () => {
      const samples = await scrape();
      for (const name of [
        'ledger_gocardless_call_duration_seconds_count{outcome="ok"}',
        'ledger_gocardless_call_duration_seconds_count{outcome="server_error"}',
        'ledger_append_duration_seconds_count{outcome="appended"}',
        'ledger_appended_events_total',
      ]) {
        expect([name, samples.get(name)]).toEqual([name, expect.any(Number)]);
      }
    });
    await product.control('/faults', undefined, 'DELETE');
  });

  it('what GoCardless was answered, and why', async () => {
    const { connectionId, webhookSecret } = books.connection;
    const post = (body: string, secret = webhookSecret) =>
      fetch(`${product.url}/webhooks/gocardless/${connectionId}`, {
        method: 'POST',
        headers: { 'webhook-signature': createHmac('sha256', secret).update(body).digest('hex') },
        body,
      });
    const refused = 'ledger_webhook_answers_total{status="498",reason="invalid_signature"}';
    expect(await sample(refused)).toBeUndefined();
    await post('{"events": []}', 'a secret of somebody else');
    await post('{}');
    await post('x'.repeat(512 * 1024 + 1));
    await product.eventually(async () => {
      const samples = await scrape();
      expect(samples.get(refused)).toBe(1);
      expect(samples.get('ledger_webhook_answers_total{status="400",reason="not_a_delivery"}')).toBe(1);
      expect(samples.get('ledger_webhook_answers_total{status="413",reason="too_large"}')).toBe(1);
      expect(samples.get('ledger_webhook_answers_total{status="204",reason="accepted"}')).toBeGreaterThan(0);
    });
  });

  it('nothing that names a thing or a person', async () => {
    const { customerId, mandateId } = await books.linkedCustomer({ name: 'Ada Payer' });
    const { text } = await product.api('GET', '/metrics', undefined, { key: null });
    for (const word of [customerId, mandateId, books.connection.connectionId, 'Ada']) expect(text).not.toContain(word);
  });

  it('nothing of what can not be found out, and all the rest', async () => {
    const head = jest.spyOn(product.runtime.eventStore, 'head').mockRejectedValue(new StoreUnavailable('away'));
    const samples = await scrape();
    head.mockRestore();
    expect([...samples.keys()].filter((name) => name.startsWith('ledger_projection_lag'))).toEqual([]);
    expect(samples.get('ledger_incidents_open{type="collected_twice"}')).toBe(0);
  });
});

describe('an append', () => {
  it.each<[string, Error]>([
    ['conflict', new VersionConflict('s', 0, 1)],
    ['outcome_unknown', new OutcomeUnknown('s')],
    ['unavailable', new StoreUnavailable('away')],
    ['failed', new Error('odd')],
  ])('is counted as %s, and fails as it did', async (outcome, error) => {
    const registry = new Registry();
    const failing = storeThrough(new MemoryEventStore(), () => Promise.reject(error));
    await expect(withAppendMetrics(failing, registry).append('s', 0, [])).rejects.toBe(error);
    const samples = samplesOf(await registry.metrics());
    expect(samples.get(`ledger_append_duration_seconds_count{outcome="${outcome}"}`)).toBe(1);
    expect(samples.get('ledger_appended_events_total')).toBe(0);
  });
});
