import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Aggregates } from './aggregates';
import { BalanceExporter } from './balances/balance-exporter';
import { BalanceExports } from './balances/balance-exports';
import { BalanceLines } from './balances/balance-lines';
import { BalanceReservations } from './balances/balance-reservations';
import { BatchOutcomes } from './balances/batch-outcomes';
import { ChosenConnection } from './connections/chosen-connection';
import { AcceptPaymentsHandler } from './payments/accept-payments';
import { AddBalancesAsPaymentsHandler } from './balances/add-balances-as-payments';
import { CancelBalanceExportHandler } from './balances/cancel-balance-export';
import { CancelInstalmentHandler } from './sales-orders/cancel-instalment';
import { CancelPaymentHandler } from './payments/cancel-payment';
import { ChangeAccessTokenHandler } from './connections/change-access-token';
import { ChangeConnectionSettingsHandler } from './connections/change-connection-settings';
import { ChangeCustomerHandler } from './customers/change-customer';
import { ChangeInstalmentsHandler } from './sales-orders/change-instalments';
import { ChangeWebhookSecretsHandler } from './connections/change-webhook-secrets';
import { ChooseDefaultMandateHandler } from './mandates/choose-default-mandate';
import { ClosePeriodHandler } from './connections/close-period';
import { CollectBalancesHandler } from './balances/collect-balances';
import { ConfirmRowMatchesHandler } from './balances/confirm-row-matches';
import { ExportBalancesHandler } from './balances/export-balances';
import { IdentifyPaymentHandler } from './payments/identify-payment';
import { IdentifyRefundHandler } from './refunds/identify-refund';
import { ImportBalancesHandler } from './balances/import-balances';
import { LinkMandateHandler } from './mandates/link-mandate';
import { LinkMandatesByFileHandler } from './mandates/link-mandates-by-file';
import { MakePortalLinkHandler } from './portal-links/make-portal-link';
import { OpenConnectionHandler } from './connections/open-connection';
import { OpenPortalLinkHandler } from './portal-links/open-portal-link';
import { PlaceSalesOrderHandler } from './sales-orders/place-sales-order';
import { ImportInstalmentChangesHandler } from './sales-orders/import-instalment-changes';
import { PreviewInstalmentChangesHandler } from './sales-orders/preview-instalment-changes';
import { PreviewSalesOrderHandler } from './sales-orders/preview-sales-order';
import { ReceiveDeliveryHandler } from './deliveries/receive-delivery';
import { RedriveEventHandler } from './gocardless-events/redrive-event';
import { ReferenceClaims } from './references/reference-claims';
import { RegisterCustomerHandler } from './customers/register-customer';
import { ReleaseInstalmentHandler } from './sales-orders/release-instalment';
import { RequestRefundHandler } from './payments/request-refund';
import { ResolveIncidentHandler } from './incidents/resolve-incident';
import { RetryInstalmentHandler } from './sales-orders/retry-instalment';
import { RetryPaymentHandler } from './payments/retry-payment';
import { RevokePortalLinkHandler } from './portal-links/revoke-portal-link';
import { RunSchedulerHandler } from './sales-orders/run-scheduler';
import { SetUpMandateHandler } from './mandates/set-up-mandate';
import { StateBalanceHandler } from './balances/state-balance';
import { SubmitScheduledPaymentHandler } from './sales-orders/submit-scheduled-payment';
import { TryAccessTokenHandler } from './connections/try-access-token';
import { UnlinkMandateHandler } from './mandates/unlink-mandate';
import { Connections } from './connections/connections';
import { Customers } from './customers/customers';
import { ExportRowStates } from './balances/export-row-states';
import { FetchedEvents } from './gocardless-reads/fetched-events';
import { BatchedReads } from './gocardless-reads/batched-reads';
import { LinkedMandates } from './mandates/linked-mandates';
import { LookUp } from './gocardless-reads/look-up';
import { MandateObstacles } from './mandates/mandate-obstacles';
import { Mandates } from './mandates/mandates';
import { PaymentBinding } from './payments/payment-binding';
import { PortalLinks } from './portal-links/portal-links';
import { Payments } from './payments/payments';
import { Acceptance } from './payments/acceptance';
import { Adoption } from './gocardless-events/adoption';
import { BalanceBatches } from './balances/balance-batches';
import { CarryOutExport } from './balances/carry-out-export';
import { CarryOutImport } from './balances/carry-out-import';
import { Comparison } from './gocardless-events/comparison';
import { Backfill } from './gocardless-reads/backfill';
import { GoCardlessWrites } from './payments/gocardless-writes';
import { Identification } from './gocardless-events/identification';
import { MandateLinking } from './gocardless-events/mandate-linking';
import { Overdue } from './payments/overdue';
import { Parking } from './gocardless-events/parking';
import { PaymentAdoption } from './gocardless-events/payment-adoption';
import { PayoutAdoption } from './gocardless-events/payout-adoption';
import { PlanAdoption } from './gocardless-events/plan-adoption';
import { ReceiptNumbering } from './receipts/receipt-numbering';
import { RefundAdoption } from './gocardless-events/refund-adoption';
import { RowAdoption } from './gocardless-events/row-adoption';
import { ProcessRunner } from './running/process-runner';
import { ProcessStatuses } from './running/process-status';
import { Submission } from './payments/submission';
import { WebhookRouter } from './gocardless-events/webhook-router';
import { AwaitBalanceImportHandler } from './balances/await-balance-import';
import { Works } from './work/works';
import { Workers } from './workers';
import { SalesOrders } from './sales-orders/sales-orders';
import { SubmissionOutcomes } from './payments/submission-outcomes';
import { Suggestions } from './mandates/suggestions';
import { WishedChanges } from './sales-orders/wished-changes';
import { WishedOrders } from './sales-orders/wished-orders';

