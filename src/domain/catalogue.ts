import { type CorrectionPosted, type DocumentPosted } from './accounting/document';
import type * as balanceExports from './balance-exports/events';
import type * as balanceImports from './balance-imports/events';
import type * as connections from './connections/events';
import type * as customers from './customers/events';
import type * as deliveries from './deliveries/events';
import type * as plans from './gocardless-plans/events';
import { type GoCardlessResourceChanged } from './gocardless-resources/events';
import { type IncidentResolved } from './incidents/events';
import type * as mandates from './mandates/events';
import type * as paymentClaims from './payment-claims/events';
import type * as payments from './payments/events';
import type * as payouts from './payouts/events';
import type * as portalLinks from './portal-links/events';
import { type ReceiptNumbered } from './receipts/events';
import type * as referenceClaims from './reference-claims/events';
import type * as refunds from './refunds/events';
import type * as salesOrders from './sales-orders/events';
import { type Fact } from './shared/event';
import { type StreamCategory } from './shared/streams';

/** What the log must know of an event type to write and to read it. */
export interface CatalogueEntry {
  /** Version of the data that is written now; older ones are upcast when they are read. */
  readonly version: number;
  /**
   * Paths of the fields that hold personal data; `*` stands for every element of an array. They are sealed under the key of the
   * person that the metadata names as `customerId`, or that `person` names.
   */
  readonly personal: readonly string[];
  /** The field beside a personal one that names the person, where one event speaks of several. */
  readonly person?: string;
}

/** Event types that belong together, and the aggregates that they evolve: on the streams of these they stand, and on no other. */
const GROUPS = {
  connection: ['connection'],
  customer: ['customer'],
  balance: ['customer'],
  balanceImport: ['balanceImport'],
  balanceExport: ['balanceExport'],
  exportRows: ['balanceExportRows'],
  mandate: ['mandate'],
  salesOrder: ['salesOrder'],
  payment: ['payment'],
  /** What a refund moves on its payment: told by the refund's events, which are recorded on the refund's own stream too. */
  refundMovement: ['payment'],
  document: ['payment', 'payout', 'refund'],
  receiptBook: ['receiptBook'],
  payout: ['payout'],
  refund: ['refund'],
  delivery: ['gocardlessWebhook'],
  claim: ['gocardlessPayment'],
  /** What GoCardless says of a plan stands with its mandate; which one that is, on the plan's own stream. */
  plan: ['mandate'],
  planRead: ['gocardlessPlan'],
  /** What concerns the account as a whole stands with its connection, the rest by itself. */
  resource: ['connection', 'gocardlessResource'],
  waiting: ['gocardlessPayment', 'payout', 'refund', 'gocardlessPlan'],
  incident: ['incident'],
  portalLink: ['portalLink'],
  referenceClaim: ['referenceClaim'],
} as const satisfies Readonly<Record<string, readonly StreamCategory[]>>;

export type Group = keyof typeof GROUPS;

/** Whose word a fact is: what we decided or noted, or what GoCardless observed. */
export type Source = 'us' | 'gocardless';

/** The process that carries out what an event asks for, by its name; null for an event that asks for nothing. */
export type CarriedOutBy = 'submission' | 'balance-batches' | null;

interface Entry<F extends Fact, G extends Group, S extends Source, P extends CarriedOutBy> extends CatalogueEntry {
  readonly group: G;
  readonly from: S;
  readonly carriedOutBy: P;
  /** Never there: it carries the event's type. */
  readonly fact?: F;
}

/** Makes the entries of one group; what is personal is said with each type. */
function entryOf<G extends Group, S extends Source, P extends CarriedOutBy = null>(
  group: G,
  from: S,
  ...[carriedOutBy]: P extends null ? [] : [P]
) {
  return <F extends Fact>(given: Partial<CatalogueEntry> = {}): Entry<F, G, S, P> => ({
    version: 1,
    personal: [],
    ...given,
    group,
    from,
    carriedOutBy: (carriedOutBy ?? null) as P, // left out only where it is null
  });
}

