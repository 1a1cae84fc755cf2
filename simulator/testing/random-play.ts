import fc from 'fast-check';
import { EVENT_ACTIONS } from '../events/event-catalogue';
import { MANDATE_ACTIONS, MANDATE_STATUSES } from '../machines/mandate';
import { PAYMENT_OUTCOMES } from '../payments/payment-outcomes';
import { REFUND_OUTCOMES } from '../refunds/refund-outcomes';
import { SCHEME_NAMES } from '../schemes/scheme-facts';

/** One request. `<PM>` in path or body stands for the `nth` id of that kind that the simulator has named before. */
export interface Move {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly nth: number;
}

const nth = fc.nat(50);

function move(method: Move['method'], path: string, body?: fc.Arbitrary<object>): fc.Arbitrary<Move> {
  if (body === undefined) return fc.record({ method: fc.constant(method), path: fc.constant(path), nth });
  return fc.record({ method: fc.constant(method), path: fc.constant(path), body, nth });
}

const post = (path: string, body: Record<string, fc.Arbitrary<unknown>> = {}) => move('POST', path, fc.record(body));

const amount = fc.integer({ min: 1, max: 100_000 });
const always = <T>(value: T) => fc.constant(value);
const filter = fc.record({ resourceType: fc.constantFrom('payments', 'mandates') });

/** Everything that changes what the simulator remembers, good and bad, in any order. */
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { arbitrary: post('/control/clock', { advanceDays: fc.nat(9) }), weight: 8 },
  {
    arbitrary: post('/control/customers', {
      scheme: fc.constantFrom('bacs' as const, 'bacs' as const, ...SCHEME_NAMES),
      givenName: fc.constantFrom('Ada', 'Late', 'Fickle', 'Invalid', 'Expired', 'Switching'),
      mandateStatus: fc.constantFrom('active' as const, 'active' as const, ...MANDATE_STATUSES),
      fundsSettlement: fc.constantFrom('managed', 'managed', 'direct'),
    }),
    weight: 4,
  },
  { arbitrary: move('POST', '/control/payments', fc.record({ mandate: always('<MD>'), amount })), weight: 8 },
  {
    arbitrary: move(
      'POST',
      '/payments',
      fc.record({ payments: fc.record({ amount, currency: always('GBP'), links: always({ mandate: '<MD>' }) }) }),
    ),
    weight: 4,
  },
  { arbitrary: post('/control/payments/<PM>/outcomes', { outcome: fc.constantFrom(...PAYMENT_OUTCOMES) }), weight: 4 },
  post('/control/payments/<PM>/outcomes', {
    outcome: fc.constantFrom('failed', 'late_failure', 'charged_back'),
    whenDue: always(true),
    willAttemptRetry: fc.boolean(),
  }),
  post('/control/mandates/<MD>/outcomes', { outcome: fc.constantFrom(...MANDATE_ACTIONS) }),
  post('/control/mandate-replacements'),
  post('/control/mandate-replacements', {
    mandates: always(['<MD>']),
    creditor: always('<CR>'),
    fundsSettlement: fc.constantFrom('managed', 'direct'),
  }),
  move(
    'POST',
    '/subscriptions',
    fc.record({
      subscriptions: fc.record({
        amount,
        currency: always('GBP'),
        interval_unit: fc.constantFrom('weekly', 'monthly'),
        count: fc.integer({ min: 1, max: 3 }),
        links: always({ mandate: '<MD>' }),
      }),
    }),
  ),
  post('/subscriptions/<SB>/actions/pause', { data: fc.record({ pause_cycles: fc.integer({ min: 1, max: 2 }) }) }),
  post('/subscriptions/<SB>/actions/resume'),
  post('/subscriptions/<SB>/actions/cancel'),
  move(
    'POST',
    '/instalment_schedules',
    fc.record({
      instalment_schedules: fc.record({
        name: always('Kit'),
        currency: always('GBP'),
        total_amount: always(900),
        instalments: always([{ amount: 400 }, { amount: 500 }]),
        links: always({ mandate: '<MD>' }),
      }),
    }),
  ),
  post('/instalment_schedules/<IS>/actions/cancel'),
  move('POST', '/control/refunds', fc.record({ payment: always('<PM>'), amount: fc.integer({ min: 1, max: 100 }) })),
  move('POST', '/control/refunds', fc.record({ mandate: always('<MD>'), amount: fc.integer({ min: 1, max: 100 }) })),
  post('/control/refunds/<RF>/outcomes', { outcome: fc.constantFrom(...REFUND_OUTCOMES) }),
  post('/control/payouts/<PO>/outcomes', { outcome: fc.constantFrom('bounced', 'paid') }),
  post('/control/creditors/<CR>', {
    fxPayoutCurrency: fc.constantFrom('EUR', null),
    exchangeRate: always('1.25'),
    frozen: fc.boolean(),
  }),
  post('/control/creditors', { name: always('Second Harbour') }),
  post('/control/events', {
    resourceType: fc.constantFrom('payments', 'surprises'),
    action: fc.constantFrom('paid_out', 'happened'),
    links: always({ payment: '<PM>' }),
  }),
  // Each that GoCardless publishes, of whatever is named.
  move(
    'POST',
    '/control/events',
    fc.constantFrom(...EVENT_ACTIONS).map(({ resource_type: resourceType, action, origin, cause }) => {
      return { resourceType, action, origin, cause, links: { creditor: '<CR>', customer: '<CU>' } };
    }),
  ),
  post('/control/organisations', { name: always('Another') }),
  post('/control/tokens', { newToken: fc.constantFrom('one', 'two'), access: fc.constantFrom('full', 'read_only') }),
  post('/control/tokens/revoke', { token: fc.constantFrom('one', 'two') }),
  post('/control/holidays', { holidays: fc.subarray(['2026-02-03', '2026-02-11']) }),
  post('/control/rate-limit', { limit: fc.integer({ min: 1000, max: 2000 }) }),
  post('/control/faults', { fault: always('500'), times: fc.integer({ min: 1, max: 2 }), path: always('/payments') }),
  // Nobody listens at port 1: every delivery fails, and is tried again.
  {
    arbitrary: post('/control/webhook-endpoints', { url: always('http://127.0.0.1:1'), secret: always('s') }),
    weight: 2,
  },
  post('/control/webhook-endpoints/<WE>', { enabled: fc.boolean(), secret: always('t') }),
  move('DELETE', '/control/webhook-endpoints/<WE>'),
  post('/control/deliveries', {
    hold: fc.oneof(fc.boolean(), filter),
    drop: fc.oneof(fc.nat(2), filter),
    duplicate: fc.nat(1),
    shuffle: fc.boolean(),
    split: fc.integer({ min: 1, max: 3 }),
  }),
  { arbitrary: post('/control/webhooks/flush'), weight: 3 },
  post('/webhooks/<WB>/actions/retry'),
  move('GET', '/payouts'),
  move('DELETE', '/customers/<CU>'),
  post('/billing_requests', {
    billing_requests: always({
      mandate_request: { scheme: 'bacs', currency: 'GBP' },
      payment_request: { amount: 500, currency: 'GBP', description: 'First' },
    }),
  }),
  move(
    'POST',
    '/billing_request_flows',
    always({ billing_request_flows: { redirect_uri: 'https://example.com', links: { billing_request: '<BRQ>' } } }),
  ),
  post('/control/billing-requests/<BRQ>/fulfil'),
);

