interface IncidentWords {
  readonly label: string;
  /** What has happened. */
  readonly happened: string;
  /** What to do about it. */
  readonly advice: string;
}

export const INCIDENT = {
  parked: {
    label: 'An event waits',
    happened: 'GoCardless told of something that is not known here yet, and fetching it has not worked so far.',
    advice: 'Fetch it again. When that fails, look at the access token of the connection.',
  },
  collected_twice: {
    label: 'Collected twice',
    happened: 'An older attempt was paid out although a newer one had been sent: the payer paid one instalment twice.',
    advice: 'Refund one of the two payments.',
  },
  duplicate_of_row: {
    label: 'Row collected twice',
    happened: 'A second payment carries the mark of a row of an export: the file was probably uploaded twice.',
    advice: 'Cancel the second payment while that is possible, else refund it.',
  },
  duplicate_of_payment: {
    label: 'Payment doubled',
    happened: 'A second payment at GoCardless carries the mark of a payment of ours.',
    advice: 'Cancel the second payment while that is possible, else refund it.',
  },
  differs_from_request: {
    label: 'Not what was asked for',
    happened: 'GoCardless has this payment with another amount, currency or mandate than we asked for.',
    advice: 'Compare the two. Then cancel this one and send the instalment again, or keep it.',
  },
  idempotency_conflict: {
    label: 'Answered by another payment',
    happened: 'GoCardless answered our request with a payment that is not the one we asked for.',
    advice: 'Compare the two payments, then resolve this: the instalment can be sent again after that.',
  },
  after_cancellation: {
    label: 'Collected after it was released',
    happened: 'A row that had been released was collected at GoCardless all the same.',
    advice: 'Keep the payment, or cancel it while that is possible.',
  },
  amount_differs: {
    label: 'Another amount',
    happened: 'GoCardless collects another amount than the row of the export said. GoCardless’s counts.',
    advice: 'Find out whether that was meant, and say so.',
  },
  row_not_seen: {
    label: 'Row not seen at GoCardless',
    happened: 'A working day has passed, and GoCardless has not shown this row of an export.',
    advice: 'Upload the file again, or release the row.',
  },
  status_overdue: {
    label: 'No news of a payment',
    happened: 'Four working days after the charge date nothing has been heard of this payment.',
    advice: 'Fetch it from GoCardless. When that brings nothing, write to their support.',
  },
  unexplained_payout: {
    label: 'Payout not explained',
    happened: 'A payout holds an item that no document explains.',
    advice: 'Look at the payout: each item says what it lacks.',
  },
  compare_failed: {
    label: 'GoCardless says otherwise',
    happened: 'GoCardless’s own list shows another status for this payment, and its events do not explain it.',
    advice: 'Fetch its events. When the difference stays, write to GoCardless’s support.',
  },
  also_collected_elsewhere: {
    label: 'Also collected elsewhere',
    happened: 'A subscription or an instalment schedule at GoCardless collects by the same mandate.',
    advice: 'End it at GoCardless if it was not meant.',
  },
  refunded_and_charged_back: {
    label: 'Refunded and taken back',
    happened: 'The payer was refunded, and the bank took the money back as well: they have it twice.',
    advice: 'Contest the chargeback at GoCardless, or ask the payer.',
  },
  other_creditor: {
    label: 'Collected for another creditor',
    happened:
      'GoCardless collects this payment for another creditor of the same account: its money is not for these books.',
    advice: 'Cancel it while that is possible, else refund it there, and link a mandate of this creditor.',
  },
  direct_settlement: {
    label: 'Not settled by GoCardless',
    happened: 'The money of this payment does not pass through GoCardless’s payouts.',
    advice: 'Book it by hand, and link another mandate.',
  },
  delivery_refused: {
    label: 'Webhook refused',
    happened: 'A webhook held more events than GoCardless ever sends at once, and was not taken in.',
    advice: 'Fetch what GoCardless has told since, and find out who sent the webhook.',
  },
  account_frozen: {
    label: 'Account frozen',
    happened: 'GoCardless has frozen the account: nothing is paid out until that is lifted.',
    advice: 'Ask GoCardless what they need.',
  },
  account_disconnected: {
    label: 'Account disconnected',
    happened: 'The account was disconnected at GoCardless: the access token will not be accepted any more.',
    advice: 'Connect it again with a new access token.',
  },
  information_required: {
    label: 'GoCardless asks about a payer',
    happened: 'GoCardless needs information about a payer before it goes on collecting.',
    advice: 'Answer in GoCardless’s dashboard.',
  },
  outbound_payment: {
    label: 'Paid out of the account',
    happened: 'Money was sent to somebody from the account at GoCardless. It is in no payout and in no books here.',
    advice: 'Book it by hand.',
  },
  log_rewound: {
    label: 'Log rewound',
    happened: 'A restored backup lacks the end of the log.',
    advice: 'Compare it with what auditors hold, and say what became of the rest.',
  },
} as const satisfies Record<string, IncidentWords>;

export function incidentWords(type: string): IncidentWords {
  const words: Readonly<Record<string, IncidentWords>> = INCIDENT;
  return words[type] ?? { label: type.replaceAll('_', ' '), happened: '', advice: '' };
}
