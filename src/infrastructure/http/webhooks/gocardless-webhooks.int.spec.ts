import { type DeliveryReceived } from '../../../domain/deliveries/events';
import { createHash, createHmac } from 'node:crypto';
import { Background } from '../../../app/background';
import { StoreUnavailable } from '../../../application/ports/event-store';
import { type Answered, type Connected, type Product, startProduct } from '../../../../test/support/product';

const SANDBOX = 'https://api-sandbox.gocardless.com';
const LIVE = 'https://api.gocardless.com';

let product: Product;
let harbour: Connected;
let marina: Connected;

beforeAll(async () => {
  product = await startProduct();
  harbour = await product.connect({ name: 'Harbour', webhooks: false });
  const accessToken = await product.addOrganisation('Marina');
  marina = await product.connect({ name: 'Marina', accessToken, webhooks: false });
  // From now on nothing works in the background: what is read back is what the door alone has kept.
  await product.app.get(Background).stop();
});

afterAll(() => product.stop());

afterEach(() => {
  jest.restoreAllMocks();
});

function sign(body: string | Buffer, secret = harbour.webhookSecret): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

function event(id: string, more: object = {}): object {
  const details = { origin: 'gocardless', cause: 'mandate_created', description: 'Text that may change' };
  return {
    id,
    created_at: '2026-02-02T09:00:00.000Z',
    resource_type: 'mandates',
    action: 'created',
    links: { mandate: 'MD1' },
    details,
    ...more,
  };
}

function delivery(ids: readonly string[], webhookId = 'WB1'): string {
  return JSON.stringify({ events: ids.map((id) => event(id)), meta: { webhook_id: webhookId } });
}

