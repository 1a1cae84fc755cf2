import { bankDetails, EVENT_ACTIONS, eventActions } from './event-catalogue';

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
