import { type Answered, type Connected, type Product, startTwoConnections } from '../../../../test/support/product';

let product: Product;
let main: Connected;
let other: Connected;

beforeAll(async () => {
  ({ product, main, other } = await startTwoConnections());
});

afterAll(() => product.stop());

afterEach(async () => {
  await product.control('/faults', undefined, 'DELETE');
  await product.control('/webhooks/reset', {});
});

type Item = Readonly<Record<string, unknown>>;

async function deliveries(query: string, key?: string): Promise<readonly Item[]> {
  const position = await product.runtime.eventStore.head();
  const asked = key === undefined ? {} : { key };
  const { status, json } = await product.api('GET', `/api/deliveries?after=${position}&${query}`, undefined, asked);
  if (status !== 200) throw new Error(JSON.stringify(json));
  return json['items'] as readonly Item[];
}

async function makePayer(givenName: string): Promise<string> {
  return (await product.payer({ givenName, email: `${givenName}@example.com` })).mandate;
}

/** Makes an event of a mandate at GoCardless and answers its id. */
async function makeEvent(mandate: string, action = 'active'): Promise<string> {
  const { event } = await product.control('/events', { resourceType: 'mandates', action, links: { mandate } });
  return (event as { id: string }).id;
}

function outcome({ status, json }: Answered): readonly unknown[] {
  return [status, json['code']];
}

describe('deliveries', () => {
  it('show what came, and what became of it', async () => {
    const mandate = await makePayer('ada');
    const eventId = await makeEvent(mandate);
    const oddId = await makeEvent(mandate, 'waved_at');
    await product.control('/webhooks/flush', {});
    const [applied, ...more] = await product.eventually(async () => {
      const items = await deliveries(`eventId=${eventId}`);
      expect(items).toMatchObject([{ status: 'applied' }]);
      return items;
    });
    expect(more).toEqual([]);
    expect(applied).toEqual({
      eventId,
      webhookId: expect.stringMatching(/^WB/) as string,
      resourceType: 'mandates',
      action: 'active',
      status: 'applied',
      reason: null,
      receivedAt: expect.stringMatching(/^2026-02-02T/) as string,
      connectionId: main.connectionId,
    });
    await product.eventually(async () => {
      expect(await deliveries(`eventId=${oddId}`)).toMatchObject([{ status: 'ignored', action: 'waved_at' }]);
    });
  });

  it('have a row for each webhook that brought an event; the later ones are duplicates', async () => {
    const eventId = await makeEvent(await makePayer('bea'));
    await product.control('/webhooks/flush', {});
    // The settings are other ones, so that the bodies differ.
    const secret = 'secret-of-the-second-endpoint';
    const url = `${product.url}/webhooks/gocardless/${main.connectionId}`;
    const secrets = { webhookSecrets: [main.webhookSecret, secret] };
    await product.api('PUT', `/api/connections/${main.connectionId}/webhook-secrets`, secrets);
    const { id } = await product.control('/webhook-endpoints', { url, secret });
    const twice = await makeEvent(await makePayer('cleo'));
    await product.control('/webhooks/flush', {});
    await product.control(`/webhook-endpoints/${String(id)}`, undefined, 'DELETE');
    await product.eventually(async () => {
      const [first, second, ...more] = await deliveries(`eventId=${twice}`);
      expect([first?.['status'], second?.['status'], more]).toEqual(['applied', 'duplicate', []]);
      expect(first?.['webhookId']).not.toBe(second?.['webhookId']);
    });
    expect(await deliveries('status=duplicate')).toEqual(
      expect.arrayContaining([expect.objectContaining({ eventId: twice, status: 'duplicate' })]),
    );
    expect(await deliveries(`status=duplicate&eventId=${eventId}`)).toEqual([]);
  });

  it('are filtered by what stands in them, times in any form', async () => {
    const eventId = await makeEvent(await makePayer('dot'));
    await product.control('/webhooks/flush', {});
    await product.eventually(async () => {
      expect(await deliveries(`eventId=${eventId}&status=applied&resourceType=mandates&action=active`)).toHaveLength(1);
    });
    expect(await deliveries(`eventId=${eventId}&resourceType=payments`)).toEqual([]);
    expect(await deliveries(`eventId=${eventId}&receivedAtFrom=2026-02-02T09:00:00%2B01:00`)).toHaveLength(1);
    expect(await deliveries(`eventId=${eventId}&receivedAtTo=2026-02-02T09:00:00%2B01:00`)).toEqual([]);
    for (const query of ['status=lost', 'receivedAtFrom=yesterday', 'colour=red']) {
      expect([query, (await product.api('GET', `/api/deliveries?${query}`)).status]).toEqual([query, 422]);
    }
  });

  it('of another connection are not seen', async () => {
    const key = await product.makeKey('auditor', { connectionIds: [other.connectionId] });
    expect(await deliveries('', key)).toEqual([]);
    expect(await deliveries(`connectionId=${main.connectionId}`, key)).toEqual([]);
    const collector = await product.makeKey('collector');
    expect((await product.api('GET', '/api/deliveries', undefined, { key: collector })).status).toBe(403);
  });
});

