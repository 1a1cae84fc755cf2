import { type BalanceExportEvent, type BalanceExportRowsListed } from './balance-exports/events';
import { type BalanceImportEvent } from './balance-imports/events';
import { type ConnectionEvent } from './connections/events';
import { type CustomerEvent } from './customers/events';
import { type IncidentEvent } from './incidents/events';
import { type MandateEvent } from './mandates/events';
import { type PaymentClaimEvent } from './payment-claims/events';
import { type PaymentEvent } from './payments/events';
import { type PayoutEvent } from './payouts/events';
import { type ReceiptBookEvent } from './receipts/events';
import { type RefundEvent } from './refunds/events';
import { type SalesOrderEvent } from './sales-orders/events';
import { type DeliveryEvent } from './deliveries/events';

export type AnyEvent =
  | BalanceExportEvent
  | BalanceExportRowsListed
  | BalanceImportEvent
  | ConnectionEvent
  | CustomerEvent
  | IncidentEvent
  | MandateEvent
  | PaymentClaimEvent
  | PaymentEvent
  | PayoutEvent
  | ReceiptBookEvent
  | RefundEvent
  | SalesOrderEvent
  | DeliveryEvent;

export type EventType = AnyEvent['type'];

/** What the log must know of an event type. */
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

const plain: CatalogueEntry = { version: 1, personal: [] };
const sealed = (...personal: readonly string[]): CatalogueEntry => ({ version: 1, personal });

/** Every event type there is. A type that is missing here does not compile; each has a golden file that pins its form. */
export const CATALOGUE: Readonly<Record<EventType, CatalogueEntry>> = {
  ConnectionOpened: plain,
  AccountsChosen: plain,
  AccessTokenChanged: plain,
  WebhookSecretsChanged: plain,
  CompanyDetailsChanged: plain,
  LeadTimesChosen: plain,
  PeriodClosed: plain,

  CustomerRegistered: sealed('name', 'company', 'email'),
  CustomerDetailsChanged: sealed('name', 'company', 'email'),
  CustomerForgotten: plain,
  DefaultMandateChosen: plain,
  BalanceStated: plain,
  BalanceReserved: plain,
  BalanceReleased: plain,

  ImportedBalancesListed: plain,
  BalancesImported: plain,
  BalanceImportCarriedOut: plain,

  BalanceExportOpened: plain,
  BalanceExportRowsListed: {
    ...sealed('rows.*.name', 'rows.*.company', 'rows.*.email', 'rows.*.description'),
    person: 'customerId',
  },
  BalancesExported: plain,
  BalanceExportAbandoned: plain,
  BalancesAddedAsPayments: plain,
  BalanceCollectionRequested: plain,
  BalanceExportRowsReleased: plain,
  BalanceExportCarriedOut: plain,

  MandateLinked: sealed('reference', 'bankName', 'accountNumberEnding'),
  MandateUnlinked: sealed('reason'),
  MandateStatusChanged: plain,
  MandateReplaced: plain,
  MandateTransferred: plain,
  MandateResubmissionRequested: plain,

  SalesOrderPlaced: sealed('lines.*.item'),
  InstalmentReleased: plain,
  InstalmentsChanged: plain,
  InstalmentCancelled: plain,

  PaymentRequested: sealed('description'),
  PaymentAwaited: plain,
  AwaitedPaymentReleased: plain,
  AwaitedPaymentMatched: plain,
  PaymentAdopted: plain,
  PaymentSubmitted: plain,
  PaymentApprovalPending: plain,
  PaymentChargeDateRead: plain,
  PaymentSubmissionRejected: plain,
  PaymentCreated: plain,
  PaymentApprovalGranted: plain,
  PaymentApprovalDenied: plain,
  PaymentSubmittedToBank: plain,
  PaymentConfirmed: plain,
  PaymentPaidOut: plain,
  PaymentFailed: plain,
  PaymentChargedBack: plain,
  ChargebackCancelled: plain,
  PaymentResubmissionRequested: plain,
  PaymentCancelled: plain,
  LateFailureSettled: plain,
  ChargebackSettled: plain,
  SurchargeFeeDebited: plain,
  RefundSettled: plain,
  RefundReturned: plain,
  PaymentCancellationRequested: plain,
  PaymentRetryRequested: plain,
  RefundRequested: plain,
  PaymentRequestAnswered: plain,
  PaymentSuperseded: plain,
  PaymentStatusDiffered: plain,
  PaymentAccepted: plain,
  PaymentIdentified: plain,

  DocumentPosted: plain,
  CorrectionPosted: plain,
  ReceiptNumbered: plain,

  PayoutItemsListed: plain,
  PayoutItemsSealed: plain,
  PayoutPaid: plain,
  PayoutFxRateConfirmed: plain,
  PayoutTaxRatesConfirmed: plain,
  PayoutBounced: plain,

  RefundRead: plain,
  RefundStatusChanged: plain,

  DeliveryReceived: { ...sealed('events.*.source.name'), person: 'personId' },
  DeliveryRefused: plain,
  GoCardlessEventIgnored: plain,

  PaymentClaimed: plain,
  GoCardlessEventParked: { ...sealed('event.source.name'), person: 'personId' },
  RedriveRequested: plain,
  GoCardlessEventForeign: plain,

  IncidentResolved: { ...sealed('note'), person: 'notedFor' },
};
