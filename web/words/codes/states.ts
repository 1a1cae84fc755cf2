/** Short words for every state and kind that the service names. */

export const PAYMENT_STATUS = {
  requested: 'requested',
  awaiting_gocardless: 'awaiting GoCardless',
  rejected: 'rejected',
  pending_customer_approval: 'awaiting approval',
  customer_approval_denied: 'approval denied',
  pending_submission: 'pending submission',
  submitted: 'submitted',
  confirmed: 'confirmed',
  paid_out: 'paid out',
  failed: 'failed',
  charged_back: 'charged back',
  cancelled: 'cancelled',
} as const satisfies Record<string, string>;

export const MANDATE_STATUS = {
  pending_customer_approval: 'awaiting approval',
  pending_submission: 'pending submission',
  submitted: 'submitted',
  active: 'active',
  suspended_by_payer: 'suspended by the payer',
  failed: 'failed',
  cancelled: 'cancelled',
  expired: 'expired',
  consumed: 'used up',
  blocked: 'blocked',
  unknown: 'not known',
} as const satisfies Record<string, string>;

/** Why a mandate can not be used, or an instalment has none. */
export const MANDATE_MARK = {
  no_mandate: 'no mandate yet',
  mandate_unlinked: 'the mandate was unlinked',
  mandate_replaced: 'the mandate was replaced',
  mandate_suspended_by_payer: 'the payer suspended the mandate',
  mandate_failed: 'the mandate failed',
  mandate_cancelled: 'the mandate was cancelled',
  mandate_expired: 'the mandate expired',
  mandate_consumed: 'the mandate is used up',
  mandate_blocked: 'the mandate is blocked',
  mandate_unknown: 'the mandate’s status is not known',
  other_creditor: 'the mandate is another creditor’s',
  direct_settlement: 'the money would not pass through GoCardless’s payouts',
} as const satisfies Record<string, string>;

export const PAYOUT_STATUS = {
  pending: 'on its way',
  paid: 'paid',
  bounced: 'bounced',
} as const satisfies Record<string, string>;

export const REFUND_STATUS = {
  requested: 'asked for',
  refused: 'refused',
  created: 'made',
  paid: 'paid',
  failed: 'failed',
  funds_returned: 'came back',
  unknown: 'not known',
} as const satisfies Record<string, string>;

export const EXPORT_STATUS = {
  opened: 'being sealed',
  exported: 'sealed',
  abandoned: 'given up',
} as const satisfies Record<string, string>;

/** Of a row of a batch: its own while it has no payment, else that of its payment. */
export const ROW_STATUS = {
  ...PAYMENT_STATUS,
  exported: 'in the file',
  released: 'released',
  matched: 'matched to another payment',
} as const satisfies Record<string, string>;

export const DELIVERY_STATUS = {
  received: 'received',
  applied: 'applied',
  ignored: 'ignored',
  parked: 'parked',
  duplicate: 'repeated',
  foreign: 'not ours',
} as const satisfies Record<string, string>;

/** Why a GoCardless event waits, is ignored or is not ours. */
export const DELIVERY_REASON = {
  unknown_payment: 'this payment is not known here yet',
  unknown_refund: 'this refund is not known here yet',
  unknown_plan: 'this subscription or schedule is not known here yet',
  payout_not_read: 'the payout could not be read yet',
  gocardless_unavailable: 'GoCardless did not answer',
  access_refused: 'GoCardless refused the access token',
  unknown_action: 'an action that means nothing to the books',
  unknown_resource_type: 'a kind of thing that the books do not hold',
  no_resource_id: 'it names nothing',
  changes_nothing: 'it changes nothing here',
  not_found: 'the access token does not see it',
  other_creditor: 'it belongs to another creditor',
} as const satisfies Record<string, string>;

export const SUSPICION = {
  duplicate_of_payment: 'a second payment of a request that has one',
  duplicate_of_row: 'a second payment of a row that has one',
  differs_from_request: 'another amount, currency or mandate than was asked for',
} as const satisfies Record<string, string>;

