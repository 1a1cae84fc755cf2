export const words = {
  title: 'Overview',
  lastPayouts: 'Last payouts',
  trouble: 'Payments in trouble',
  onTheWay: 'On their way',
  needsAPerson: 'Needs a person',
  nothingNeedsYou: 'nothing needs you',
  noPayouts: 'GoCardless has paid nothing out yet.',
  closedThrough: 'Closed through',
  notClosed: 'no period yet',
} as const;