const connection = entryOf('connection', 'us');
const customer = entryOf('customer', 'us');
const balance = entryOf('balance', 'us');
const balanceImport = entryOf('balanceImport', 'us');
const balanceExport = entryOf('balanceExport', 'us');
const salesOrder = entryOf('salesOrder', 'us');
const mandate = entryOf('mandate', 'us');
const mandateFact = entryOf('mandate', 'gocardless');
const payment = entryOf('payment', 'us');
const paymentFact = entryOf('payment', 'gocardless');
const refundMovement = entryOf('refundMovement', 'gocardless');
const document = entryOf('document', 'us');
const payout = entryOf('payout', 'us');
const payoutFact = entryOf('payout', 'gocardless');
const delivery = entryOf('delivery', 'us');
const waiting = entryOf('waiting', 'us');
const portalLink = entryOf('portalLink', 'us');
const referenceClaim = entryOf('referenceClaim', 'us');

/** Each is followed by work on the streams of customers and payments. */
const importForOthers = entryOf<'balanceImport', 'us', 'balance-batches'>('balanceImport', 'us', 'balance-batches');
const exportForOthers = entryOf<'balanceExport', 'us', 'balance-batches'>('balanceExport', 'us', 'balance-batches');
/** Each is followed by a call of GoCardless. */
const release = entryOf<'salesOrder', 'us', 'submission'>('salesOrder', 'us', 'submission');
const request = entryOf<'payment', 'us', 'submission'>('payment', 'us', 'submission');

/**
 * Every event type there is, said once: its group, whose word it is, what is personal in it. Groups of types and the types of their events
 * are asked of it. A golden file pins the form of each.
 */