export const ORIGIN = {
  scheduled_payment: 'instalment',
  balance_export: 'balance',
  manual: 'by hand',
  adopted: 'made at GoCardless',
} as const satisfies Record<string, string>;

export const MONTH_STATE = {
  none: 'not played',
  playing: 'being played',
  played: 'played',
  failed: 'broken off',
} as const satisfies Record<string, string>;

export const PORTAL_LINK_STATUS = {
  live: 'works',
  expired: 'too old',
  revoked: 'revoked',
} as const satisfies Record<string, string>;

export const DOCUMENT_KIND = {
  receipt: 'receipt',
  reversal: 'reversal',
  refund: 'refund',
  refund_returned: 'refund returned',
  prior_loss: 'loss of an earlier period',
  prior_restored: 'restored from an earlier period',
  payout: 'payout',
  payout_bounced: 'payout bounced',
  payout_restored: 'payout paid again',
  correction: 'correction',
} as const satisfies Record<string, string>;

export const PAYOUT_ITEM = {
  payment_paid_out: 'payment',
  payment_failed: 'late failure',
  payment_charged_back: 'chargeback',
  payment_refunded: 'refund of a payment',
  refund: 'refund',
  refund_funds_returned: 'refund returned',
  gocardless_fee: 'GoCardless fee',
  app_fee: 'app fee',
  revenue_share: 'revenue share',
  surcharge_fee: 'surcharge',
} as const satisfies Record<string, string>;

/** Why an item of a payout does not match: a word for its row, and what it means. */
export const WHY_UNMATCHED = {
  unknown_payment: 'not known here',
  not_paid_out_here: 'not told yet',
  another_payout: 'told of another payout',
  refund_unknown: 'refund not known',
  no_document: 'no document for it',
  unknown_type: 'of a new kind',
} as const satisfies Record<string, string>;

/** What a search finds. */
export const FOUND_KIND = {
  customer: 'customer',
  mandate: 'mandate',
  sales_order: 'order',
  scheduled_payment: 'instalment',
  payment: 'payment',
  payout: 'payout',
  receipt: 'receipt',
  balance_export: 'export',
} as const satisfies Record<string, string>;

/** The first steps of a new installation. */
export const SET_UP_STEP = {
  connection: 'Connect GoCardless',
  delivery: 'Hear from GoCardless for the first time',
  company: 'Say what stands on your receipts',
  customer: 'Add a customer',
  mandate: 'Link a mandate',
  payment: 'Collect a payment',
} as const satisfies Record<string, string>;

/** What some incidents say beside their type. */
export const INCIDENT_DETAIL = {
  unknown_payments: 'It holds payments of which nothing was told here.',
  does_not_add_up: 'Its items and its amount do not add up.',
} as const satisfies Record<string, string>;

/** What a booking of a payout is called. */
export const BOOKING_KIND = {
  payout: 'Booked',
  payout_bounced: 'Taken back by the bank',
  payout_restored: 'Paid again',
  correction: 'Corrected',
} as const satisfies Record<string, string>;

export const ROLE = {
  admin: 'admin',
  accountant: 'accountant',
  collector: 'collector',
  auditor: 'auditor',
} as const satisfies Record<string, string>;

export const ENVIRONMENT = { sandbox: 'sandbox', live: 'live' } as const satisfies Record<string, string>;

export const ACCESS = { read_write: 'read and write', read_only: 'read only' } as const satisfies Record<
  string,
  string
>;

export const FOUND_BY = {
  email: 'e-mail',
  gocardless_customer_id: 'GoCardless customer id',
  mandate_id: 'mandate id',
  itself: 'itself',
} as const satisfies Record<string, string>;

export const SUGGESTION = {
  same_email: 'same e-mail',
  same_name: 'same name',
  same_company: 'same company',
  no_mandate: 'no mandate to suggest',
  unknown_payer: 'nobody here fits this payer',
} as const satisfies Record<string, string>;