/** One thin handler for each command. */
const COMMAND_HANDLERS = [
  AcceptPaymentsHandler,
  AddBalancesAsPaymentsHandler,
  AwaitBalanceImportHandler,
  CancelBalanceExportHandler,
  CancelInstalmentHandler,
  CancelPaymentHandler,
  ChangeAccessTokenHandler,
  ChangeConnectionSettingsHandler,
  ChangeCustomerHandler,
  ChangeInstalmentsHandler,
  ChangeWebhookSecretsHandler,
  ChooseDefaultMandateHandler,
  ClosePeriodHandler,
  CollectBalancesHandler,
  ConfirmRowMatchesHandler,
  ExportBalancesHandler,
  IdentifyPaymentHandler,
  IdentifyRefundHandler,
  ImportBalancesHandler,
  LinkMandateHandler,
  LinkMandatesByFileHandler,
  MakePortalLinkHandler,
  OpenConnectionHandler,
  OpenPortalLinkHandler,
  PlaceSalesOrderHandler,
  ImportInstalmentChangesHandler,
  PreviewInstalmentChangesHandler,
  PreviewSalesOrderHandler,
  ReceiveDeliveryHandler,
  RedriveEventHandler,
  RegisterCustomerHandler,
  ReleaseInstalmentHandler,
  RequestRefundHandler,
  ResolveIncidentHandler,
  RetryInstalmentHandler,
  RetryPaymentHandler,
  RevokePortalLinkHandler,
  RunSchedulerHandler,
  SetUpMandateHandler,
  StateBalanceHandler,
  SubmitScheduledPaymentHandler,
  TryAccessTokenHandler,
  UnlinkMandateHandler,
];

/** What handlers and processes share: each answers for one thing of the domain. */
const SERVICES = [
  Aggregates,
  BalanceExporter,
  BalanceExports,
  BalanceLines,
  BalanceReservations,
  BatchOutcomes,
  ChosenConnection,
  Connections,
  Customers,
  ReferenceClaims,
  ExportRowStates,
  FetchedEvents,
  BatchedReads,
  LinkedMandates,
  LookUp,
  MandateObstacles,
  Mandates,
  PaymentBinding,
  Payments,
  PortalLinks,
  SalesOrders,
  SubmissionOutcomes,
  Suggestions,
  WishedChanges,
  WishedOrders,
  Works,
];

/** What reacts to facts. */
const PROCESSES = [
  Acceptance,
  Adoption,
  BalanceBatches,
  CarryOutExport,
  CarryOutImport,
  Comparison,
  Backfill,
  GoCardlessWrites,
  Identification,
  MandateLinking,
  Overdue,
  Parking,
  PaymentAdoption,
  PayoutAdoption,
  PlanAdoption,
  ProcessRunner,
  ProcessStatuses,
  ReceiptNumbering,
  RefundAdoption,
  RowAdoption,
  Submission,
  WebhookRouter,
  Workers,
];

@Module({
  imports: [CqrsModule],
  providers: [...COMMAND_HANDLERS, ...SERVICES, ...PROCESSES],
  exports: [
    Works,
    BalanceExports,
    ChosenConnection,
    Connections,
    Customers,
    Backfill,
    LookUp,
    Payments,
    PortalLinks,
    ProcessStatuses,
    SalesOrders,
    Suggestions,
    Workers,
  ],
})
export class ApplicationModule {}
