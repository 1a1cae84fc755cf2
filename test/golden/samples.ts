import { DEFAULT_ACCOUNTS } from '../../src/domain/accounting/accounts';
import { type DocumentData } from '../../src/domain/accounting/document';
import { type AnyEvent, type EventType } from '../../src/domain/catalogue';
import { type Reason } from '../../src/domain/mandates/events';
import { type PayoutDetails } from '../../src/domain/payouts/events';
import { type PlannedInstalment } from '../../src/domain/sales-orders/events';
import { type GoCardlessEvent } from '../../src/domain/shared/gocardless-event';

const connectionId = 'con_1b4e28ba2fa111d2883f0016d3cca427';
const customerId = 'cus_6fa459eaee8a3ca4894edb77e160355e';
const salesOrderId = 'so_886313e13b8a53729b900c9aee199e5d';
const scheduledPaymentId = 'sp_20f5484b88ae49b08af03a389b4917dd';
const paymentId = 'pay_a6edc906f2f95fb2a37330c8f5c1f2f1';
const payoutId = 'PO0001B2C3D4';
const payout = { payoutId, connectionId };
const mandate = { connectionId, mandateId: 'MD0001X2Y3Z4' };
const balanceExportId = 'bex_9f1c2d3e4b5a69788796a5b4c3d2e1f0';
const balanceImportId = 'bim_0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const reserved = {
  customerId,
  balanceExportId,
  rowId: `blr_${balanceExportId.slice(4)}_1`,
  currency: 'GBP',
  amount: 4_550,
};
const refund = { connectionId, refundId: 'RF0001' };
const portalLinkId = 'plk_3c59dc048e8850243be8079a5c74d079';

const reason: Reason = {
  origin: 'bank',
  cause: 'refer_to_payer',
  description: 'The customer’s bank said “no”.',
  scheme: 'bacs',
  reasonCode: 'ARUDD-0',
};

const instalment: PlannedInstalment = {
  scheduledPaymentId,
  dueDate: '2026-11-30',
  amount: 6_000,
  shares: [{ line: 0, taxRate: '20', amount: 6_000, tax: 1_000, incomeAccount: null }],
  mandateId: null,
};

const document: DocumentData = {
  documentId: 'doc_0b9d6a0e6d3f5c8a9e6f4f5a2b1c0d9e',
  kind: 'receipt',
  requiredAs: {
    kind: 'receipt',
    gocardlessEventId: 'EV0001PAIDOUT',
    reverses: null,
    party: 'order',
    refundedBefore: [1_500],
  },
  concerns: { gocardlessPaymentId: 'PM0001A2B3C4', refundId: 'RF0001' },
  effectiveAt: '2026-12-02T09:15:00.123Z',
  reversesId: null,
  cause: null,
  amount: 6_000,
  currency: 'GBP',
  lines: [{ orderLine: 0, taxRate: '20', net: 5_000, tax: 1_000, amount: 6_000 }],
  entries: [
    { account: '1100', debit: 6_000, credit: 0, currency: 'GBP' },
    { account: '4000', debit: 0, credit: 5_000, currency: 'GBP', taxRate: '20' },
    { account: '2200', debit: 0, credit: 1_000, currency: 'GBP', taxRate: '20' },
  ],
  rules: 1,
};

const payoutDetails: PayoutDetails = {
  amount: 5_880,
  deductedFees: 120,
  currency: 'GBP',
  reference: 'ACME-7QX2',
  arrivalDate: '2026-12-04',
  fx: { currency: 'EUR', amount: null },
};

const gocardlessEvent: GoCardlessEvent = {
  id: 'EV0001PAIDOUT',
  createdAt: '2026-12-02T09:15:00.123Z',
  resourceType: 'payments',
  action: 'paid_out',
  links: { payment: 'PM0001A2B3C4', payout: payoutId, parent_event: 'EV0001PAYOUT' },
  details: { origin: 'gocardless', cause: 'payment_paid_out', description: 'Paid out.', willAttemptRetry: false },
  resourceMetadata: { ddl_payment: paymentId },
};