export const CATALOGUE = named({
  ConnectionOpened: connection<connections.ConnectionOpened>(),
  AccountsChosen: connection<connections.AccountsChosen>(),
  AccessTokenChanged: connection<connections.AccessTokenChanged>(),
  WebhookSecretsChanged: connection<connections.WebhookSecretsChanged>(),
  CompanyDetailsChanged: connection<connections.CompanyDetailsChanged>(),
  LeadTimesChosen: connection<connections.LeadTimesChosen>(),
  LogoChosen: connection<connections.LogoChosen>(),
  PeriodClosed: connection<connections.PeriodClosed>(),

  CustomerRegistered: customer<customers.CustomerRegistered>({ personal: ['name', 'company', 'email'] }),
  CustomerDetailsChanged: customer<customers.CustomerDetailsChanged>({ personal: ['name', 'company', 'email'] }),
  CustomerForgotten: customer<customers.CustomerForgotten>(),
  DefaultMandateChosen: customer<customers.DefaultMandateChosen>(),
  BalanceStated: balance<customers.BalanceStated>(),
  BalanceReserved: balance<customers.BalanceReserved>(),
  BalanceReleased: balance<customers.BalanceReleased>(),

  ImportedBalancesListed: balanceImport<balanceImports.ImportedBalancesListed>(),
  BalancesImported: importForOthers<balanceImports.BalancesImported>(),
  BalanceImportCarriedOut: balanceImport<balanceImports.BalanceImportCarriedOut>(),

  BalanceExportOpened: balanceExport<balanceExports.BalanceExportOpened>(),
  BalanceExportRowsListed: entryOf(
    'exportRows',
    'us',
  )<balanceExports.BalanceExportRowsListed>({
    personal: ['rows.*.name', 'rows.*.company', 'rows.*.email', 'rows.*.description'],
    person: 'customerId',
  }),
  BalancesExported: balanceExport<balanceExports.BalancesExported>(),
  BalanceExportAbandoned: exportForOthers<balanceExports.BalanceExportAbandoned>(),
  BalancesAddedAsPayments: exportForOthers<balanceExports.BalancesAddedAsPayments>(),
  BalanceCollectionRequested: exportForOthers<balanceExports.BalanceCollectionRequested>(),
  BalanceExportRowsReleased: exportForOthers<balanceExports.BalanceExportRowsReleased>(),
  BalanceExportCarriedOut: balanceExport<balanceExports.BalanceExportCarriedOut>(),

  MandateLinked: mandate<mandates.MandateLinked>({ personal: ['reference', 'bankName', 'accountNumberEnding'] }),
  MandateUnlinked: mandate<mandates.MandateUnlinked>({ personal: ['reason'] }),
  MandateStatusChanged: mandateFact<mandates.MandateStatusChanged>(),
  MandateReplaced: mandateFact<mandates.MandateReplaced>(),
  MandateTransferred: mandateFact<mandates.MandateTransferred>(),
  MandateResubmissionRequested: mandateFact<mandates.MandateResubmissionRequested>(),

  MandateBarred: mandate<mandates.MandateBarred>(),
  GoCardlessPlanRead: entryOf('planRead', 'us')<plans.GoCardlessPlanRead>(),
  GoCardlessPlanChanged: entryOf('plan', 'gocardless')<plans.GoCardlessPlanChanged>(),
  GoCardlessResourceChanged: entryOf('resource', 'gocardless')<GoCardlessResourceChanged>(),

  SalesOrderPlaced: salesOrder<salesOrders.SalesOrderPlaced>({ personal: ['lines.*.item'] }),
  InstalmentReleased: release<salesOrders.InstalmentReleased>({ personal: ['description'] }),
  InstalmentsChanged: salesOrder<salesOrders.InstalmentsChanged>(),
  InstalmentCancelled: salesOrder<salesOrders.InstalmentCancelled>(),

  PaymentRequested: request<payments.PaymentRequested>({ personal: ['description'] }),
  PaymentAwaited: payment<payments.PaymentAwaited>(),
  AwaitedPaymentReleased: payment<payments.AwaitedPaymentReleased>(),
  AwaitedPaymentMatched: payment<payments.AwaitedPaymentMatched>(),
  PaymentAdopted: payment<payments.PaymentAdopted>(),
  PaymentSubmitted: payment<payments.PaymentSubmitted>(),
  PaymentApprovalPending: payment<payments.PaymentApprovalPending>(),
  PaymentChargeDateRead: payment<payments.PaymentChargeDateRead>(),
  PaymentSubmissionRejected: payment<payments.PaymentSubmissionRejected>(),
  PaymentSubmissionConflicted: payment<payments.PaymentSubmissionConflicted>(),
  PaymentCreated: paymentFact<payments.PaymentCreated>(),
  PaymentApprovalGranted: paymentFact<payments.PaymentApprovalGranted>(),
  PaymentApprovalDenied: paymentFact<payments.PaymentApprovalDenied>(),
  PaymentSubmittedToBank: paymentFact<payments.PaymentSubmittedToBank>(),
  PaymentConfirmed: paymentFact<payments.PaymentConfirmed>(),
  PaymentPaidOut: paymentFact<payments.PaymentPaidOut>(),
  PaymentFailed: paymentFact<payments.PaymentFailed>(),
  PaymentChargedBack: paymentFact<payments.PaymentChargedBack>(),
  ChargebackCancelled: paymentFact<payments.ChargebackCancelled>(),
  PaymentResubmissionRequested: paymentFact<payments.PaymentResubmissionRequested>(),
  PaymentCancelled: paymentFact<payments.PaymentCancelled>(),
  LateFailureSettled: paymentFact<payments.LateFailureSettled>(),
  ChargebackSettled: paymentFact<payments.ChargebackSettled>(),
  SurchargeFeeDebited: paymentFact<payments.SurchargeFeeDebited>(),
  RefundSettled: refundMovement<payments.RefundSettled>(),
  RefundReturned: refundMovement<payments.RefundReturned>(),
  PaymentCancellationRequested: request<payments.PaymentCancellationRequested>(),
  PaymentRetryRequested: request<payments.PaymentRetryRequested>(),
  RefundRequested: request<payments.RefundRequested>(),
  PaymentRequestAnswered: payment<payments.PaymentRequestAnswered>(),
  PaymentSuperseded: payment<payments.PaymentSuperseded>(),
  PaymentStatusDiffered: payment<payments.PaymentStatusDiffered>(),
  PaymentAccepted: payment<payments.PaymentAccepted>(),
  PaymentIdentified: payment<payments.PaymentIdentified>(),

  DocumentPosted: document<DocumentPosted>(),
  CorrectionPosted: document<CorrectionPosted>(),
  ReceiptNumbered: entryOf('receiptBook', 'us')<ReceiptNumbered>(),

  PayoutItemsListed: payout<payouts.PayoutItemsListed>(),
  PayoutItemsSealed: payout<payouts.PayoutItemsSealed>(),
  PayoutPaid: payoutFact<payouts.PayoutPaid>(),
  PayoutFxRateConfirmed: payoutFact<payouts.PayoutFxRateConfirmed>(),
  PayoutTaxRatesConfirmed: payoutFact<payouts.PayoutTaxRatesConfirmed>(),
  PayoutBounced: payoutFact<payouts.PayoutBounced>(),

  RefundRead: entryOf('refund', 'us')<refunds.RefundRead>(),
  RefundIdentified: entryOf('refund', 'us')<refunds.RefundIdentified>(),
  RefundStatusChanged: entryOf('refund', 'gocardless')<refunds.RefundStatusChanged>(),

  DeliveryReceived: delivery<deliveries.DeliveryReceived>({ personal: ['events.*.source.name'], person: 'personId' }),
  DeliveryRefused: delivery<deliveries.DeliveryRefused>(),
  GoCardlessEventIgnored: delivery<deliveries.GoCardlessEventIgnored>(),

  PaymentClaimed: entryOf('claim', 'us')<paymentClaims.PaymentClaimed>(),
  GoCardlessEventParked: waiting<paymentClaims.GoCardlessEventParked>({
    personal: ['event.source.name'],
    person: 'personId',
  }),
  RedriveRequested: waiting<paymentClaims.RedriveRequested>(),
  GoCardlessEventForeign: waiting<paymentClaims.GoCardlessEventForeign>(),

  PortalLinkMade: portalLink<portalLinks.PortalLinkMade>(),
  PortalLinkOpened: portalLink<portalLinks.PortalLinkOpened>(),
  PortalLinkRevoked: portalLink<portalLinks.PortalLinkRevoked>(),

  ReferenceTaken: referenceClaim<referenceClaims.ReferenceTaken>(),
  ReferenceReleased: referenceClaim<referenceClaims.ReferenceReleased>(),

  IncidentResolved: entryOf('incident', 'us')<IncidentResolved>({ personal: ['note'], person: 'notedFor' }),
});