const opening = (path: string, body: object, nth = 0): Move => ({
  method: 'POST',
  path: `/control/${path}`,
  body,
  nth,
});

/** Gives the random moves something to be about. */
export const OPENING: readonly Move[] = [
  opening('deliveries', { mode: 'manual' }),
  opening('webhook-endpoints', { url: 'http://127.0.0.1:1', secret: 's' }),
  opening('customers', { count: 3 }),
  opening('payments', { mandate: '<MD>', amount: 5000 }),
  opening('payments/<PM>/outcomes', { outcome: 'paid_out' }),
  opening('clock', { advanceDays: 10 }),
  opening('payments', { mandate: '<MD>', amount: 5000 }, 1),
  opening('payments', { mandate: '<MD>', amount: 5000 }, 2),
  opening('payments/<PM>/outcomes', { outcome: 'confirmed' }, 1),
  opening('refunds', { payment: '<PM>', amount: 100 }),
];

export const plays: fc.Arbitrary<Move[]> = fc
  .array(anyMove, { minLength: 10, maxLength: 40, size: 'max' })
  .map((moves) => [...OPENING, ...moves]);

/** Remembers the ids that answers name, so that later moves can be about them. */
export class NamedIds {
  private readonly byPrefix = new Map<string, string[]>();

  read(answer: string): void {
    for (const [id] of answer.matchAll(/\b[A-Z]{2,3}[0-9A-Z]{11,12}\b/g)) {
      const prefix = /^(BRQ|[A-Z]{2})/.exec(id)?.[0] ?? '';
      const ids = this.byPrefix.get(prefix) ?? [];
      if (!ids.includes(id)) ids.push(id);
      this.byPrefix.set(prefix, ids);
    }
  }

  /** The text with every `<PM>` replaced by an id. */
  fill(text: string, nth: number): string {
    return text.replaceAll(/<([A-Z]+)>/g, (_, prefix: string) => {
      const ids = this.byPrefix.get(prefix) ?? [];
      return ids[nth % Math.max(1, ids.length)] ?? `${prefix}NONE`;
    });
  }
}
