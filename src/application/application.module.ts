import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Aggregates } from './aggregates';
import { BalanceExporter } from './balance-exporter';
import { BalanceExports } from './balance-exports';
import { BalanceLines } from './balance-lines';
import { BalanceReservations } from './balance-reservations';
import { BatchOutcomes } from './batch-outcomes';
import { ChosenConnection } from './chosen-connection';
import { AcceptPaymentsHandler } from './commands/accept-payments';
import { AddBalancesAsPaymentsHandler } from './commands/add-balances-as-payments';
import { CancelBalanceExportHandler } from './commands/cancel-balance-export';
import { CancelInstalmentHandler } from './commands/cancel-instalment';
import { CancelPaymentHandler } from './commands/cancel-payment';
import { ChangeAccessTokenHandler } from './commands/change-access-token';
import { ChangeConnectionSettingsHandler } from './commands/change-connection-settings';
import { ChangeCustomerHandler } from './commands/change-customer';
import { ChangeInstalmentsHandler } from './commands/change-instalments';
import { ChangeWebhookSecretsHandler } from './commands/change-webhook-secrets';
import { ChooseDefaultMandateHandler } from './commands/choose-default-mandate';
import { ClosePeriodHandler } from './commands/close-period';
import { CollectBalancesHandler } from './commands/collect-balances';
import { ConfirmRowMatchesHandler } from './commands/confirm-row-matches';
import { ExportBalancesHandler } from './commands/export-balances';
import { IdentifyPaymentHandler } from './commands/identify-payment';
import { ImportBalancesHandler } from './commands/import-balances';
import { LinkMandateHandler } from './commands/link-mandate';
import { LinkMandatesByFileHandler } from './commands/link-mandates-by-file';
import { OpenConnectionHandler } from './commands/open-connection';
import { PlaceSalesOrderHandler } from './commands/place-sales-order';
import { ReceiveDeliveryHandler } from './commands/receive-delivery';
import { RedriveEventHandler } from './commands/redrive-event';
import { RegisterCustomerHandler } from './commands/register-customer';
import { ReleaseInstalmentHandler } from './commands/release-instalment';
import { RequestRefundHandler } from './commands/request-refund';
import { ResolveIncidentHandler } from './commands/resolve-incident';
import { RetryInstalmentHandler } from './commands/retry-instalment';
import { RetryPaymentHandler } from './commands/retry-payment';
import { RunSchedulerHandler } from './commands/run-scheduler';
import { SetUpMandateHandler } from './commands/set-up-mandate';
import { StateBalanceHandler } from './commands/state-balance';
import { SubmitScheduledPaymentHandler } from './commands/submit-scheduled-payment';
import { UnlinkMandateHandler } from './commands/unlink-mandate';
import { Connections } from './connections';
import { Customers } from './customers';
import { ExportRowStates } from './export-row-states';
import { FetchedEvents } from './fetched-events';
import { GatheredReads } from './gathered-reads';
import { LinkedMandates } from './linked-mandates';
import { LookUp } from './look-up';
import { Mandates } from './mandates';
import { PaymentBinding } from './payment-binding';
import { Payments } from './payments';
import { Acceptance } from './processes/acceptance';
import { Adoption } from './processes/adoption';
import { BalanceBatches } from './processes/balance-batches';
import { CarryOutExport } from './processes/carry-out-export';
import { CarryOutImport } from './processes/carry-out-import';
import { Comparison } from './processes/comparison';
import { GapFiller } from './processes/gap-filler';
import { GoCardlessWrites } from './processes/gocardless-writes';
import { Identification } from './processes/identification';
import { MandateLinking } from './processes/mandate-linking';
import { Overdue } from './processes/overdue';
import { Parking } from './processes/parking';
import { PaymentAdoption } from './processes/payment-adoption';
import { PayoutAdoption } from './processes/payout-adoption';
import { ReceiptNumbering } from './processes/receipt-numbering';
import { RefundAdoption } from './processes/refund-adoption';
import { RowAdoption } from './processes/row-adoption';
import { ProcessRunner } from './processes/running/process-runner';
import { ProcessStatuses } from './processes/running/process-status';
import { Submission } from './processes/submission';
import { WebhookRouter } from './processes/webhook-router';
import { Workers } from './processes/workers';
import { SalesOrders } from './sales-orders';
import { SubmissionOutcomes } from './submission-outcomes';
import { Suggestions } from './suggestions';

/** One thin handler for each command. */
const COMMAND_HANDLERS = [
  AcceptPaymentsHandler,
  AddBalancesAsPaymentsHandler,
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
  ImportBalancesHandler,
  LinkMandateHandler,
  LinkMandatesByFileHandler,
  OpenConnectionHandler,
  PlaceSalesOrderHandler,
  ReceiveDeliveryHandler,
  RedriveEventHandler,
  RegisterCustomerHandler,
  ReleaseInstalmentHandler,
  RequestRefundHandler,
  ResolveIncidentHandler,
  RetryInstalmentHandler,
  RetryPaymentHandler,
  RunSchedulerHandler,
  SetUpMandateHandler,
  StateBalanceHandler,
  SubmitScheduledPaymentHandler,
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
  ExportRowStates,
  FetchedEvents,
  GatheredReads,
  LinkedMandates,
  LookUp,
  Mandates,
  PaymentBinding,
  Payments,
  SalesOrders,
  SubmissionOutcomes,
  Suggestions,
];

/** What reacts to facts. */
const PROCESSES = [
  Acceptance,
  Adoption,
  BalanceBatches,
  CarryOutExport,
  CarryOutImport,
  Comparison,
  GapFiller,
  GoCardlessWrites,
  Identification,
  MandateLinking,
  Overdue,
  Parking,
  PaymentAdoption,
  PayoutAdoption,
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
    BalanceExports,
    ChosenConnection,
    Connections,
    Customers,
    GapFiller,
    LookUp,
    Payments,
    ProcessStatuses,
    SalesOrders,
    Suggestions,
    Workers,
  ],
})
export class ApplicationModule {}
