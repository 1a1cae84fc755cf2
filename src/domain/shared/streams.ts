/** Names of streams, one stream per thing. GoCardless's ids are scoped by connection: no account can speak for another. */
export const streams = {
  connection: (id: string) => `connection-${id}`,
  customer: (id: string) => `customer-${id}`,
  balanceImport: (id: string) => `balanceImport-${id}`,
  balanceExport: (id: string) => `balanceExport-${id}`,
  /** The rows of a batch stand beside its life, so that no command on the batch has to read a hundred thousand of them. */
  balanceExportRows: (id: string) => `balanceExportRows-${id}`,
  incident: (id: string) => `incident-${id}`,
  salesOrder: (id: string) => `salesOrder-${id}`,
  payment: (id: string) => `payment-${id}`,
  mandate: (connectionId: string, mandateId: string) => `mandate-${connectionId}.${mandateId}`,
  payout: (connectionId: string, payoutId: string) => `payout-${connectionId}.${payoutId}`,
  refund: (connectionId: string, refundId: string) => `refund-${connectionId}.${refundId}`,
  /** What was received: one stream for each distinct body, so that the same body sent again is the same append. */
  delivery: (connectionId: string, bodySha256: string) => `gocardlessWebhook-${connectionId}.${bodySha256}`,
  /** Which of our payments a GoCardless payment is; the first claim counts. */
  paymentClaim: (connectionId: string, gocardlessPaymentId: string) =>
    `gocardlessPayment-${connectionId}.${gocardlessPaymentId}`,
  receiptBook: (connectionId: string) => `receiptBook-${connectionId}`,
} as const;

/** The category of a stream: the word before its first `-`. */
export function categoryOf(stream: string): string {
  const dash = stream.indexOf('-');
  return dash === -1 ? stream : stream.slice(0, dash);
}
