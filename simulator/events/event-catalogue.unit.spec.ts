import { EventDetailsOrigin, EventDetailsScheme, EventResourceType } from 'gocardless-nodejs';
import { bankDetails, EVENT_ACTIONS, eventActions } from './event-catalogue';

const distinct = (words: readonly (string | null)[]) => [...new Set(words)].filter((word) => word !== null).sort();

test('every resource type of the official client has its actions, in the words of the client', () => {
  expect(distinct(EVENT_ACTIONS.map((row) => row.resource_type))).toEqual(distinct(Object.values(EventResourceType)));
  expect(distinct(EVENT_ACTIONS.map(({ origin }) => origin))).toEqual(distinct(Object.values(EventDetailsOrigin)));
  const schemes = distinct(EVENT_ACTIONS.map(({ scheme }) => scheme));
  expect(schemes.filter((scheme) => !distinct(Object.values(EventDetailsScheme)).includes(scheme))).toEqual([]);
});

test('each resource type comes with the actions that GoCardless publishes', () => {
  const counts = new Map<string, number>();
  for (const pair of new Set(EVENT_ACTIONS.map((row) => `${row.resource_type} ${row.action}`))) {
    const type = pair.split(' ')[0] ?? '';
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }

  expect(Object.fromEntries(counts)).toEqual({
    billing_requests: 19,
    creditors: 5,
    customers: 3,
    exports: 3,
    instalment_schedules: 6,
    mandates: 14,
    organisations: 1,
    outbound_payments: 6,
    payer_authorisations: 2,
    payment_account_transactions: 1,
    payments: 15,
    payouts: 3,
    refunds: 5,
    scheme_identifiers: 1,
    subscriptions: 12,
  });
});

test('what a bank says is filled in from the scheme’s usual words', () => {
  expect([
    bankDetails('payments', 'failed', 'bacs', {}),
    bankDetails('payments', 'failed', 'bacs', { reasonCode: 'ARUDD-B' }),
    bankDetails('payments', 'failed', 'sepa_core', { cause: 'insufficient_funds' }),
    bankDetails('payments', 'charged_back', 'betalingsservice', {}),
    bankDetails('payments', 'failed', 'autogiro', {}),
  ]).toEqual([
    { origin: 'bank', cause: 'refer_to_payer', scheme: 'bacs', reason_code: 'ARUDD-0' },
    { origin: 'bank', cause: 'bank_account_closed', scheme: 'bacs', reason_code: 'ARUDD-B' },
    { origin: 'bank', cause: 'insufficient_funds', scheme: 'sepa_core', reason_code: 'AM04' },
    { origin: 'bank', cause: 'refund_requested', scheme: 'betalingsservice', reason_code: 'PAYMENT_INFORMATION-0239' },
    { origin: 'bank', cause: 'refer_to_payer', scheme: 'autogiro' },
  ]);
});

test('every row that a bank causes names its scheme', () => {
  const nameless = EVENT_ACTIONS.filter(({ reason_codes, scheme }) => reason_codes.length > 0 && scheme === null);

  expect(nameless).toEqual([]);
  expect(eventActions('payments', 'unheard_of')).toEqual([]);
});