interface Sent {
  readonly path?: string;
  /** Right for the body unless given; null = none. */
  readonly signature?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

async function post(body: string | Buffer | undefined, sent: Sent = {}): Promise<Answered> {
  const { path = `/webhooks/gocardless/${harbour.connectionId}`, headers = {} } = sent;
  const signature = sent.signature === undefined ? sign(body ?? '') : sent.signature;
  const response = await fetch(`${product.url}${path}`, {
    method: 'POST',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(signature === null ? {} : { 'webhook-signature': signature }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  });
  const text = await response.text();
  const json = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { status: response.status, headers: response.headers, text, json };
}

async function kept(connectionId: string, body: string | Buffer): Promise<readonly { type: string; data: unknown }[]> {
  const sha256 = createHash('sha256').update(body).digest('hex');
  const events = await product.runtime.eventStore.read(`gocardlessWebhook-${connectionId}.${sha256}`);
  return events.map(({ type, data }) => ({ type, data }));
}

function outcome({ status, json }: Answered): readonly unknown[] {
  return [status, json['code']];
}

describe('a delivery of GoCardless', () => {
  it('is kept as it came, without other software’s text, and answered 204 with the position', async () => {
    const resourceMetadata = { resource_metadata: { ddl_payment: 'pay_1', crm: 'x' }, metadata: { note: 'y' } };
    const body = JSON.stringify({
      events: [event('EV1', resourceMetadata), event('EV2')],
      meta: { webhook_id: 'WB1' },
    });
    const answer = await post(body, { headers: { origin: SANDBOX } });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(answer.headers.get('x-position')).toBe(await product.runtime.eventStore.head());
    const bodySha256 = createHash('sha256').update(body).digest('hex');
    const { connectionId } = harbour;
    const received = {
      createdAt: '2026-02-02T09:00:00.000Z',
      resourceType: 'mandates',
      action: 'created',
      links: { mandate: 'MD1' },
      details: { origin: 'gocardless', cause: 'mandate_created', description: 'Text that may change' },
    };
    expect(await kept(connectionId, body)).toEqual([
      {
        type: 'DeliveryReceived',
        data: {
          connectionId,
          source: 'webhook',
          webhookId: 'WB1',
          bodySha256,
          events: [
            { id: 'EV1', ...received, resourceMetadata: { ddl_payment: 'pay_1' } },
            { id: 'EV2', ...received, resourceMetadata: {} },
          ],
        },
      },
    ]);
  });

  it('changes nothing when it comes again, fifty times at once', async () => {
    const body = delivery(['EV3']);
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(body)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 204));
    expect(await kept(harbour.connectionId, body)).toHaveLength(1);
  });

  it('needs no Origin, no meta, no JSON media type', async () => {
    const body = JSON.stringify({ events: [event('EV4')] });
    expect((await post(body, { headers: { 'content-type': 'text/plain' } })).status).toBe(204);
    expect(await kept(harbour.connectionId, body)).toMatchObject([
      { data: { webhookId: null, events: [{ id: 'EV4' }] } },
    ]);
  });

  it('keeps who did it at GoCardless, sealed for a person of the connection', async () => {
    const source = { type: 'user', name: 'Nadia Clerk' };
    const bodies = ['EV7', 'EV8'].map((id) => JSON.stringify({ events: [event(id, { source })] }));
    for (const body of bodies) expect((await post(body)).status).toBe(204);
    const found = await Promise.all(bodies.map((body) => kept(harbour.connectionId, body)));
    const sources = found.flatMap((facts) =>
      facts.flatMap(({ data }) => (data as DeliveryReceived['data']).events.map((one) => one.source)),
    );
    const personId = sources[0]?.personId;
    expect(personId).toMatch(/^gcu_[0-9a-f]{32}$/);
    expect(sources).toEqual([
      { ...source, personId },
      { ...source, personId },
    ]);
    const { rows } = await product.runtime.pool.query<{ data: string }>(
      `select data from events where type = 'DeliveryReceived' and data like '%EV7%'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.data).not.toContain('Nadia');
  });

  it('of more than 1,000 events is refused, and recorded as refused once', async () => {
    const body = JSON.stringify({ events: Array.from({ length: 1_001 }, (_, index) => event(`EV9${index}`)) });
    expect(outcome(await post(body))).toEqual([413, 'too_large']);
    expect(outcome(await post(body))).toEqual([413, 'too_large']);
    expect(await kept(harbour.connectionId, body)).toMatchObject([
      { type: 'DeliveryRefused', data: { reason: 'too_many_events', count: 1_001 } },
    ]);
  });

  it('may be one of no events', async () => {
    expect((await post(JSON.stringify({ events: [] }))).status).toBe(204);
  });

  it('takes actions, resources and fields that nobody has heard of', async () => {
    const body = JSON.stringify({ events: [event('EV5', { resource_type: 'moons', action: 'waned', phase: 3 })] });
    expect((await post(body)).status).toBe(204);
    expect(await kept(harbour.connectionId, body)).toHaveLength(1);
  });

  it('finds its connection by the signature at the general address', async () => {
    const body = delivery(['EV6']);
    const path = '/webhooks/gocardless';
    expect((await post(body, { path, signature: sign(body, marina.webhookSecret) })).status).toBe(204);
    expect(await kept(marina.connectionId, body)).toHaveLength(1);
    expect(await kept(harbour.connectionId, body)).toEqual([]);
    expect(outcome(await post(body, { path, signature: sign(body, 'a secret of nobody') }))).toEqual([
      498,
      'invalid_signature',
    ]);
  });
});

describe('what the door does not take', () => {
  it.each<[string, (body: string) => Sent]>([
    ['no signature', () => ({ signature: null })],
    ['an empty signature', () => ({ signature: '' })],
    ['a wrong signature', (body) => ({ signature: sign(`${body} `) })],
    ['an upper-case signature', (body) => ({ signature: sign(body).toUpperCase() })],
    ['the signature of another connection', (body) => ({ signature: sign(body, marina.webhookSecret) })],
    ['an unknown connection', () => ({ path: '/webhooks/gocardless/con_unknown' })],
    ['the Origin of the live environment', () => ({ headers: { origin: LIVE } })],
    ['an Origin of somebody else', () => ({ headers: { origin: 'https://example.com' } })],
  ])('%s: 498, and nothing is kept', async (_, sent) => {
    const body = delivery(['EV7']);
    const before = await product.runtime.eventStore.head();
    expect(outcome(await post(body, sent(body)))).toEqual([498, 'invalid_signature']);
    expect(await product.runtime.eventStore.head()).toBe(before);
  });

  it.each<[string, string | Buffer | undefined, string]>([
    ['no body', undefined, 'invalid_json'],
    ['no JSON', 'events', 'invalid_json'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'invalid_json'],
    ['a list', '[]', 'not_a_delivery'],
    ['null', 'null', 'not_a_delivery'],
    ['an object without events', '{}', 'not_a_delivery'],
    ['events that are no list', '{"events": {}}', 'not_a_delivery'],
    ['an element that is no event', JSON.stringify({ events: [event('EV8'), { id: 'EV9' }] }), 'not_a_delivery'],
  ])('signed, but %s: 400, and nothing is kept', async (_, body, code) => {
    const before = await product.runtime.eventStore.head();
    expect(outcome(await post(body))).toEqual([400, code]);
    expect(await product.runtime.eventStore.head()).toBe(before);
  });

  it('more than 512 KiB: 413', async () => {
    const limit = 512 * 1024;
    const body = JSON.stringify({ events: [], filler: '' });
    const padded = (bytes: number) => body.replace('""', `"${'x'.repeat(bytes - body.length)}"`);
    expect((await post(padded(limit))).status).toBe(204);
    expect(outcome(await post(padded(limit + 1)))).toEqual([413, 'too_large']);
  });

  it('more events than one append can hold: 413', async () => {
    const ids = Array.from({ length: 4000 }, (_, index) => `EV${index}`);
    const body = JSON.stringify({
      events: ids.map((id) => ({ id, created_at: '2026-02-02T09:00:00Z', resource_type: 'x', action: 'y' })),
    });
    expect(outcome(await post(body))).toEqual([413, 'too_large']);
  });

  it('anything while the store is away: 503, so that GoCardless sends again', async () => {
    const body = delivery(['EV10']);
    const append = jest.spyOn(product.runtime.eventStore, 'append');
    append.mockRejectedValueOnce(new StoreUnavailable('connection refused'));
    expect(outcome(await post(body))).toEqual([503, 'store_unavailable']);
    expect((await post(body)).status).toBe(204);
    expect(await kept(harbour.connectionId, body)).toHaveLength(1);
  });
});

describe('secrets', () => {
  it('both live ones count while they are changed, and an old one no longer after that', async () => {
    const path = `/api/connections/${marina.connectionId}/webhook-secrets`;
    const next = 'the-next-secret-of-the-marina';
    const body = delivery(['EV11']);
    const try2 = async () => {
      const address = `/webhooks/gocardless/${marina.connectionId}`;
      const old = await post(body, { path: address, signature: sign(body, marina.webhookSecret) });
      const recent = await post(body, { path: address, signature: sign(body, next) });
      return [old.status, recent.status];
    };
    expect(await try2()).toEqual([204, 498]);
    expect((await product.api('PUT', path, { webhookSecrets: [marina.webhookSecret, next] })).status).toBe(200);
    expect(await try2()).toEqual([204, 204]);
    expect((await product.api('PUT', path, { webhookSecrets: [next] })).status).toBe(200);
    expect(await try2()).toEqual([498, 204]);
  });

  it('that another process has just put in count at once', async () => {
    const body = delivery(['EV12']);
    expect((await post(body)).status).toBe(204);
    const secret = 'a-secret-of-another-process';
    await product.runtime.secretStore.save(harbour.connectionId, { webhookSecrets: [secret, harbour.webhookSecret] });
    expect((await post(body, { signature: sign(body, secret) })).status).toBe(204);
  });

  it('are read from the store a few times, not with every request', async () => {
    const { secretStore } = product.runtime;
    const read = secretStore.all.bind(secretStore);
    let asked = 0;
    const counted = () => {
      asked += 1;
      return read();
    };
    Object.assign(secretStore, { all: counted });
    const bodies = Array.from({ length: 40 }, (_, index) => delivery([`EV2${index}`]));
    const answers = await Promise.all(bodies.map((body) => post(body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    // A signature that nobody knows may be of a secret that another process has just put in: then it is looked for.
    expect((await post('{}', { signature: sign('{}', 'nobody’s') })).status).toBe(498);
    Object.assign(secretStore, { all: read });
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(3);
  });

  it('neither they nor a body stand in the log', () => {
    const log = product.log.join('');
    expect(log).toContain('/webhooks/gocardless/:connectionId');
    for (const secret of [harbour.webhookSecret, marina.webhookSecret, harbour.accessToken, 'Text that may change']) {
      expect(log).not.toContain(secret);
    }
  });
});
