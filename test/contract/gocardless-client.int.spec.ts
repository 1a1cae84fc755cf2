import { inspect } from 'node:util';
import {
  GoCardlessAccessRefused,
  GoCardlessNotFound,
  GoCardlessRefused,
  GoCardlessUnavailable,
  type PaymentCreation,
} from '../../src/application/ports/gocardless';
import { attempts } from '../../src/infrastructure/gocardless/calls';
import { OfficialGoCardlessAccounts } from '../../src/infrastructure/gocardless/gocardless-accounts';
import { connect, type Connected, startStub, type Stub, TOKEN, type Waits, waits } from './gocardless-stub';

const NOW = '2026-02-02T10:00:00.000Z';

const PAYMENT = {
  id: 'PM01',
  created_at: '2026-02-02T10:00:01.000Z',
  charge_date: '2026-02-10',
  amount: 12000,
  amount_refunded: 0,
  currency: 'GBP',
  status: 'pending_submission',
  metadata: { ddl_payment: 'pay_1', other: 'not ours' },
  links: { mandate: 'MD01', creditor: 'CR01' },
};

const READ_PAYMENT = {
  id: 'PM01',
  createdAt: '2026-02-02T10:00:01.000Z',
  status: 'pending_submission',
  amount: 12000,
  amountRefunded: 0,
  currency: 'GBP',
  chargeDate: '2026-02-10',
  mandateId: 'MD01',
  creditorId: 'CR01',
  payoutId: null,
  metadata: { ddl_payment: 'pay_1' },
};

const CREATION: PaymentCreation = {
  mandateId: 'MD01',
  amount: 12000,
  currency: 'GBP',
  chargeDate: '2026-02-10',
  description: 'Membership',
  metadata: { ddl_payment: 'pay_1' },
  retryIfPossible: false,
  idempotencyKey: 'payment:pay_1:1',
};

const created = { status: 201, body: { payments: PAYMENT } };
const badGateway = { status: 502, body: `<html><h1>502 Bad Gateway</h1>${'x'.repeat(5000)} Bearer ${TOKEN}</html>` };

function failure(
  code: number,
  type: string,
  errors: readonly object[],
  message = 'It failed',
): { status: number; body: object } {
  return { status: code, body: { error: { message, type, code, request_id: 'req-1', errors } } };
}

function list(key: string, items: readonly object[], after: string | null): { body: object } {
  return { body: { [key]: items, meta: { cursors: { before: null, after }, limit: 500 } } };
}

async function pagesOf<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