describe('a parked event', () => {
  it('is taken up again by hand, and by nobody whose connection it is not', async () => {
    const mandate = await makePayer('eve');
    await product.control('/faults', { method: 'GET', path: '/payments', fault: '500', times: 10_000 });
    const { payment } = await product.control('/payments', { mandate, amount: 500, currency: 'GBP' });
    await product.control('/webhooks/flush', {});
    const eventId = await product.eventually(async () => {
      const parked = await deliveries('resourceType=payments&action=created&status=parked');
      expect(parked).toHaveLength(1);
      return String(parked[0]?.['eventId']);
    });
    const path = `/api/deliveries/${eventId}/redrive`;
    for (const [role, connectionIds, expected] of [
      ['accountant', [other.connectionId], [404, 'not_found']],
      ['auditor', [main.connectionId], [403, 'forbidden']],
    ] as const) {
      const key = await product.makeKey(role, { connectionIds });
      expect(outcome(await product.api('POST', path, {}, { key }))).toEqual(expected);
    }
    const redriven = await product.api('POST', path);
    expect([redriven.status, redriven.json]).toEqual([200, { eventId, position: redriven.json['position'] }]);
    expect(await deliveries(`eventId=${eventId}`)).toMatchObject([{ status: 'parked', reason: 'redrive_requested' }]);
    await product.control('/faults', undefined, 'DELETE');
    await product.eventually(async () => {
      expect(await deliveries(`eventId=${eventId}`)).toMatchObject([{ status: 'applied', reason: null }]);
    });
    expect(outcome(await product.api('POST', path))).toEqual([409, 'not_parked']);
    const { json } = await product.api('GET', `/api/payments?gocardlessPaymentId=${(payment as { id: string }).id}`);
    expect(json['items']).toMatchObject([{ origin: 'adopted', amount: 500 }]);
  });

  it('that never was is 404', async () => {
    expect(outcome(await product.api('POST', '/api/deliveries/EV0/redrive'))).toEqual([404, 'not_found']);
  });
});

describe('a backfill', () => {
  it('fetches what no webhook brought, once', async () => {
    const mandate = await makePayer('flo');
    await product.control('/webhooks/flush', {});
    const backfill = (body?: object) => product.api('POST', '/api/gocardless/backfills', body);
    await backfill();
    await product.control('/deliveries', { drop: { resourceType: 'mandates' } });
    const eventId = await makeEvent(mandate, 'reinstated');
    await product.control('/webhooks/flush', {});
    expect(await deliveries(`eventId=${eventId}`)).toEqual([]);
    const late = await backfill({ from: '2026-02-03' });
    expect([late.status, late.json['received']]).toEqual([200, 0]);
    const elsewhere = await backfill({ connectionId: other.connectionId, from: '2026-01-01' });
    expect([elsewhere.status, elsewhere.json['received']]).toEqual([200, 0]);
    const found = await backfill({ from: '2026-02-02T00:00:00Z' });
    expect([found.status, found.json['received']]).toEqual([200, 1]);
    expect((await backfill()).json['received']).toBe(0);
    await product.eventually(async () => {
      expect(await deliveries(`eventId=${eventId}`)).toMatchObject([{ webhookId: null, status: 'applied' }]);
    });
  });

  it('without a time begins at the last sweep', async () => {
    const mandate = await makePayer('gus');
    await product.api('POST', '/api/gocardless/backfills');
    await product.control('/deliveries', { drop: { resourceType: 'mandates' } });
    await makeEvent(mandate, 'reinstated');
    await product.control('/webhooks/flush', {});
    expect((await product.api('POST', '/api/gocardless/backfills')).json['received']).toBe(1);
  });

  it('is for those who keep the books, and only for their connections', async () => {
    const ask = async (role: 'accountant' | 'auditor' | 'collector', body: object) => {
      const key = await product.makeKey(role, { connectionIds: [other.connectionId] });
      return outcome(await product.api('POST', '/api/gocardless/backfills', body, { key }));
    };
    expect(await ask('accountant', {})).toEqual([200, undefined]);
    expect(await ask('accountant', { connectionId: main.connectionId })).toEqual([422, 'unknown_connection']);
    expect(await ask('accountant', { from: 'yesterday' })).toEqual([422, 'validation_failed']);
    expect(await ask('auditor', {})).toEqual([403, 'forbidden']);
    expect(await ask('collector', {})).toEqual([403, 'forbidden']);
  });

  it('is 503 while GoCardless is away', async () => {
    await product.control('/faults', { path: '/events', fault: '500', times: 100 });
    expect(outcome(await product.api('POST', '/api/gocardless/backfills'))).toEqual([503, 'gocardless_unavailable']);
  });
});
