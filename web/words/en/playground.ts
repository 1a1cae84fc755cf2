/** Words for whoever tries the service with a simulated GoCardless. */
export const words = {
  clock: 'The simulated GoCardless’s clock',
  timeText:
    'GoCardless is simulated here, and its clock stands still until you move it. What falls due on the way happens.',
  step: { 1: 'A day passes', 7: 'A week passes' },
  passing: 'Time is passing …',
  play: 'Fill it with a month of business',
  playing: (day: number, days: number) => `Day ${String(day)} of ${String(days)}`,
  failed: 'The month broke off. The log of the service says why.',

  newTitle: 'Welcome',
  newLead: 'Nothing is connected yet. Two ways to begin:',
  lookTitle: 'Look around',
  lookText:
    'Twelve customers, their orders, payments, receipts and payouts, with a bounced payment, a late failure and a chargeback among them: five weeks in half a minute.',
  setUpTitle: 'Set it up yourself',
  setUpTextSimulated: 'Connect an account, the simulated one or your own sandbox, step by step.',
  setUpText: 'Connect your GoCardless account, step by step. It takes five minutes.',
  steps: [
    'Your access token is tried; nothing is changed at GoCardless.',
    'GoCardless gets an address to tell what happens.',
    'You say from which day on the books are kept.',
    'A first customer is linked to their mandate.',
  ],
  setUp: 'Set up',
  askAdmin: 'An admin sets it up. Nothing else is needed from you.',
} as const;