/** One event of every type with each of its fields filled: what is stored for it may never change again. */
export const samples: { readonly [Type in EventType]: Extract<AnyEvent, { readonly type: Type }>['data'] } = {
  ConnectionOpened: {
    connectionId,
    name: 'Acme Windows Ltd',
    environment: 'sandbox',
    creditorId: 'CR0001ACME',
    creditorName: 'Acme',
    timeZone: 'Europe/London',
    booksFrom: '2026-11-01T00:00:00.000Z',
    receiptSeries: 'R-',
  },
  AccountsChosen: { from: '2026-12-01T00:00:00.000Z', accounts: DEFAULT_ACCOUNTS },
  AccessTokenChanged: { creditorId: 'CR0001ACME' },
  WebhookSecretsChanged: { count: 2 },
  LogoChosen: {
    logo: {
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      mediaType: 'image/png',
      width: 640,
      height: 160,
    },
  },
  LeadTimesChosen: { leadTimes: { autogiro: 9, betalingsservice: 10 } },
  CompanyDetailsChanged: { companyName: 'Acme Windows Ltd', address: '1 High Street\nYork', vatNumber: 'GB123456789' },
  PeriodClosed: { through: '2026-11-30' },

  CustomerRegistered: {
    customerId,
    connectionId,
    name: 'Zoë Ångström',
    company: null,
    email: 'zoe@example.com',
    reference: 'C-1042',
    round: 'York North',
  },
  CustomerDetailsChanged: {
    name: 'Zoë Ångström-Lee',
    company: 'Lee & Daughters',
    email: null,

    reference: 'C-1042',
    round: null,
  },
  CustomerForgotten: { customerId },
  DefaultMandateChosen: { customerId, currency: 'GBP', mandateId: 'MD0001X2Y3Z4' },
  BalanceStated: { customerId, currency: 'GBP', amount: 4_550, asOf: '2026-11-30T23:00:00.000Z', balanceImportId },
  BalanceReserved: reserved,
  BalanceReleased: reserved,

  ImportedBalancesListed: {
    balanceImportId,
    connectionId,
    from: 0,
    balances: [{ customerId, currency: 'GBP', amount: -150, asOf: '2026-11-30T23:00:00.000Z' }],
  },
  BalancesImported: { balanceImportId, connectionId, count: 1, balancesSha256: 'ef'.repeat(32) },
  BalanceImportCarriedOut: { balanceImportId, connectionId },

  BalanceExportOpened: { balanceExportId, connectionId, currency: 'GBP', chargeDate: '2026-12-10' },
  BalanceExportRowsListed: {
    balanceExportId,
    connectionId,
    rows: [
      {
        rowId: reserved.rowId,
        number: 1,
        customerId,
        mandateId: 'MD0001X2Y3Z4',
        gocardlessCustomerId: 'CU0001K2L3M4',
        name: 'Zoë Ångström',
        company: null,
        email: 'zoe@example.com',
        amount: 4_550,
        description: 'Balance of November',
      },
    ],
  },
  BalancesExported: {
    rowCount: 1,
    lastNumber: 1,
    totalAmount: 4_550,
    rowsSha256: 'ab'.repeat(32),
    csvSha256: 'cd'.repeat(32),
    xlsxSha256: 'ef'.repeat(32),
  },
  BalanceExportAbandoned: {},
  BalancesAddedAsPayments: {},
  BalanceCollectionRequested: {},
  BalanceExportRowsReleased: {
    numbers: [
      [1, 3],
      [7, 7],
    ],
  },
  BalanceExportCarriedOut: { of: '1b4e28ba-2fa1-51d2-883f-0016d3cca427' },

  MandateLinked: {
    connectionId,
    mandateId: 'MD0001X2Y3Z4',
    customerId,
    gocardlessCustomerId: 'CU0001K2L3M4',
    scheme: 'bacs',
    status: 'active',
    reference: 'ACME-00017',
    bankName: 'BARCLAYS BANK PLC',
    accountNumberEnding: '11',
    nextPossibleChargeDate: '2026-11-12',
    createdAt: '2026-11-05T10:00:00.000Z',
    foundBy: 'email',
  },
  MandateUnlinked: { customerId, reason: 'Moved away' },
  MandateStatusChanged: { action: 'active', ...mandate, ...reason },
  MandateReplaced: { newMandateId: 'MD0002X2Y3Z4', ...mandate, ...reason },
  MandateTransferred: { previousBankAccountId: 'BA0001', newBankAccountId: null, ...mandate, ...reason },
  MandateResubmissionRequested: { ...mandate, ...reason },

  MandateBarred: { ...mandate, obstacle: 'other_creditor' },
  GoCardlessPlanRead: { ...mandate, kind: 'subscription', planId: 'SB0001', status: 'active' },
  GoCardlessPlanChanged: { ...mandate, kind: 'instalment_schedule', planId: 'IS0001', action: 'errored', ...reason },
  GoCardlessResourceChanged: {
    connectionId,
    resourceType: 'billing_requests',
    resourceId: 'BRQ0001',
    action: 'fulfilled',
    mandateId: 'MD0001X2Y3Z4',
    ...reason,
  },

  SalesOrderPlaced: {
    salesOrderId,
    connectionId,
    customerId,
    reference: 'PO-2026-17',
    currency: 'GBP',
    lines: [
      {
        item: 'Windows, front',
        quantity: '1',
        unitAmount: 6_000,
        discount: 0,
        taxRate: '20',
        incomeAccount: null,
        amount: 6_000,
        tax: 1_000,
      },
      {
        item: null,
        quantity: '1.5',
        unitAmount: 4_600,
        discount: 570,
        taxRate: '5.5',
        incomeAccount: '4010',
        amount: 6_330,
        tax: 330,
      },
    ],
    instalments: [instalment],
  },
  InstalmentReleased: {
    scheduledPaymentId,
    paymentId,
    attempt: 1,
    amount: 6_000,
    currency: 'GBP',
    mandateId: 'MD0001X2Y3Z4',
    chargeDate: '2026-11-30',
    description: 'Windows, November',
    shares: instalment.shares,
  },
  InstalmentsChanged: { instalments: [instalment] },
  InstalmentCancelled: { scheduledPaymentId },

  PaymentRequested: {
    paymentId,
    connectionId,
    customerId,
    origin: { kind: 'scheduled_payment', salesOrderId, scheduledPaymentId, attempt: 1 },
    mandateId: 'MD0001X2Y3Z4',
    amount: 6_000,
    currency: 'GBP',
    chargeDate: '2026-11-30',
    description: 'Windows, November',
    shares: instalment.shares,
    idempotencyKey: 'a6edc906-f2f9-5fb2-a373-30c8f5c1f2f1',
    retryIfPossible: false,
  },
  AwaitedPaymentReleased: {},
  AwaitedPaymentMatched: { matchedTo: 'pay_0b9d6a0e6d3f5c8a9e6f4f5a2b1c0d9e' },
  PaymentAwaited: {
    paymentId,
    connectionId,
    customerId,
    origin: { kind: 'balance_export', balanceExportId: 'bex_4f1d3b5a', rowId: 'blr_9a8b7c6d' },
    mandateId: 'MD0001X2Y3Z4',
    amount: 6_000,
    currency: 'GBP',
    chargeDate: null,
  },
  PaymentAdopted: {
    paymentId,
    connectionId,
    customerId: null,
    mandateId: 'MD0001X2Y3Z4',
    amount: 6_000,
    currency: 'GBP',
    suspicion: { kind: 'duplicate_of_payment', paymentId },
  },
  PaymentSubmitted: {
    gocardlessPaymentId: 'PM0001A2B3C4',
    mandateId: 'MD0001X2Y3Z4',
    creditorId: 'CR0001ACME',
    obstacle: null,
    amount: 6_000,
    currency: 'GBP',
  },
  PaymentApprovalPending: {},
  PaymentChargeDateRead: { chargeDate: '2026-12-01' },
  PaymentSubmissionConflicted: { gocardlessPaymentId: 'PM0002' },
  PaymentSubmissionRejected: {
    errorType: 'validation_failed',
    reason: 'mandate_is_inactive',
    errors: [{ field: null, message: 'The mandate is not active.' }],
    requestId: 'f3ab1e6e-0c4e-4a53-8f0b-8f6d0c7a9c11',
  },
  PaymentCreated: reason,
  PaymentApprovalGranted: reason,
  PaymentApprovalDenied: reason,
  PaymentSubmittedToBank: reason,
  PaymentConfirmed: reason,
  PaymentPaidOut: { payoutId, ...reason },
  PaymentFailed: { willAttemptRetry: true, ...reason },
  PaymentChargedBack: reason,
  ChargebackCancelled: reason,
  PaymentResubmissionRequested: reason,
  PaymentCancelled: reason,
  LateFailureSettled: { payoutId, ...reason },
  ChargebackSettled: { payoutId, ...reason },
  SurchargeFeeDebited: { payoutId: null, ...reason },
  RefundSettled: { refundId: 'RF0001', amount: 1_500, ...reason },
  RefundReturned: { refundId: 'RF0001', amount: 1_500, ...reason },
  PaymentCancellationRequested: {},
  PaymentRetryRequested: { retry: 1 },
  RefundRequested: {
    amount: 1_500,
    currency: 'GBP',
    totalAmountConfirmation: 1_500,
    idempotencyKey: '0f8fad5b-d9cb-469f-a165-70867728950e',
  },
  PaymentRequestAnswered: {
    of: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    request: 'refund',
    outcome: 'refused',
    reason: 'refund_payment_invalid_state',
    requestId: null,
  },
  PaymentSuperseded: { byPaymentId: paymentId },
  PaymentStatusDiffered: { gocardlessStatus: 'failed', status: 'confirmed' },
  PaymentAccepted: { by: 'collector' },
  PaymentIdentified: { customerId },

  DocumentPosted: document,
  CorrectionPosted: {
    documentId: 'doc_1c0e7b1f7e405d9baf706f6b3c2d1e0f',
    correctsId: document.documentId,
    correctedKind: 'receipt',
    concerns: document.concerns,
    amount: document.amount,
    currency: document.currency,
    lines: document.lines,
    entries: document.entries.map((entry) => ({ ...entry, debit: entry.credit, credit: entry.debit })),
    rules: 1,
  },
  ReceiptNumbered: {
    documentId: document.documentId,
    sequence: 1,
    number: 'R-000001',
    documentStream: `payment-${paymentId}`,
    documentRevision: 4,
  },

  PayoutItemsListed: {
    ...payout,
    from: 0,
    items: [
      {
        type: 'payment_paid_out',
        amount: '6000.0',
        gocardlessPaymentId: 'PM0001A2B3C4',
        refundId: null,
        taxes: [],
        priorPeriod: false,
      },
      {
        type: 'gocardless_fee',
        amount: '-120.0',
        gocardlessPaymentId: 'PM0001A2B3C4',
        refundId: null,
        taxes: ['20.0'],
        priorPeriod: false,
      },
    ],
  },
  PayoutItemsSealed: { ...payout, gone: false, count: 2, totalTenths: 58_800, itemsSha256: 'ab'.repeat(32) },
  PayoutPaid: { ...payout, details: payoutDetails, ...reason },
  PayoutFxRateConfirmed: {
    ...payout,
    details: { ...payoutDetails, fx: { currency: 'EUR', amount: 6_742 } },
    ...reason,
  },
  PayoutTaxRatesConfirmed: { ...payout, ...reason },
  PayoutBounced: { ...payout, ...reason },

  RefundRead: {
    ...refund,
    gocardlessPaymentId: 'PM0001A2B3C4',
    mandateId: null,
    amount: 1_500,
    currency: 'GBP',
    paymentId,
    requestedBy: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  },
  RefundIdentified: { ...refund, customerId },
  RefundStatusChanged: { ...refund, action: 'refund_settled', ...reason },

  DeliveryReceived: {
    connectionId,
    bodySha256: 'cd'.repeat(32),
    webhookId: 'WB0001',
    source: 'webhook',
    events: [gocardlessEvent],
  },
  DeliveryRefused: {
    connectionId,
    bodySha256: 'cd'.repeat(32),
    webhookId: 'WB0001',
    reason: 'too_many_events',
    count: 1_001,
  },
  GoCardlessEventIgnored: { connectionId, eventId: 'EV0002', reason: 'unknown_action' },

  PaymentClaimed: { connectionId, gocardlessPaymentId: 'PM0001A2B3C4', paymentId },
  GoCardlessEventParked: {
    connectionId,
    webhookId: null,
    deliveryStream: `gocardlessWebhook-${connectionId}.${'cd'.repeat(32)}`,
    deliveryIndex: 0,
    event: gocardlessEvent,
    reason: 'unknown_payment',
  },
  RedriveRequested: { connectionId, eventId: gocardlessEvent.id },
  GoCardlessEventForeign: { connectionId, eventId: 'EV0003', reason: 'other_creditor' },

  PortalLinkMade: { portalLinkId, customerId, connectionId, expiresAt: '2026-12-09T09:15:00.123Z' },
  PortalLinkOpened: { portalLinkId },
  PortalLinkRevoked: { portalLinkId },

  ReferenceTaken: { connectionId, of: 'customer', id: customerId },
  ReferenceReleased: { connectionId, of: 'salesOrder', id: salesOrderId },

  IncidentResolved: {
    incidentId: 'inc_0b9d6a0e6d3f5c8a9e6f4f5a2b1c0d9e',
    connectionId,
    paymentId: null,
    note: 'Told the customer by phone.',
    notedFor: customerId,
  },
};

export const sampleCustomerId = customerId;
