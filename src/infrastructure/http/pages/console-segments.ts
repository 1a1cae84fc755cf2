/** First segments of the console's addresses. The page is served below these and nowhere else: any other unknown address asks for a key. */
export const CONSOLE_SEGMENTS = [
  'customers',
  'mandates',
  'orders',
  'incidents',
  'payments',
  'payouts',
  'receipts',
  'scheduled',
  'settings',
  'setup',
  'sign-in',
] as const;