/** An entry of another event's type under a name does not compile. */
function named<C extends { readonly [T in keyof C & string]: Entry<Fact<T>, Group, Source, CarriedOutBy> }>(
  entries: C,
): C {
  return entries;
}

type Catalogue = typeof CATALOGUE;

export type EventType = keyof Catalogue;
export type EventOf<T extends EventType> = NonNullable<Catalogue[T]['fact']>;
export type AnyEvent = EventOf<EventType>;

/** The types of a group, or of several; with `from`, those of one source alone. */
export type TypesOf<G extends Group, S extends Source = Source> = {
  [T in EventType]: Catalogue[T] extends { readonly group: G; readonly from: S } ? T : never;
}[EventType];

/** All events that evolve an aggregate, named by the category of its streams. */
export type EventsOn<A extends StreamCategory> = EventOf<
  TypesOf<{ [G in Group]: A extends (typeof GROUPS)[G][number] ? G : never }[Group]>
>;

/** The types of the events that a process carries out. */
export type TypesCarriedOutBy<P extends NonNullable<CarriedOutBy>> = {
  [T in EventType]: Catalogue[T] extends { readonly carriedOutBy: P } ? T : never;
}[EventType];

// The catalogue has exactly the event types as its keys.
export const EVENT_TYPES = Object.keys(CATALOGUE) as readonly EventType[];

export function typesOf<G extends Group, S extends Source = Source>(
  groups: G | readonly G[],
  from?: S,
): readonly TypesOf<G, S>[] {
  const wanted: readonly Group[] = typeof groups === 'string' ? [groups] : groups;
  return EVENT_TYPES.filter((type): type is TypesOf<G, S> => {
    const entry = CATALOGUE[type];
    return wanted.includes(entry.group) && (from === undefined || entry.from === from);
  });
}

export function typesCarriedOutBy<P extends NonNullable<CarriedOutBy>>(process: P): readonly TypesCarriedOutBy<P>[] {
  return EVENT_TYPES.filter((type): type is TypesCarriedOutBy<P> => CATALOGUE[type].carriedOutBy === process);
}

/** Whether an event may stand on the streams of a category. */
export function evolves(type: EventType, category: string): boolean {
  return GROUPS[CATALOGUE[type].group].some((one) => one === category);
}
