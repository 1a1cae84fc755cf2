/** Words of the payer’s own page, for who knows nothing of this service. */
export const words = {
  title: 'Your payments',
  of: (name: string) => `For ${name}`,
  opening: 'One moment …',
  coming: 'Next payments',
  noComing: 'Nothing is planned.',
  receipts: 'Receipts',
  noReceipts: 'There is no receipt yet. One appears when a payment has arrived.',
  date: 'Date',
  what: 'What',
  amount: 'Amount',
  dateFollows: 'date follows',
  pdf: (number: string) => `${number} as PDF`,
  more: 'Only the newest are shown. Ask for older ones.',
  print: 'Print',
  signOut: 'Sign out',
  again: 'Try again',
  vat: (number: string) => `VAT number ${number}`,
  collects: 'collects these payments by direct debit.',
  noConnection: 'No connection. Nothing was lost: try again.',
  failed: 'Something went wrong. Try again in a moment.',
  outTitle: 'This link does not work',
  outText:
    'Links to this page work for seven days. Ask whoever sent it to you for a new one; it costs them a moment, and all your receipts are still there.',
  leftTitle: 'You are signed out',
  leftText: 'Open your link once more to come back.',
} as const;

/** What becomes of a payment that has not arrived. */
export const COMING = {
  planned: 'will be collected',
  on_its_way: 'on its way',
  not_collected: 'could not be collected',
  no_mandate: 'waits for your direct debit to be set up',
} as const satisfies Record<string, string>;

/** What a document means for whoever paid. */
export const MEANING: Readonly<Record<string, (earlier: string | null) => string>> = {
  receipt: () => 'Your payment arrived.',
  reversal: (earlier) => `The payment was taken back by your bank; ${the(earlier)} no longer counts.`,
  refund: () => 'Money was paid back to you.',
  refund_returned: () => 'Money that was paid back to you was returned by your bank.',
  prior_loss: () => 'An earlier payment was taken back by your bank.',
  prior_restored: () => 'An earlier payment counts again.',
  correction: (earlier) => `Corrects ${the(earlier)}, which no longer counts.`,
};

function the(earlier: string | null): string {
  return earlier === null ? 'its receipt' : `receipt ${earlier}`;
}
