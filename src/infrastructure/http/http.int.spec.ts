import ExcelJS from 'exceljs';
import { NAMES, OrdersController, type OrderItem } from '../../../test/support/orders-controller';
import { BOOTSTRAP_TOKEN, TestService } from '../../../test/support/http-service';
import { WORKBOOK_MEDIA_TYPE } from '../files/workbooks/write-workbook';
import { MAY, ROLES } from './access/roles';

const ORDER = { customerId: 'cus_1', currency: 'GBP', lines: [{ item: 'Membership', amount: 12_000 }] };

let service: TestService;
let controller: OrdersController;

beforeAll(async () => {
  service = await TestService.start([OrdersController]);
  controller = service.app.get(OrdersController);
});

afterAll(() => service.stop());

beforeEach(() => {
  controller.placed = [];
  controller.received = [];
  controller.pages = [];
  controller.gate = Promise.resolve();
  service.pauses.length = 0;
  service.log.length = 0;
});

describe('who may come in', () => {
  it.each(['/api/orders', '/api/nothing', '/nothing', '/api/orders/1?x=1', '/%61pi/orders', '//api/orders'])(
    'asks for a key at %s',
    async (path) => {
      const answer = await service.ask(path, { key: null });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(answer.json).toMatchObject({ status: 401, code: 'unauthorized', title: 'Unauthorized' });
      expect(service.pauses).toEqual([]);
    },
  );

  it('answers a failed key late, and never with 429', async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      expect((await service.ask('/api/orders', { key: 'wrong' })).status).toBe(401);
    }
    expect(service.pauses).toHaveLength(20);
    expect(Math.max(...service.pauses)).toBeLessThanOrEqual(1000);
    expect(Math.min(...service.pauses)).toBeGreaterThan(0);
  });

  it.each([
    ['Basic abc', 401],
    ['Bearer', 401],
    [`bearer ${BOOTSTRAP_TOKEN}x`, 401],
  ])('refuses "%s"', async (authorization, status) => {
    expect((await service.ask('/api/orders', { key: null, headers: { authorization } })).status).toBe(status);
  });

  it('needs no key for the open addresses', async () => {
    for (const path of ['/health/live', '/health/ready', '/metrics', '/api/docs', '/api/docs-json']) {
      expect([path, (await service.ask(path, { key: null })).status]).toEqual([path, 200]);
    }
  });

  it('asks for the key before it reads a body', async () => {
    const answer = await service.ask('/api/orders', {
      key: null,
      body: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(401);
  });
});

describe('who may do what', () => {
  const addresses = [
    ['POST', '/api/orders', MAY.keepBooks],
    ['GET', '/api/orders', MAY.readBooks],
    ['GET', '/api/rounds', MAY.readPayments],
    ['GET', '/api/keys', MAY.readKeys],
    ['POST', '/api/keys', MAY.administer],
    ['DELETE', '/api/keys/key_none', MAY.administer],
    ['GET', '/api/closed', []],
  ] as const;

  it.each(ROLES)('keeps a key of role %s to the table', async (role) => {
    const key = await service.keyOf(role);
    for (const [method, path, roles] of addresses) {
      const { status } = await service.ask(path, { key, method });
      const allowed: readonly string[] = roles;
      expect([method, path, status === 403]).toEqual([method, path, !allowed.includes(role)]);
    }
  });

  it('gives a refusal a body', async () => {
    const answer = await service.ask('/api/orders', { key: await service.keyOf('collector') });
    expect(answer.json).toEqual({
      type: 'urn:direct-debit-ledger:problem:forbidden',
      title: 'Forbidden',
      status: 403,
      detail: 'A key of role collector may not do that.',
      code: 'forbidden',
    });
  });

  it('closes an address that names nobody', async () => {
    expect((await service.ask('/api/closed')).status).toBe(403);
  });
});

