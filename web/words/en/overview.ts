const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;

export const words = {
  title: 'Overview',
  onItsWay: 'On its way to us',
  held: 'Held at GoCardless',
  heldNote: (accounts: readonly string[]) => `by the books, account ${accounts.join(', ')}`,
  confirmed: 'Collected, not in the books yet',
  needsAPerson: 'Needs a person',
  nothingNeedsYou: 'nothing needs you',
  oldest: (days: number) =>
    days === 0 ? 'the oldest since today' : `the oldest since ${counted(days, 'day', 'days')}`,
  payments: (count: number) => counted(count, 'payment', 'payments'),
  nothing: 'nothing',

  expected: (currency: string) => `Expected at the bank, ${currency}`,
  expectedLabel: (currency: string) => `Amounts in ${currency} expected at the bank by day`,
  sent: 'Sent',
  planned: 'Planned',
  day: 'Day',
  legend: 'full: sent · dashed: planned · before any fees',
  withoutDate: (amount: string) => `${amount} more is on its way without a known day.`,
  late: (amount: string) => `${amount} was expected before today and is not there yet.`,
  nothingExpected: 'Nothing is expected within 30 days.',

  failures: 'Failures by cause, 90 days',
  noFailures: (day: string) => `Nothing has failed of what was to be charged since ${day}.`,
  cause: 'Cause',
  count: 'Payments',
  amount: 'Amount',
  unknownCause: 'no cause was given',

  lastPayouts: 'Last payouts',
  allPayouts: 'All payouts',
  noPayouts: 'GoCardless has paid nothing out yet.',
  reference: 'Reference',
  arrival: 'At the bank',
  match: 'Match',

  books: 'Books',
  closedThrough: 'Closed through',
  notClosed: 'no period yet',
  lastDelivery: 'GoCardless was last heard of',
  noDelivery: 'never so far',
  lag: 'Screens are behind the log by',
  noLag: 'nothing',
  lagEvents: (events: number) => counted(events, 'event', 'events'),
  ago: (minutes: number) => {
    if (minutes < 1) return 'a moment ago';
    if (minutes < 60) return `${counted(minutes, 'minute', 'minutes')} ago`;
    if (minutes < 48 * 60) return `${counted(Math.round(minutes / 60), 'hour', 'hours')} ago`;
    return `${counted(Math.round(minutes / 1440), 'day', 'days')} ago`;
  },

  firstSteps: 'First steps',
  firstStepsText: 'What is left to do until money arrives by itself.',
  done: 'done',
} as const;
