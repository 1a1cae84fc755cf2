import { type EventOf, type EventsOn, type TypesOf } from './catalogue';

// Unions of events, asked of the catalogue: an aggregate evolves all that may stand on its streams.

export type BalanceExportEvent = EventsOn<'balanceExport'>;
export type BalanceImportEvent = EventsOn<'balanceImport'>;
export type ConnectionEvent = EventsOn<'connection'>;
export type BalanceEvent = EventOf<TypesOf<'balance'>>;
export type CustomerEvent = EventsOn<'customer'>;
export type DeliveryEvent = EventsOn<'gocardlessWebhook'>;
export type IncidentEvent = EventsOn<'incident'>;
/** Facts of GoCardless's mandate, in any order of arrival. */
export type GoCardlessMandateFact = EventOf<TypesOf<'mandate', 'gocardless'>>;
export type MandateEvent = EventsOn<'mandate'>;
/** These may stand on a claim's, a payout's and a refund's stream. */
export type WaitingEvent = EventOf<TypesOf<'waiting'>>;
export type PaymentClaimEvent = EventsOn<'gocardlessPayment'>;
/** Facts of GoCardless's payment, in any order of arrival. */
export type GoCardlessPaymentFact = EventOf<TypesOf<'payment' | 'refundMovement', 'gocardless'>>;
/** The events that say what is known of a payment: all but the documents that follow from them. */
export type PaymentFactEvent = EventOf<TypesOf<'payment' | 'refundMovement'>>;
export type PaymentEvent = EventsOn<'payment'>;
/** Facts of GoCardless's payout, in any order of arrival. */
export type GoCardlessPayoutFact = EventOf<TypesOf<'payout', 'gocardless'>>;
/** The events that say what is known of a payout: all but the documents that follow from them, and parked events. */
export type PayoutFactEvent = EventOf<TypesOf<'payout'>>;
export type PayoutEvent = EventsOn<'payout'>;
export type PortalLinkEvent = EventsOn<'portalLink'>;
export type GoCardlessPlanEvent = EventsOn<'gocardlessPlan'>;
export type ReceiptBookEvent = EventsOn<'receiptBook'>;
export type ReferenceClaimEvent = EventsOn<'referenceClaim'>;
export type RefundEvent = EventsOn<'refund'>;
export type SalesOrderEvent = EventsOn<'salesOrder'>;
