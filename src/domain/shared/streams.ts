/** What a stream is of: the word before the first `-` of its name. */
export type StreamCategory =
  | 'connection'
  | 'customer'
  | 'balanceImport'
  | 'balanceExport'
  | 'balanceExportRows'
  | 'incident'
  | 'salesOrder'
  | 'payment'
  | 'mandate'
  | 'payout'
  | 'refund'
  | 'gocardlessWebhook'
  | 'gocardlessPayment'
  | 'gocardlessPlan'
  | 'gocardlessResource'
  | 'receiptBook'
  | 'portalLink'
  | 'referenceClaim';

/** Names of streams, one stream per thing. GoCardless's ids are scoped by connection: no account can speak for another. */
export const streams = {
  connection: (id: string) => named('connection', id),
  customer: (id: string) => named('customer', id),
  balanceImport: (id: string) => named('balanceImport', id),
  balanceExport: (id: string) => named('balanceExport', id),
  /** The rows of a batch stand beside its life, so that no command on the batch has to read a hundred thousand of them. */
  balanceExportRows: (id: string) => named('balanceExportRows', id),
  incident: (id: string) => named('incident', id),
  salesOrder: (id: string) => named('salesOrder', id),
  payment: (id: string) => named('payment', id),
  mandate: (connectionId: string, mandateId: string) => named('mandate', connectionId, mandateId),
  payout: (connectionId: string, payoutId: string) => named('payout', connectionId, payoutId),
  refund: (connectionId: string, refundId: string) => named('refund', connectionId, refundId),
  /** What was received: one stream for each distinct body, so that the same body sent again is the same append. */
  delivery: (connectionId: string, bodySha256: string) => named('gocardlessWebhook', connectionId, bodySha256),
  /** Which of our payments a GoCardless payment is; the first claim counts. */
  paymentClaim: (connectionId: string, gocardlessPaymentId: string) =>
    named('gocardlessPayment', connectionId, gocardlessPaymentId),
  /** By which mandate a subscription or instalment schedule collects. */
  gocardlessPlan: (connectionId: string, planId: string) => named('gocardlessPlan', connectionId, planId),
  /** Whatever else GoCardless speaks of: billing requests, outbound payments, … */
  gocardlessResource: (connectionId: string, resourceId: string) =>
    named('gocardlessResource', connectionId, resourceId),
  receiptBook: (connectionId: string) => named('receiptBook', connectionId),
  portalLink: (id: string) => named('portalLink', id),
  /** Whose a reference of customers or orders is. */
  referenceClaim: (connectionId: string, claimId: string) => named('referenceClaim', connectionId, claimId),
} as const;

function named(category: StreamCategory, ...ids: readonly string[]): string {
  return `${category}-${ids.join('.')}`;
}

/** The category of a stream: the word before its first `-`. */
export function categoryOf(stream: string): string {
  const dash = stream.indexOf('-');
  return dash === -1 ? stream : stream.slice(0, dash);
}

/** The id at GoCardless of what a stream is about, where it is named after one: the word after its last dot. */
export function gocardlessIdOf(stream: string): string {
  return stream.slice(stream.lastIndexOf('.') + 1);
}
