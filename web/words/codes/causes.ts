import { said } from './said';
import { MANDATE_MARK, PAYMENT_STATUS } from './states';

/** Why a bank, a payer or GoCardless did something. */
export const CAUSE: Readonly<Record<string, string>> = {
  account_blocked_for_any_financial_transaction: 'the account is blocked',
  authorisation_disputed: 'the payer disputes that it was authorised',
  bank_account_closed: 'the bank account is closed',
  bank_account_transferred: 'the bank account has moved',
  bank_declined_payment: 'the bank declined it',
  cancelled: 'cancelled before it was sent',
  chargeback_settled: 'the chargeback was settled',
  customer_approval_denied: 'the payer did not approve it',
  customer_approval_granted: 'the payer approved it',
  customer_approval_skipped: 'no approval was needed',
  daily_payment_limit_reached: 'the payer’s limit for the day is reached',
  direct_debit_not_enabled: 'the account takes no direct debits',
  initial_one_off_payment_failed: 'the first payment failed',
  instalment_schedule_cancelled: 'the instalment schedule was cancelled',
  instalment_schedule_created: 'an instalment schedule was created',
  insufficient_funds: 'too little on the account',
  insufficient_payment_permissions: 'the mandate does not permit it',
  invalid_bank_details: 'the bank details are wrong',
  late_failure_settled: 'the late failure was settled',
  mandate_activated: 'the mandate is active',
  mandate_blocked: 'the mandate is blocked',
  mandate_blocked_by_gocardless: 'GoCardless blocked the mandate',
  mandate_cancelled: 'the mandate was cancelled',
  mandate_consumed: 'the mandate is used up',
  mandate_created: 'the mandate was created',
  mandate_expired: 'the mandate expired',
  mandate_reinstated: 'the mandate was reinstated',
  mandate_submitted: 'the mandate was submitted',
  mandate_suspended_by_payer: 'the payer suspended the mandate',
  mandate_transferred: 'the mandate moved to another bank',
  matched_to: 'matched to another payment',
  other: 'another reason',
  payment_autoretried: 'GoCardless tries again',
  payment_cancelled: 'the payment was cancelled',
  payment_confirmed: 'the payment was confirmed',
  payment_created: 'the payment was created',
  payment_paid_out: 'the payment was paid out',
  payment_refunded: 'the payment was refunded',
  payment_retried: 'tried again',
  payment_stopped: 'the payer stopped the payment',
  payment_submitted: 'the payment was submitted',
  payment_violated_mandate_parameters: 'it goes beyond what the mandate allows',
  payout_fx_rate_confirmed: 'the exchange rate was confirmed',
  payout_paid: 'the payout was paid',
  payout_tax_exchange_rates_confirmed: 'the exchange rate of the tax was confirmed',
  refer_to_payer: 'the bank says: ask the payer',
  refund_created: 'the refund was created',
  refund_failed: 'the refund failed',
  refund_funds_returned: 'the refunded money came back',
  refund_paid: 'the refund was paid',
  refund_requested: 'the payer asked for a refund',
  refund_settled: 'the refund was settled',
  resubmission_requested: 'it is submitted again',
  return_on_odfi_request: 'returned at the bank’s request',
  scheme_identifier_changed: 'the scheme’s identifier changed',
  sds_settlement_delayed: 'the settlement is delayed',
  surcharge_fee_debited: 'a surcharge was debited',
  test_failure: 'a failure made for a test',
};

/** What a payment or an instalment says of itself. */
export const MESSAGE: Readonly<Record<string, string>> = {
  ...MANDATE_MARK,
  awaiting_gocardless: 'not seen at GoCardless yet',
  requested: 'asked of GoCardless, no answer yet',
  pending_submission: PAYMENT_STATUS.pending_submission,
  pending_customer_approval: 'the payer has to approve it',
  customer_approval_denied: 'the payer did not approve it',
  payment_submitted: 'sent to the bank',
  payment_confirmed: 'collected, not paid out yet',
  payment_paid_out: 'paid out',
  cancellation_requested: 'its cancellation was asked for',
  validation_failed: 'GoCardless found a field that is wrong',
};

/** A message in words: the code, and after a colon what the bank or GoCardless itself wrote. */
export function messageInWords(message: string): string {
  const colon = message.indexOf(':');
  const code = colon < 0 ? message : message.slice(0, colon);
  const words = said({ ...CAUSE, ...MESSAGE }, code);
  return colon < 0 ? words : `${words}: ${message.slice(colon + 1).trim()}`;
}