export const LINK_OUTCOME = {
  linked: 'linked',
  already_linked: 'linked before',
  duplicate: 'says the same as another line',
  ambiguous: 'several fit',
  none: 'nobody fits',
  unusable: 'no usable mandate',
  linked_elsewhere: 'linked to another customer',
  other_creditor: 'another creditor’s mandate',
  direct_settlement: 'not settled by GoCardless',
} as const satisfies Record<string, string>;

export const SCHEDULER_OUTCOME = {
  sent: 'sent',
  moved: 'sent, charge date moved',
  refused: 'refused by GoCardless',
  blocked: 'not sent',
} as const satisfies Record<string, string>;

export const LEFT_OUT = {
  no_usable_mandate: 'no usable mandate',
  nothing_collectable: 'nothing to collect',
  wrong_currency: 'another currency',
  changed_meanwhile: 'changed in the meantime',
} as const satisfies Record<string, string>;

export const ACCEPTED_BY = { collector: 'collector', system: 'the system' } as const satisfies Record<string, string>;

export const RESOLVED_BY = { facts: 'the facts', staff: 'a person' } as const satisfies Record<string, string>;

export const INTERVAL = {
  week: 'every week',
  month: 'every month',
  quarter: 'every quarter',
  year: 'every year',
} as const satisfies Record<string, string>;

/** What is worth knowing of an order before it is placed. */
export const ORDER_WARNING = {
  no_mandate: 'The customer has no usable mandate yet: the instalments wait until there is one.',
  charge_date_moved: 'The mandate can not be charged as early as some instalments are due: these are charged later.',
  charge_dates_unknown: 'GoCardless does not answer now, so whether a date will be moved is not known.',
} as const satisfies Record<string, string>;

export const ITEMS_STATE = {
  not_listed: 'GoCardless has not listed its items yet.',
  listed: 'All items are listed.',
  gone: 'GoCardless no longer has the items: it keeps them for six months.',
} as const satisfies Record<string, string>;

export const SCHEME: Readonly<Record<string, string>> = {
  ach: 'ACH',
  autogiro: 'Autogiro',
  bacs: 'Bacs',
  becs: 'BECS',
  becs_nz: 'BECS NZ',
  betalingsservice: 'Betalingsservice',
  faster_payments: 'Faster Payments',
  pad: 'PAD',
  pay_to: 'PayTo',
  sepa_core: 'SEPA Core',
  sepa_cor1: 'SEPA COR1',
  sepa_credit_transfer: 'SEPA Credit Transfer',
  sepa_instant_credit_transfer: 'SEPA Instant',
};

/** The columns of the matrix of flags, with what each means. */
export const FLAG = {
  isDirectDebit: { label: 'Is direct debit', meaning: 'It is collected by direct debit.' },
  paymentCreated: { label: 'Payment created', meaning: 'The payment exists at GoCardless.' },
  isProcessed: { label: 'Is processed', meaning: 'GoCardless was asked to collect it.' },
  succeeded: { label: 'Succeeded', meaning: 'The payment is under way or done, and nothing has gone wrong.' },
  isPaymentProcessed: { label: 'Is payment processed', meaning: 'The money was paid out; a receipt stands.' },
  hasErrors: { label: 'Has errors', meaning: 'It was refused, it failed, or the bank took the money back.' },
  isCancelled: { label: 'Is cancelled', meaning: 'It was cancelled.' },
} as const;

/** The flags of an e-payment. */
export const PAYMENT_FLAG = {
  scheduled: 'scheduled',
  pending: 'pending',
  submitted: 'submitted',
  succeeded: 'succeeded',
  confirmed: 'confirmed',
  paidOut: 'paid out',
  cancelled: 'cancelled',
  hasErrors: 'has errors',
  lateFailure: 'late failure',
  chargedBack: 'charged back',
  retryScheduled: 'retry scheduled',
} as const satisfies Record<string, string>;

export const WORK_KIND = {
  scheduler_run: 'run of the scheduler',
  balance_import: 'import of balances',
  balance_export: 'export of balances',
} as const satisfies Record<string, string>;

export const WORK_STATE = {
  running: 'running',
  done: 'done',
  failed: 'failed',
} as const satisfies Record<string, string>;
