/** Words of connecting a GoCardless account, step by step. */
export const words = {
  title: 'Set up',
  steps: ['Account', 'Webhooks', 'Books', 'Connect', 'First delivery', 'Company', 'What next'],
  back: 'Back',
  next: 'Go on',

  accountTitle: 'Which GoCardless account?',
  accountText:
    'In GoCardless’s dashboard, under Developers, make an access token with read-write access and paste it here. It is tried before anything is kept, and never shown again.',
  simulated: 'GoCardless is simulated beside this service. Its own token opens it.',
  useSimulated: 'Use the simulated GoCardless',
  environment: 'Environment',
  token: 'Access token',
  tokenHint: 'Begins with sandbox_ or live_.',
  creditor: 'Whose books are these?',
  creditorHint: 'This token sees several creditors; each has books of its own.',
  try: 'Try it',

  found: (name: string) => `This is the account of ${name}.`,
  readOnly:
    'This token may only read. You can keep books with it, but nothing can be collected until it is replaced by one that may write.',
  webhookTitle: 'Where GoCardless tells what happens',
  webhookText:
    'In the dashboard, under Developers, add a webhook endpoint with this address. GoCardless shows its secret: paste it here.',
  webhookSimulated: 'The simulated GoCardless knows this address already, and its secret stands below.',
  address: 'Address',
  addressNote: 'It must be reachable from the internet for GoCardless itself.',
  secret: 'Secret of the endpoint',

  booksTitle: 'Which books?',
  fixed: 'First day, time zone and series are fixed for ever once the connection is made.',
  name: 'Name',
  nameHint: 'As you call this account; on every screen.',
  booksFrom: 'First day of the books',
  timeZone: 'Time zone',
  series: 'Receipts get their numbers in one series of their own, without a gap.',
  effect: (day: string, place: string) =>
    `What happened before ${day}, 00:00 in ${place}, is known but posts nothing. Every day in the books begins and ends by the clocks of ${place}.`,

  connectTitle: 'Everything right?',
  connect: 'Connect',
  account: 'Account',
  access: 'Access',

  waitTitle: 'Waiting for the first delivery',
  waitText:
    'GoCardless sends something as soon as anything happens there. In the dashboard you can send a test webhook; it arrives here within seconds.',
  wait498:
    'Does the dashboard say 498? Then the secret there is another one than here: put it right under Settings, GoCardless.',
  waitSimulated: 'The simulated GoCardless sends when something happens: link a customer, or let a day pass.',
  arrived: 'The first delivery has arrived. GoCardless and this service understand each other.',
  later: 'Go on without waiting',

  companyTitle: 'What stands on receipts?',
  companyText: 'You can change it at any time under Settings. The accounts of the ledger stand there too.',
  save: 'Save',
  skip: 'Not now',

  nextTitle: 'What next',
  nextText: 'The connection is made. From here on the books keep themselves; three things begin with you:',
  nextCustomer: 'Add the first customer and link their mandate',
  nextKeys: 'Give colleagues a key of their own',
  nextAccounts: 'Choose the accounts of the ledger',
  toOverview: 'To the overview',
  onlyAdmins: 'Setting up is for admins.',
} as const;