describe('GoCardless through its official client', () => {
  let stub: Stub;
  let time: Waits;
  let connected: Connected;

  beforeEach(async () => {
    stub = await startStub();
    time = waits(NOW);
    connected = connect(stub.url, time);
  });

  afterEach(async () => {
    connected.accounts.end();
    await stub.close();
  });

  describe('pointing it at another address', () => {
    it('still finds the private field with the address, and sends there', async () => {
      stub.answers({ body: { payments: PAYMENT } });

      expect(await connected.account.payment('PM01')).toEqual(READ_PAYMENT);
      expect(stub.requests).toEqual([
        {
          method: 'GET',
          path: '/payments/PM01',
          query: {},
          key: undefined,
          authorization: `Bearer ${TOKEN}`,
          body: null,
        },
      ]);
    });

    it.each([
      ['live', 'http://127.0.0.1:9'],
      ['sandbox', 'http://198.51.100.7:9'],
      ['sandbox', 'https://127.0.0.1.example'],
      ['sandbox', 'not an address'],
    ] as const)('is refused for a %s account at %s', (environment, url) => {
      const accounts = new OfficialGoCardlessAccounts({ find: () => Promise.resolve(null) }, url, time);
      expect(() => accounts.withToken(environment, TOKEN)).toThrow('GOCARDLESS_API_URL');
    });
  });

  describe('a payment is created once', () => {
    it('with our key, and says that it was created', async () => {
      stub.answers(created);

      expect(await connected.account.createPayment(CREATION)).toEqual({ outcome: 'created', payment: READ_PAYMENT });
      expect(stub.requests).toEqual([
        {
          method: 'POST',
          path: '/payments',
          query: {},
          key: 'payment:pay_1:1',
          authorization: `Bearer ${TOKEN}`,
          body: {
            payments: {
              amount: 12000,
              currency: 'GBP',
              charge_date: '2026-02-10',
              description: 'Membership',
              metadata: { ddl_payment: 'pay_1' },
              retry_if_possible: false,
              links: { mandate: 'MD01' },
            },
          },
        },
      ]);
    });

    it('leaves out what is null', async () => {
      stub.answers(created);

      await connected.account.createPayment({ ...CREATION, chargeDate: null, description: null });

      expect(stub.requests.map(({ body }) => body)).toEqual([
        {
          payments: {
            amount: 12000,
            currency: 'GBP',
            metadata: { ddl_payment: 'pay_1' },
            retry_if_possible: false,
            links: { mandate: 'MD01' },
          },
        },
      ]);
    });

    it.each([
      ['a 500', failure(500, 'gocardless', [])],
      ['an HTML 502', badGateway],
      ['an error that is only a text', { status: 503, body: { error: 'upstream' } }],
      ['a broken connection', 'reset' as const],
      ['a success that is no JSON', { status: 201, body: '<html>' }],
      ['a success without a payment', { status: 201, body: {} }],
    ])('sends it again with the same key after %s', async (_, first) => {
      stub.answers(first, created);

      expect(await connected.account.createPayment(CREATION)).toEqual({ outcome: 'created', payment: READ_PAYMENT });
      expect(stub.requests.map(({ key }) => key)).toEqual(['payment:pay_1:1', 'payment:pay_1:1']);
      expect(time.waited).toEqual([500]);
    });

    it('hands back what the key has made before, fetched', async () => {
      const conflict = { reason: 'idempotent_creation_conflict', links: { conflicting_resource_id: 'PM01' } };
      stub.answers('reset', failure(409, 'invalid_state', [conflict]), {
        body: { payments: { ...PAYMENT, amount: 11 } },
      });

      expect(await connected.account.createPayment(CREATION)).toEqual({
        outcome: 'existed',
        payment: { ...READ_PAYMENT, amount: 11 },
      });
    });

    it('does not call it refused when what the key has made can not be read', async () => {
      const conflict = { reason: 'idempotent_creation_conflict', links: { conflicting_resource_id: 'PM01' } };
      stub.answers(failure(409, 'invalid_state', [conflict]), failure(404, 'invalid_api_usage', []));

      await expect(connected.account.createPayment(CREATION)).rejects.toEqual(
        expect.objectContaining({ name: 'GoCardlessUnavailable', because: 'unexpected_answer' }),
      );
    });

    it('gives up after four attempts, each waiting longer', async () => {
      stub.answers('reset', 'reset', 'reset', 'reset');

      await expect(connected.account.createPayment(CREATION)).rejects.toThrow(GoCardlessUnavailable);
      expect(stub.requests).toHaveLength(4);
      expect(time.waited).toEqual([500, 1000, 2000]);
    });

    it('is refused for good with reason, fields and links', async () => {
      stub.answers(
        failure(422, 'invalid_state', [
          { reason: 'mandate_replaced', message: 'the mandate was replaced', links: { new_mandate: 'MD02' } },
        ]),
        failure(422, 'validation_failed', [{ field: 'charge_date', message: 'is too early', request_pointer: '/x' }]),
      );

      const replaced = await connected.account.createPayment(CREATION).catch((error: unknown) => error);
      const early = await connected.account.createPayment(CREATION).catch((error: unknown) => error);

      expect(replaced).toBeInstanceOf(GoCardlessRefused);
      expect(replaced).toMatchObject({
        type: 'invalid_state',
        reason: 'mandate_replaced',
        errors: [{ field: null, message: 'the mandate was replaced', links: { new_mandate: 'MD02' } }],
        requestId: 'req-1',
        code: 422,
      });
      expect(early).toMatchObject({
        type: 'validation_failed',
        reason: null,
        errors: [{ field: 'charge_date', message: 'is too early' }],
      });
      expect(stub.requests).toHaveLength(2);
    });

    it('is refused when its mandate is unknown', async () => {
      stub.answers(failure(404, 'invalid_api_usage', [{ reason: 'link_not_found', message: 'no mandate' }]));

      await expect(connected.account.createPayment(CREATION)).rejects.toMatchObject({
        name: 'GoCardlessRefused',
        reason: 'link_not_found',
        code: 404,
      });
    });

    it.each(['', 'key with spaces', 'a'.repeat(65), 'clé'])(
      'needs a key that GoCardless takes, not "%s"',
      async (idempotencyKey) => {
        await expect(connected.account.createPayment({ ...CREATION, idempotencyKey })).rejects.toThrow(RangeError);
        expect(stub.requests).toEqual([]);
      },
    );

    it('is never sent with a part of a minor unit', async () => {
      await expect(connected.account.createPayment({ ...CREATION, amount: 120.5 })).rejects.toThrow(RangeError);
      expect(stub.requests).toEqual([]);
    });
  });

  describe('cancel and retry', () => {
    it('cancel answers with the payment', async () => {
      stub.answers({ body: { payments: { ...PAYMENT, status: 'cancelled' } } });

      expect(await connected.account.cancelPayment('PM01')).toEqual({ ...READ_PAYMENT, status: 'cancelled' });
      expect(stub.requests.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
        { method: 'POST', path: '/payments/PM01/actions/cancel', body: { data: {} } },
      ]);
    });

    it('a cancel whose answer was lost is found to be done', async () => {
      stub.answers('reset', failure(422, 'invalid_state', [{ reason: 'cancellation_failed', message: 'no' }]), {
        body: { payments: { ...PAYMENT, status: 'cancelled' } },
      });

      expect(await connected.account.cancelPayment('PM01')).toEqual({ ...READ_PAYMENT, status: 'cancelled' });
    });

    it('a cancel that comes too late is refused', async () => {
      stub.answers(failure(422, 'invalid_state', [{ reason: 'cancellation_failed', message: 'too late' }]), {
        body: { payments: { ...PAYMENT, status: 'submitted' } },
      });

      await expect(connected.account.cancelPayment('PM01')).rejects.toMatchObject({ reason: 'cancellation_failed' });
    });

    it('a 409 on an action is a refusal, though the client would look for what the key has made', async () => {
      const conflict = { reason: 'idempotent_creation_conflict', links: { conflicting_resource_id: 'PM01' } };
      stub.answers(failure(409, 'invalid_state', [conflict]), failure(409, 'invalid_state', [{ reason: 'busy' }]));

      const first = await connected.account.cancelPayment('PM01').catch((error: unknown) => error);
      const second = await connected.account.retryPayment('PM01', null).catch((error: unknown) => error);

      expect(first).toBeInstanceOf(GoCardlessRefused);
      expect(first).toMatchObject({ reason: 'idempotent_creation_conflict', code: 409, requestId: 'req-1' });
      expect(second).toMatchObject({ name: 'GoCardlessRefused', reason: 'busy', code: 409 });
      expect(stub.requests).toHaveLength(2);
    });

    it('retry sends the charge date when there is one', async () => {
      stub.answers({ body: { payments: PAYMENT } }, { body: { payments: PAYMENT } });

      await connected.account.retryPayment('PM01', '2026-02-20');
      await connected.account.retryPayment('PM01', null);

      expect(stub.requests.map(({ path, body }) => ({ path, body }))).toEqual([
        { path: '/payments/PM01/actions/retry', body: { data: { charge_date: '2026-02-20' } } },
        { path: '/payments/PM01/actions/retry', body: { data: {} } },
      ]);
    });

    it('a retry whose answer was lost is found to be done', async () => {
      stub.answers('reset', failure(422, 'invalid_state', [{ reason: 'retry_failed', message: 'not failed' }]), {
        body: { payments: PAYMENT },
      });

      expect(await connected.account.retryPayment('PM01', null)).toEqual(READ_PAYMENT);
    });

    it('a retry that is refused at once is a refusal, whatever the status', async () => {
      stub.answers(failure(422, 'invalid_state', [{ reason: 'retry_failed', message: 'three times already' }]));

      await expect(connected.account.retryPayment('PM01', null)).rejects.toMatchObject({ reason: 'retry_failed' });
    });
  });

  describe('refunds and mandate setups', () => {
    const refund = {
      id: 'RF01',
      created_at: '2026-02-02T10:00:01Z',
      amount: 300,
      currency: 'GBP',
      status: 'created',
      metadata: { ddl_refund: 'event-1', other: 'theirs' },
      links: { payment: 'PM01' },
    };
    const readRefund = {
      id: 'RF01',
      createdAt: '2026-02-02T10:00:01.000Z',
      status: 'created',
      amount: 300,
      currency: 'GBP',
      gocardlessPaymentId: 'PM01',
      mandateId: null,
      metadata: { ddl_refund: 'event-1' },
    };
    const refunding = {
      gocardlessPaymentId: 'PM01',
      amount: 300,
      totalAmountConfirmation: 800,
      metadata: { ddl_refund: 'event-1' },
      idempotencyKey: 'refund:1',
    };

    it('a refund names the total', async () => {
      stub.answers({ status: 201, body: { refunds: refund } });

      expect(await connected.account.createRefund(refunding)).toEqual({ outcome: 'created', refund: readRefund });
      expect(stub.requests.map(({ key, body }) => ({ key, body }))).toEqual([
        {
          key: 'refund:1',
          body: {
            refunds: {
              amount: 300,
              total_amount_confirmation: 800,
              links: { payment: 'PM01' },
              metadata: { ddl_refund: 'event-1' },
            },
          },
        },
      ]);
    });

    it('a refund that the key has made before is fetched', async () => {
      const conflict = { reason: 'idempotent_creation_conflict', links: { conflicting_resource_id: 'RF01' } };
      stub.answers(failure(409, 'invalid_state', [conflict]), { body: { refunds: refund } });

      expect(await connected.account.createRefund(refunding)).toEqual({ outcome: 'existed', refund: readRefund });
    });

    it('a mandate setup is a billing request with its page', async () => {
      stub.answers(
        { status: 201, body: { billing_requests: { id: 'BRQ01' } } },
        { status: 201, body: { billing_request_flows: { id: 'BRF01', authorisation_url: 'https://pay.example/f' } } },
      );

      expect(
        await connected.account.createMandateSetup({
          scheme: null,
          currency: 'GBP',
          payer: { givenName: 'Ines', familyName: null, company: 'Harbour Cafe', email: null },
          metadata: { ddl_customer: 'cus_1' },
          idempotencyKey: 'setup:1',
        }),
      ).toEqual({ billingRequestId: 'BRQ01', authorisationUrl: 'https://pay.example/f' });
      expect(stub.requests.map(({ path, body }) => ({ path, body }))).toEqual([
        {
          path: '/billing_requests',
          body: { billing_requests: { mandate_request: { currency: 'GBP', metadata: { ddl_customer: 'cus_1' } } } },
        },
        {
          path: '/billing_request_flows',
          body: {
            billing_request_flows: {
              links: { billing_request: 'BRQ01' },
              prefilled_customer: { given_name: 'Ines', company_name: 'Harbour Cafe' },
            },
          },
        },
      ]);
    });
  });

  describe('lists', () => {
    const customer = (id: string): object => ({ id, created_at: '2026-02-02T10:00:01.000Z', email: `${id}@x.example` });

    it('go through all pages, with a cursor of any characters', async () => {
      stub.answers(list('customers', [customer('CU02')], 'A&b+c=d%2F é'), list('customers', [customer('CU01')], null));

      const pages = await pagesOf(connected.account.customers());

      expect(pages.map((page) => page.map(({ id }) => id))).toEqual([['CU02'], ['CU01']]);
      expect(stub.requests.map(({ query }) => query)).toEqual([
        { limit: '500' },
        { limit: '500', after: 'A&b+c=d%2F é' },
      ]);
    });

    it('that go round in circles are ended', async () => {
      stub.answers(list('customers', [], 'A'), list('customers', [], 'A'));

      await expect(pagesOf(connected.account.customers())).rejects.toMatchObject({ because: 'unexpected_answer' });
    });

    it('without cursors are not taken for complete', async () => {
      stub.answers({ body: { customers: [] } });

      await expect(pagesOf(connected.account.customers())).rejects.toMatchObject({ because: 'unexpected_answer' });
    });

    it('send times in UTC, and filters by the names of GoCardless', async () => {
      stub.answers(
        list('events', [], null),
        list('payments', [], null),
        list('events', [], null),
        list('mandates', [], null),
      );

      await pagesOf(
        connected.account.events({ createdAtGte: '2026-02-02T11:00:00+01:00', payment: 'PM01', action: 'paid_out' }),
      );
      await pagesOf(
        connected.account.payments({ mandate: 'MD01', createdAtGte: NOW, createdAtLte: '2026-02-03T10:00:00.000Z' }),
      );
      await pagesOf(connected.account.events({ resourceType: 'payouts', parentEvent: 'EV01' }));
      await connected.account.mandatesOf('CU01');

      expect(stub.requests.map(({ path, query }) => ({ path, query }))).toEqual([
        {
          path: '/events',
          query: { limit: '500', payment: 'PM01', action: 'paid_out', 'created_at[gte]': '2026-02-02T10:00:00.000Z' },
        },
        {
          path: '/payments',
          query: {
            limit: '500',
            mandate: 'MD01',
            'created_at[gte]': NOW,
            'created_at[lte]': '2026-02-03T10:00:00.000Z',
          },
        },
        { path: '/events', query: { limit: '500', resource_type: 'payouts', parent_event: 'EV01' } },
        { path: '/mandates', query: { limit: '500', customer: 'CU01' } },
      ]);
    });

    it.each([
      { createdAtGte: '2026-02-02' },
      { createdAtGte: 'yesterday&limit=1' },
      { action: 'paid&limit=1' },
      { payment: 'PM01', mandate: 'MD01' },
      { payment: 'PM01', resourceType: 'payments' },
    ])('refuse the filter %j', async (filter) => {
      await expect(pagesOf(connected.account.events(filter))).rejects.toThrow(RangeError);
      expect(stub.requests).toEqual([]);
    });

    it('of events leave none out: one that can not be read ends them', async () => {
      const event = { id: 'EV01', created_at: NOW, resource_type: 'payments', action: 'created' };
      stub.answers(list('events', [event, { ...event, id: null }], null));

      await expect(pagesOf(connected.account.events({}))).rejects.toMatchObject({ because: 'unexpected_answer' });
    });

    it('of payout items say when GoCardless has forgotten them', async () => {
      const item = { type: 'gocardless_fee', amount: '-65.4', taxes: [{ amount: '10.9' }], links: { payment: 'PM01' } };
      stub.answers(list('payout_items', [item], null), failure(410, 'invalid_api_usage', [{ reason: 'gone' }]));

      expect(await pagesOf(connected.account.payoutItems('PO01'))).toEqual([
        [{ type: 'gocardless_fee', amount: '-65.4', taxes: ['10.9'], gocardlessPaymentId: 'PM01', refundId: null }],
      ]);
      expect(await pagesOf(connected.account.payoutItems('PO02'))).toEqual(['gone']);
    });
  });

  describe('failures', () => {
    it.each([
      [401, 'access_token_revoked'],
      [403, 'insufficient_permissions'],
    ])('a %d is a refused access and not tried again', async (code, reason) => {
      stub.answers(failure(code, 'invalid_api_usage', [{ reason, message: 'no' }]));

      const error = await connected.account.createPayment(CREATION).catch((thrown: unknown) => thrown);

      expect(error).toBeInstanceOf(GoCardlessAccessRefused);
      expect(error).toMatchObject({ code, reason, requestId: 'req-1' });
      expect(stub.requests).toHaveLength(1);
    });

    it('a token that no header can carry is a refused access, without a call', async () => {
      const odd = connect(stub.url, time, 'token\r\nX-Other: 1');
      await expect(odd.account.creditors()).rejects.toMatchObject({ name: 'GoCardlessAccessRefused', code: 401 });
      expect(stub.requests).toEqual([]);
    });

    it.each([
      [404, false],
      [410, true],
    ])('a %d is not found', async (code, gone) => {
      stub.answers(failure(code, 'invalid_api_usage', [{ reason: 'resource_not_found', message: 'no' }]));
      await expect(connected.account.mandate('MD01')).rejects.toMatchObject({ name: 'GoCardlessNotFound', gone });
    });

    it.each(['md01', 'MD01/../../customers', 'MD 01', '', '?limit=1'])(
      '"%s" is not found without a call',
      async (id) => {
        await expect(connected.account.mandate(id)).rejects.toThrow(GoCardlessNotFound);
        await expect(connected.account.cancelPayment(id)).rejects.toThrow(GoCardlessNotFound);
        await expect(connected.account.mandatesOf(id)).rejects.toThrow(GoCardlessNotFound);
        await expect(pagesOf(connected.account.payoutItems(id))).rejects.toThrow(GoCardlessNotFound);
        await expect(pagesOf(connected.account.events({ payment: id }))).rejects.toThrow(GoCardlessNotFound);
        expect(stub.requests).toEqual([]);
      },
    );

    it('a hanging server ends at the deadline', async () => {
      const patient = connect(stub.url, { ...time, deadlineMs: 100, writeSchedule: attempts(1) });
      stub.answers('hang');

      await expect(patient.account.createPayment(CREATION)).rejects.toMatchObject({ because: 'deadline' });
      patient.accounts.end();
    });

    it('a hanging request does not keep its socket', async () => {
      const patient = connect(stub.url, { ...time, deadlineMs: 100, writeSchedule: attempts(1) });
      stub.answers('hang', created);

      await expect(patient.account.createPayment(CREATION)).rejects.toMatchObject({ because: 'deadline' });
      await stub.closed;

      expect(await connected.account.createPayment(CREATION)).toEqual({ outcome: 'created', payment: READ_PAYMENT });
    });

    it('ending the service ends a hanging call and waiting', async () => {
      stub.answers('hang');
      const running = connected.account.createPayment(CREATION).catch((error: unknown) => error);
      connected.accounts.end();

      expect(await running).toMatchObject({ because: 'shutting_down' });
      await expect(connected.account.payment('PM01')).rejects.toMatchObject({ because: 'shutting_down' });
    });

    it.each([
      ['an amount that is a text', { ...PAYMENT, amount: '12000' }],
      ['a part of a minor unit', { ...PAYMENT, amount: 120.5 }],
      ['no mandate', { ...PAYMENT, links: { creditor: 'CR01' } }],
      ['a time that is none', { ...PAYMENT, created_at: 'soon' }],
      ['nothing in it', {}],
    ])('a payment with %s is not believed', async (_, payment) => {
      stub.answers({ body: { payments: payment } });
      await expect(connected.account.payment('PM01')).rejects.toMatchObject({ because: 'unexpected_answer' });
    });

    it('a status that nobody knows passes', async () => {
      stub.answers({ body: { payments: { ...PAYMENT, status: 'somewhere_new' } } });
      expect((await connected.account.payment('PM01')).status).toBe('somewhere_new');
    });

    it('never show the token, nor a page of HTML', async () => {
      stub.answers(badGateway, badGateway, badGateway, badGateway);
      const error = await connected.account.createPayment(CREATION).catch((thrown: unknown) => thrown);
      stub.answers(failure(422, 'validation_failed', [{ field: 'x', message: `you sent ${TOKEN}` }]));
      const refused = await connected.account.createPayment(CREATION).catch((thrown: unknown) => thrown);

      const shown = inspect([error, refused, connected], { depth: 20, showHidden: true });
      expect(error).toBeInstanceOf(GoCardlessUnavailable);
      expect(refused).toBeInstanceOf(GoCardlessRefused);
      expect(shown).not.toContain(TOKEN);
      expect(String(error).length).toBeLessThan(400);
    });
  });

  describe('the rate limit', () => {
    const limits = (
      remaining: number,
      reset: string,
      date = 'Mon, 02 Feb 2026 10:00:00 GMT',
    ): Record<string, string> => ({
      date,
      'ratelimit-limit': '1000',
      'ratelimit-remaining': String(remaining),
      'ratelimit-reset': reset,
    });
    const tooMany = (
      headers: Record<string, string>,
    ): { status: number; headers: Record<string, string>; body: object } => ({
      ...failure(429, 'invalid_api_usage', [{ reason: 'rate_limit_exceeded', message: 'slow down' }]),
      headers,
    });

    it('a 429 is waited for until the reset, by the clock of GoCardless', async () => {
      // Their clock is an hour ahead of ours.
      stub.answers(tooMany(limits(0, 'Mon, 02 Feb 2026 11:00:20 GMT', 'Mon, 02 Feb 2026 11:00:00 GMT')), created);

      expect(await connected.account.createPayment(CREATION)).toEqual({ outcome: 'created', payment: READ_PAYMENT });
      expect(time.waited).toEqual([20_500]);
    });

    it('a 429 without a reset is waited for a second', async () => {
      stub.answers(tooMany({}), created);

      await connected.account.createPayment(CREATION);
      expect(time.waited).toEqual([1500]);
    });

    it('429 for ever ends', async () => {
      const reset = tooMany(limits(0, 'Mon, 02 Feb 2026 10:00:05 GMT'));
      stub.answers(...Array.from({ length: 6 }, () => reset));
      const once = connect(stub.url, { ...time, writeSchedule: attempts(1) });

      await expect(once.account.createPayment(CREATION)).rejects.toMatchObject({ because: 'rate_limit' });
      expect(stub.requests).toHaveLength(6);
      once.accounts.end();
    });

    it('what is left of it is spread over the time left, by all calls of the account together', async () => {
      const found = { body: { payments: PAYMENT } };
      const reset = 'Mon, 02 Feb 2026 10:00:30 GMT';
      stub.answers({ ...found, headers: limits(2, reset) }, found, found, found);

      await connected.account.payment('PM01');
      expect(time.waited).toEqual([]);
      await connected.account.payment('PM01');
      await connected.account.payment('PM01');
      await connected.account.payment('PM01');

      expect(time.waited).toEqual([10_000, 10_000, 10_000]);
    });
  });

  describe('the accounts of connections', () => {
    it('an account takes the changed token from the next time on, and keeps its budget while it is the same', async () => {
      let accessToken = 'first';
      const accounts = new OfficialGoCardlessAccounts(
        { find: () => Promise.resolve({ environment: 'sandbox', accessToken }) },
        stub.url,
        time,
      );
      stub.answers({ body: { payments: PAYMENT } }, { body: { payments: PAYMENT } });

      const first = await accounts.of('con_1');
      const same = await accounts.of('con_1');
      await first.payment('PM01');
      accessToken = 'second';
      const second = await accounts.of('con_1');
      await second.payment('PM01');
      accounts.end();

      expect(same).toBe(first);
      expect(stub.requests.map(({ authorization }) => authorization)).toEqual(['Bearer first', 'Bearer second']);
    });

    it('a connection that there is not is a refused access', async () => {
      const accounts = new OfficialGoCardlessAccounts({ find: () => Promise.resolve(null) }, stub.url, time);
      await expect(accounts.of('con_none')).rejects.toThrow(GoCardlessAccessRefused);
    });
  });
});
