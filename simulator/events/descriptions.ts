const SENTENCES: Readonly<Record<string, string>> = {
  payment_created: 'The payment was created.',
  payment_submitted: 'The payment was sent to the bank.',
  payment_confirmed: 'The time in which the bank usually refuses a payment has passed.',
  payment_paid_out: 'The payment was paid out.',
  payment_cancelled: 'The payment was cancelled on request.',
  payment_retried: 'The payment was asked for again on request.',
  payment_autoretried: 'The payment is tried again automatically.',
  late_failure_settled: 'A payment that failed after it was paid out was taken from a payout.',
  chargeback_settled: 'A charged-back payment was taken from a payout.',
  surcharge_fee_debited: 'A fee for a failure or chargeback was taken from a payout.',
  mandate_created: 'The mandate was created.',
  mandate_submitted: 'The mandate was sent to the bank.',
  mandate_activated: 'The mandate can be charged.',
  mandate_cancelled: 'The mandate was cancelled.',
  mandate_expired: 'The mandate expired because it was not used for too long.',
  mandate_reinstated: 'The mandate is in force again.',
  scheme_identifier_changed:
    'The mandate was replaced because the creditor is known to the banks under a new identifier.',
  payout_paid: 'The payout was sent to the bank account.',
  payout_fx_rate_confirmed: 'The exchange rate of the payout is final.',
  refund_paid: 'The refund was sent to the payer.',
  refund_settled: 'The refund was taken from a payout.',
  refund_failed: 'The refund did not reach the payer.',
  refund_funds_returned: 'The money of a failed refund was given back in a payout.',
  refer_to_payer: 'The bank refused without saying more; often the account holds too little.',
  insufficient_funds: 'The account holds too little.',
  bank_account_closed: 'The bank account was closed.',
  bank_account_transferred: 'The bank account was moved to another bank or branch.',
  authorisation_disputed: 'The payer says that this was never authorised.',
  refund_requested: 'The payer asked the bank for the money back.',
  invalid_bank_details: 'The bank account does not exist.',
  direct_debit_not_enabled: 'The account does not take direct debits.',
};

/** Prose for people. It may change at any time; programs go by the cause. */
export function describe(cause: string): string {
  return SENTENCES[cause] ?? `${cause.charAt(0).toUpperCase()}${cause.slice(1).replaceAll('_', ' ')}.`;
}