describe('bodies', () => {
  const json = { 'content-type': 'application/json' };

  it('takes a good one', async () => {
    const answer = await service.ask('/api/orders', { json: ORDER });
    expect(answer.status).toBe(201);
    expect(controller.placed.map(({ body }) => body)).toEqual([ORDER]);
  });

  it.each([
    ['a half of JSON', '{"customerId":'],
    ['a raw line break in a text', '{"customerId":"a\nb"}'],
    ['no text at all', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['a form', 'customerId=1'],
  ])('answers 400 to %s', async (_, body) => {
    const answer = await service.ask('/api/orders', { body, headers: json });
    expect([answer.status, answer.json]).toMatchObject([400, { code: 'invalid_json', status: 400 }]);
  });

  it.each([
    ['an array', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
    ['a number', '1'],
    ['nothing', ''],
    ['a reach for the prototype', '{"__proto__":{"role":"admin"}}'],
    ['a very deep one', `{"customerId":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['one with a number without end', `{"customerId":"cus_1","amount":${'9'.repeat(250_000)}}`],
    ['one of unknown fields', `{${Array.from({ length: 60_000 }, (_, index) => `"field${index}":1`).join(',')}}`],
  ])('answers 422 to %s', async (_, body) => {
    const answer = await service.ask('/api/orders', { body, headers: json });
    expect([answer.status, answer.json]).toMatchObject([422, { code: 'validation_failed', status: 422 }]);
  });

  it('names every field that is not right, and repeats no value', async () => {
    const answer = await service.ask('/api/orders', {
      json: {
        currency: 'XXX',
        lines: [
          { item: 'A', amount: 1.5 },
          { amount: '12', extra: 1 },
        ],
        dueDate: '2026-02-30',
        email: 'not-an-address',
        typo: 1,
      },
    });
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ code: 'validation_failed' });
    const { errors } = answer.json as { errors: readonly { field: string; code: string; message: string }[] };
    expect(errors.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'currency not_one_of_these',
      'customerId required',
      'dueDate not_a_date',
      'email not_an_email',
      'lines.0.amount not_an_amount',
      'lines.1.amount not_an_amount',
      'lines.1.extra unknown_field',
      'lines.1.item required',
      'typo unknown_field',
    ]);
    expect(answer.text).not.toContain('not-an-address');
  });

  it('takes null for a field that may be left out', async () => {
    expect((await service.ask('/api/orders', { json: { ...ORDER, email: null } })).status).toBe(201);
    expect(controller.placed[0]?.body).toEqual(ORDER);
  });

  it('turns control characters and half characters of texts into harmless ones', async () => {
    const item = 'A\u0000B\tC\r\nD\u0085E';
    await service.ask('/api/orders', {
      body: JSON.stringify({ ...ORDER, lines: [{ item, amount: 1 }] }).replace('E"', 'E\\ud800F"'),
      headers: json,
    });
    expect(controller.placed[0]?.body.lines[0]?.item).toBe('A B C  D E\ufffdF');
  });

  it('answers 413 over 1 MiB and 415 to what is not JSON', async () => {
    const large = JSON.stringify({ ...ORDER, note: 'x'.repeat(1024 * 1024) });
    expect([413, (await service.ask('/api/orders', { body: large, headers: json })).json]).toMatchObject([
      413,
      { code: 'too_large', status: 413 },
    ]);
    for (const type of ['text/plain', 'application/xml', 'text/csv', 'multipart/form-data; boundary=x']) {
      const answer = await service.ask('/api/orders', { body: 'x', headers: { 'content-type': type } });
      expect([type, answer.status, answer.json]).toMatchObject([type, 415, { code: 'unsupported_media_type' }]);
    }
  });

  it('answers 404, and 405 with the methods that there are', async () => {
    const missing = await service.ask('/api/nothing?email=ada@example.com');
    expect([missing.status, missing.json]).toMatchObject([404, { code: 'not_found' }]);
    expect(missing.text).not.toContain('ada');
    const other = await service.ask('/api/orders', { method: 'DELETE' });
    expect([other.status, other.json]).toMatchObject([405, { code: 'method_not_allowed' }]);
    expect(other.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'HEAD', 'POST']);
    expect((await service.ask('/webhooks/test', { key: null })).status).toBe(405);
    expect((await service.ask('/api/orders/%ff')).status).toBe(404);
    expect((await service.ask('/api/orders/%00')).status).toBe(404);
  });

  it('keeps the bytes of a door, of any type, up to 512 KiB', async () => {
    const body = Buffer.from('{"a": "\t\u0000",\r\n "b":1}');
    for (const type of ['application/json', 'text/csv', 'application/octet-stream']) {
      const answer = await service.ask('/webhooks/test', { key: null, body, headers: { 'content-type': type } });
      expect([answer.status, answer.text, answer.headers.get('x-position')]).toEqual([204, '', 'memory.3']);
    }
    expect(controller.received).toEqual([body, body, body]);
    const limit = 512 * 1024;
    expect((await service.ask('/webhooks/test', { key: null, body: 'x'.repeat(limit), headers: json })).status).toBe(
      204,
    );
    const over = await service.ask('/webhooks/test', { key: null, body: 'x'.repeat(limit + 1), headers: json });
    expect([over.status, over.json]).toMatchObject([413, { code: 'too_large' }]);
  });

  it('takes a table as CSV and as a form where one is taken', async () => {
    const csv = await service.ask('/api/orders/import', {
      body: 'a,b\n1,2\n',
      headers: { 'content-type': 'text/csv' },
    });
    expect(csv.json).toMatchObject({ mediaType: 'text/csv', fileName: null, text: 'a,b\n1,2\n' });
    const form = new FormData();
    form.set('note', 'x');
    form.set('file', new File(['a,b\n'], 'rows.csv', { type: 'text/csv' }));
    form.set('after', 'y');
    const sent = await service.ask('/api/orders/import', { body: form });
    expect(sent.json).toMatchObject({ mediaType: 'text/csv', fileName: 'rows.csv', text: 'a,b\n' });
    const empty = new FormData();
    empty.set('note', 'x');
    expect((await service.ask('/api/orders/import', { body: empty })).status).toBe(422);
    expect((await service.ask('/api/orders/import', { json: {} })).status).toBe(415);
  });
});

describe('errors', () => {
  it('answers a refusal with its status, code and what it carries', async () => {
    const ambiguous = await service.ask('/api/orders/refused/failure', { method: 'POST' });
    expect([ambiguous.status, ambiguous.json]).toMatchObject([
      409,
      { code: 'ambiguous', choices: [{ mandateId: 'MD1' }] },
    ]);
    const odd = await service.ask('/api/orders/odd/failure', { method: 'POST' });
    expect([odd.status, odd.json]).toMatchObject([
      422,
      { code: 'plan_does_not_add_up', errors: [{ field: 'plan', code: 'plan_does_not_add_up' }] },
    ]);
  });

  it('answers 503 with Retry-After while the store is away', async () => {
    const answer = await service.ask('/api/orders/away/failure', { method: 'POST' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(answer.json).toMatchObject({ code: 'store_unavailable' });
    expect(answer.text + service.log.join('')).not.toContain('hunter2');
  });

  it('says nothing of our inside, and logs the error with the request id', async () => {
    const answer = await service.ask('/api/orders/bug/failure?secret=hunter2', { method: 'POST' });
    expect([answer.status, answer.json]).toMatchObject([500, { code: 'unexpected' }]);
    expect(answer.text).not.toMatch(/TypeError|no such thing|at /);
    const log = service.log.join('');
    expect(log).toContain(answer.headers.get('x-request-id') ?? 'none');
    expect(log).toContain('no such thing for [redacted]');
    expect(log).not.toMatch(/ada@example|hunter2/);
  });

  it('logs a request by its route', async () => {
    const answer = await service.ask('/api/orders/so_1?after=memory.1', { headers: { 'x-request-id': 'abc-12345' } });
    expect(answer.headers.get('x-request-id')).toBe('abc-12345');
    await service.ask('/health/live');
    const lines = service.log.map((line): unknown => JSON.parse(line));
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.any(String) as unknown,
        requestId: 'abc-12345',
        method: 'GET',
        route: '/api/orders/:id',
        status: 200,
        ms: expect.any(Number) as unknown,
        actor: expect.stringMatching(/^user:key_admin/) as unknown,
        msg: 'request',
      },
    ]);
  });
});

describe('Idempotency-Key', () => {
  const place = (key: string, json: unknown = ORDER, path = '/api/orders') =>
    service.ask(path, { json, headers: { 'idempotency-key': key } });

  it('gives the first answer again, whatever the order of the fields', async () => {
    const first = await place('a');
    const again = await place('a', { lines: ORDER.lines, currency: 'GBP', customerId: 'cus_1' });
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get('x-position')).toBe(first.headers.get('x-position'));
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(controller.placed).toHaveLength(1);
  });

  it('gives every request its own command without a key, and the same one for the same key', async () => {
    const one = await service.ask('/api/orders', { json: ORDER });
    const other = await service.ask('/api/orders', { json: ORDER });
    expect(one.text).not.toBe(other.text);
    await place('b');
    await service.pool.query('delete from idempotency_keys');
    await place('b');
    const [first, second] = controller.placed.slice(2).map(({ context }) => context.commandId);
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(second).toBe(first);
  });

  it('tells the context of a command', async () => {
    const answer = await place('context');
    expect(controller.placed[0]?.context).toEqual({
      commandId: expect.any(String) as unknown,
      correlationId: answer.headers.get('x-request-id'),
      actor: expect.stringMatching(/^user:key_admin/) as unknown,
      at: '2026-11-20T09:00:00.000Z',
    });
  });

  it('answers 409 to another body and to another query', async () => {
    await place('c');
    for (const answer of [
      await place('c', { ...ORDER, currency: 'EUR' }),
      await place('c', ORDER, '/api/orders?dryRun=true'),
    ]) {
      expect([answer.status, answer.json]).toMatchObject([409, { code: 'idempotency_key_reused' }]);
    }
    expect(controller.placed).toHaveLength(1);
  });

  it('keeps keys of different callers and addresses apart', async () => {
    await place('d');
    const key = await service.makeKey('accountant');
    expect((await service.ask('/api/orders', { key, json: ORDER, headers: { 'idempotency-key': 'd' } })).status).toBe(
      201,
    );
    expect((await place('d', {}, '/api/orders/x/failure')).status).toBe(202);
    expect(controller.placed).toHaveLength(3);
  });

  it('answers 409 in_progress while the first is at work, and takes over a mark older than 60 s', async () => {
    let open = (): void => undefined;
    controller.gate = new Promise((resolve) => (open = resolve));
    const first = place('e');
    while (controller.placed.length === 0) await service.ask('/health/live');
    const second = await place('e');
    expect([second.status, second.json, second.headers.get('retry-after')]).toMatchObject([
      409,
      { code: 'in_progress' },
      '1',
    ]);
    await service.pool.query(
      `update idempotency_keys set started_at = started_at - interval '59 seconds' where idempotency_key = 'e'`,
    );
    expect((await place('e')).status).toBe(409);
    await service.pool.query(
      `update idempotency_keys set started_at = started_at - interval '2 seconds' where idempotency_key = 'e'`,
    );
    controller.gate = Promise.resolve();
    const taken = await place('e');
    expect(taken.status).toBe(201);
    open();
    await first;
    expect((await place('e')).text).toBe(taken.text);
    expect(new Set(controller.placed.map(({ context }) => context.commandId)).size).toBe(1);
  });

  it('lets one of two that come at once do the work', async () => {
    const answers = await Promise.all([place('f'), place('f'), place('f')]);
    expect(controller.placed).toHaveLength(1);
    expect(answers.map(({ status }) => status).filter((status) => status !== 409)).toContain(201);
  });

  it('keeps a refusal, but not our own failure', async () => {
    for (const [id, times] of [
      ['refused', 1],
      ['away', 2],
    ] as const) {
      controller.placed = [];
      const first = await place('g', {}, `/api/orders/${id}/failure`);
      const again = await place('g', {}, `/api/orders/${id}/failure`);
      expect([again.status, again.json]).toEqual([first.status, first.json]);
      expect([id, controller.placed.length]).toEqual([id, times]);
    }
  });

  it('keeps no long refusal', async () => {
    const lines = Array.from({ length: 90 }, () => ({ item: 1, amount: 'x' }));
    for (const times of [1, 2]) {
      const answer = await place('long', { ...ORDER, lines });
      expect([times, answer.status]).toEqual([times, 422]);
      expect(answer.text.length).toBeGreaterThan(8_192);
      expect(answer.headers.get('idempotency-replayed')).toBeNull();
    }
    const kept = await service.pool.query(`select from idempotency_keys where idempotency_key = 'long'`);
    expect(kept.rowCount).toBe(0);
  });

  it('keeps the answer sealed and for 30 days', async () => {
    await place('h');
    const { rows } = await service.pool.query<{ sealed_answer: string }>(
      `select sealed_answer from idempotency_keys where idempotency_key = 'h'`,
    );
    expect(Buffer.from(rows[0]?.sealed_answer ?? '', 'base64').toString('latin1')).not.toContain('so_');
    await service.pool.query(
      `update idempotency_keys set started_at = now() - interval '31 days' where idempotency_key = 'h'`,
    );
    await place('h');
    expect(controller.placed).toHaveLength(2);
  });

  it('refuses a key that is none', async () => {
    const answer = await place('x'.repeat(256));
    expect([answer.status, answer.json]).toMatchObject([422, { errors: [{ field: 'Idempotency-Key' }] }]);
  });
});

describe('queries', () => {
  it('hands over what was asked', async () => {
    const answer = await service.ask(
      '/api/orders/so_1?after=memory.3&asOf=2026-03-31T12:00:00%2B01:00&effectiveAt=2026-03-31&connectionId=con_1',
    );
    expect(answer.headers.get('x-position')).toBe('memory.9');
    expect(answer.json).toMatchObject({
      reading: {
        after: 'memory.3',
        asOf: { time: '2026-03-31T11:00:00.000Z' },
        effectiveAt: { day: '2026-03-31' },
        connectionId: 'con_1',
      },
    });
    expect((await service.ask('/api/orders/so_1?asOf=memory.4')).json).toMatchObject({
      reading: { asOf: { position: 'memory.4' } },
    });
  });

  it.each([
    'limit=0',
    'limit=501',
    'limit=x',
    'limit=',
    'limit=-1',
    'limit=1&limit=2',
    'cursor=x',
    'cursor=',
    'after=x',
    'after=',
    'asOf=yesterday',
    'asOf=2026-02-30',
    'asOf=2026-03-31T12:00:00',
    'asOf=-1',
    'effectiveAt=2026-03-31',
    'asOf=0000-01-01',
    'asOf=9999-12-31T23:59:59-12:00',
    'connectionId=%00',
    'unknown=1',
    'status=odd',
    'status=open&status=odd',
    'since=2026-01-01&since=2026-01-02',
    'paidOut=yes',
    'order=up',
    'order=',
    'sort=name',
    'q=',
    'q=%20',
    `q=${'x'.repeat(101)}`,
    'q=a%20b%20c%20d%20e%20f',
    'groupBy=status',
    'format=pdf',
    'toString=1',
    `status=open${'&status=open'.repeat(100)}`,
  ])('answers 422 to a list with ?%s', async (query) => {
    const answer = await service.ask(`/api/orders?${query}`);
    const field = query.split('=')[0];
    expect([answer.status, answer.json]).toMatchObject([422, { code: 'validation_failed', errors: [{ field }] }]);
    expect(controller.pages).toEqual([]);
  });

  it.each(['effectiveAt=soon', 'after=x', 'limit=0', 'unknown=1'])(
    'answers 422 to one thing with ?%s',
    async (query) => {
      expect((await service.ask(`/api/orders/so_1?${query}`)).status).toBe(422);
    },
  );

  it('pages through a list', async () => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const next: string = cursor === null ? '' : `&cursor=${cursor}`;
      const answer = await service.ask(`/api/orders?limit=500&status=open&paidOut=true${next}`);
      expect([answer.status, answer.headers.get('x-position')]).toEqual([200, 'memory.7']);
      const page = answer.json as { items: readonly OrderItem[]; nextCursor: string | null };
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(ids).toEqual(Array.from({ length: 1203 }, (_, index) => `so_${index}`));
    expect(controller.pages.map(({ filters }) => filters)).toEqual(
      Array.from({ length: 3 }, () => ({ status: ['open'], paidOut: [true] })),
    );
    expect(((await service.ask('/api/orders')).json as { items: unknown[] }).items).toHaveLength(50);
  });

  it('says whether it is as far as was asked for', async () => {
    for (const [query, reached] of [
      ['', null],
      ['?after=memory.7', 'true'],
      ['?after=memory.8', 'false'],
    ] as const) {
      const { headers } = await service.ask(`/api/orders${query}`);
      expect([query, headers.get('x-position'), headers.get('x-after-reached')]).toEqual([query, 'memory.7', reached]);
    }
    expect((await service.ask('/api/orders/so_1?after=memory.10')).headers.get('x-after-reached')).toBe('false');
  });

  it('refuses the cursor of another list', async () => {
    const { nextCursor } = (await service.ask('/api/orders')).json as { nextCursor: string };
    expect((await service.ask(`/api/keys?cursor=${nextCursor}`)).status).toBe(422);
  });

  it('gives all pages as CSV, of one moment, without a formula', async () => {
    const answer = await service.ask('/api/orders?limit=2', { headers: { accept: 'text/csv' } });
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="orders.csv"');
    expect(answer.headers.get('x-position')).toBe('memory.7');
    const lines = answer.text.split('\r\n');
    expect(lines.slice(0, 8)).toEqual([
      'Id,Name,Amount,Currency,Paid out,Receipts',
      `so_0,'=1+1,120.00,GBP,true,"R-1, R-2"`,
      `so_1,'+44 20,119.99,GBP,false,"R-1, R-2"`,
      `so_2,'-Smith,119.98,GBP,true,"R-1, R-2"`,
      `so_3,'@SUM(A1),119.97,GBP,false,"R-1, R-2"`,
      `so_4,"O'Hara, ""Pat""",119.96,GBP,true,"R-1, R-2"`,
      `so_5,'${NAMES[5] ?? ''},119.95,GBP,false,"R-1, R-2"`,
      'so_6,,119.94,GBP,true,"R-1, R-2"',
    ]);
    expect(lines).toHaveLength(1205);
    expect(controller.pages.map(({ limit, asOf }) => ({ limit, asOf }))).toEqual([
      { limit: 500, asOf: undefined },
      // The first page once more, as of its position: what came since then is on no page.
      { limit: 500, asOf: { position: 'memory.7' } },
      { limit: 500, asOf: { position: 'memory.7' } },
      { limit: 500, asOf: { position: 'memory.7' } },
    ]);
  });

  it('begins CSV with a byte order mark, by which Excel knows its alphabet', async () => {
    const response = await fetch(`${service.url}/api/orders?format=csv`, {
      headers: { authorization: `Bearer ${await service.keyOf('admin')}` },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 5).toString('hex')).toBe(`efbbbf${Buffer.from('Id').toString('hex')}`);
  });

  it('gives all pages as a workbook, typed and without a formula', async () => {
    const response = await fetch(`${service.url}/api/orders?limit=2`, {
      headers: { authorization: `Bearer ${await service.keyOf('admin')}`, accept: WORKBOOK_MEDIA_TYPE },
    });
    expect(response.headers.get('content-type')).toBe(WORKBOOK_MEDIA_TYPE);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="orders.xlsx"');
    expect(response.headers.get('x-position')).toBe('memory.7');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    const [sheet] = book.worksheets;
    expect(sheet?.rowCount).toBe(1204);
    expect([1, 2, 4, 5].map((line) => sheet?.getRow(line).values)).toEqual([
      [undefined, 'Id', 'Name', 'Amount', 'Currency', 'Paid out', 'Receipts'],
      [undefined, 'so_0', '=1+1', 120, 'GBP', true, 'R-1, R-2'],
      [undefined, 'so_2', '-Smith', 119.98, 'GBP', true, 'R-1, R-2'],
      [undefined, 'so_3', '@SUM(A1)', 119.97, 'GBP', false, 'R-1, R-2'],
    ]);
  });

  it('breaks off a table whose later pages can not be read, so that nobody takes a part for the whole', async () => {
    for (const accept of ['text/csv', WORKBOOK_MEDIA_TYPE]) {
      await expect(service.ask('/api/orders?status=closed', { headers: { accept } })).rejects.toThrow();
    }
    expect((await service.ask('/api/orders?status=closed')).status).toBe(200);
  });

  it('prefers JSON unless a table is named first', async () => {
    for (const [accept, type] of [
      ['application/json, text/csv', /^application\/json/],
      ['text/csv;q=0.9, */*', /^text\/csv/],
      [`${WORKBOOK_MEDIA_TYPE}, text/csv`, /spreadsheetml/],
      ['*/*', /^application\/json/],
    ] as const) {
      expect((await service.ask('/api/orders?limit=1', { headers: { accept } })).headers.get('content-type')).toMatch(
        type,
      );
    }
  });

  it('gives the table that a link names, whatever it accepts', async () => {
    for (const accept of ['application/json', 'image/png', '*/*']) {
      const answer = await service.ask('/api/orders?limit=1&format=csv', { headers: { accept } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/csv/)]);
    }
    const workbook = await service.ask('/api/orders?format=xlsx', { headers: { accept: 'text/csv' } });
    expect(workbook.headers.get('content-type')).toBe(WORKBOOK_MEDIA_TYPE);
  });

  it('answers 406 to who takes nothing that the address has, before anything is read', async () => {
    for (const [path, accept] of [
      ['/api/orders', 'text/html'],
      ['/api/orders', 'text/csv;q=0, application/pdf'],
      ['/api/orders/so_1', 'text/csv'],
      ['/api/keys', 'image/*'],
    ] as const) {
      const answer = await service.ask(path, { headers: { accept } });
      expect([path, answer.status, answer.json]).toMatchObject([path, 406, { code: 'not_acceptable', status: 406 }]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
    expect(controller.pages).toEqual([]);
    for (const accept of ['text/*', 'application/*', 'text/html, */*;q=0.1', '']) {
      expect([accept, (await service.ask('/api/orders', { headers: { accept } })).status]).toEqual([accept, 200]);
    }
    // Only what is read is made to measure.
    const headers = { accept: 'text/html' };
    expect((await service.ask('/api/orders', { json: ORDER, headers })).status).toBe(201);
    expect((await service.ask('/webhooks/test', { key: null, body: 'x', headers })).status).toBe(204);
    expect((await service.ask('/health/live', { key: null, headers })).status).toBe(200);
  });

  it('has no format where there is no list', async () => {
    const answer = await service.ask('/api/orders/so_1?format=csv');
    expect([answer.status, answer.json]).toMatchObject([422, { errors: [{ field: 'format' }] }]);
  });

  it('answers problems as JSON also to whoever wants CSV', async () => {
    const answer = await service.ask('/api/orders?limit=0', { headers: { accept: 'text/csv' } });
    expect([answer.status, answer.json]).toMatchObject([422, { code: 'validation_failed' }]);
  });
});

describe('around it', () => {
  it('sets security headers everywhere', async () => {
    for (const path of ['/api/orders', '/api/nothing', '/health/live', '/api/orders/%ff']) {
      const { headers } = await service.ask(path);
      expect([path, headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual([
        path,
        'nosniff',
        'DENY',
      ]);
    }
    expect((await service.ask('/api/orders')).headers.get('cache-control')).toBe('no-store');
  });

  it('measures by route', async () => {
    await service.ask('/api/orders/so_1');
    await service.ask('/api/nothing');
    const { text } = await service.ask('/metrics', { key: null });
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/orders\/:id",status="200"\} \d/,
    );
    expect(text).toMatch(/route="unknown",status="404"/);
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('so_1');
  });

  it('describes itself', async () => {
    const { json } = await service.ask('/api/docs-json', { key: null });
    expect(json).toMatchObject({
      openapi: expect.stringMatching(/^3\./) as unknown,
      paths: {
        '/api/keys': { get: {}, post: { requestBody: {} } },
        '/api/orders': {
          get: {
            parameters: expect.arrayContaining([expect.objectContaining({ name: 'status' })]) as unknown,
            responses: { 200: { content: { 'application/json': {}, 'text/csv': {}, [WORKBOOK_MEDIA_TYPE]: {} } } },
          },
        },
      },
      components: {
        schemas: {
          OrderBody: {
            required: ['customerId', 'currency', 'lines'],
            properties: { lines: { type: 'array' }, email: { format: 'email' } },
          },
          OrderItem: { properties: { flags: {} } },
        },
      },
    });
    expect((await service.ask('/api/docs', { key: null })).text).toContain('swagger-ui-bundle.js');
    expect((await service.ask('/api/docs/swagger-ui.css', { key: null })).headers.get('content-type')).toMatch(
      /^text\/css/,
    );
  });
});
