import { type Personal } from '../customers/events';
import { type Reason } from '../mandates/events';
import { type MandateObstacle } from '../mandates/obstacle';
import { type LineShare } from '../sales-orders/events';
import { type Fact } from '../shared/event';

/** Where an e-payment comes from. */
export type PaymentOrigin =
  | {
      readonly kind: 'scheduled_payment';
      readonly salesOrderId: string;
      readonly scheduledPaymentId: string;
      readonly attempt: number;
    }
  | { readonly kind: 'balance_export'; readonly balanceExportId: string; readonly rowId: string }
  | { readonly kind: 'manual' }
  | { readonly kind: 'adopted' };

/** We decided to collect. Recorded before GoCardless is called. */
export type PaymentRequested = Fact<
  'PaymentRequested',
  {
    readonly paymentId: string;
    readonly connectionId: string;
    readonly customerId: string;
    readonly origin: PaymentOrigin;
    readonly mandateId: string;
    readonly amount: number;
    readonly currency: string;
    /** Asked of GoCardless; null = as soon as possible. */
    readonly chargeDate: string | null;
    readonly description: Personal;
    /** Empty for a payment on account. */
    readonly shares: readonly LineShare[];
    readonly idempotencyKey: string;
    readonly retryIfPossible: boolean;
  }
>;

/** Added from a balance batch: GoCardless has the file, and the payment is waited for. */
export type PaymentAwaited = Fact<
  'PaymentAwaited',
  {
    readonly paymentId: string;
    readonly connectionId: string;
    readonly customerId: string;
    readonly origin: PaymentOrigin;
    readonly mandateId: string;
    readonly amount: number;
    readonly currency: string;
    readonly chargeDate: string | null;
  }
>;

/** Its row was given up before GoCardless showed it. A payment that appears all the same is bound, and shown as after the cancellation. */
export type AwaitedPaymentReleased = Fact<'AwaitedPaymentReleased', Record<string, never>>;

/** Staff say that an adopted payment is what this row was to be: nothing moves, and this one is not waited for any more. */
export type AwaitedPaymentMatched = Fact<'AwaitedPaymentMatched', { readonly matchedTo: string }>;

/** A payment that was made elsewhere and seen through a webhook; it is ours to book from now on. */
export type PaymentAdopted = Fact<
  'PaymentAdopted',
  {
    readonly paymentId: string;
    readonly connectionId: string;
    /** Null while nobody knows the mandate. */
    readonly customerId: string | null;
    readonly mandateId: string;
    readonly amount: number;
    readonly currency: string;
    /** Why it is suspicious, if it is: it carries the tag of a payment or row that another payment has. */
    readonly suspicion: AdoptionSuspicion | null;
  }
>;

export type AdoptionSuspicion =
  | { readonly kind: 'duplicate_of_payment'; readonly paymentId: string }
  | { readonly kind: 'duplicate_of_row'; readonly rowId: string }
  | { readonly kind: 'differs_from_request'; readonly paymentId: string };

/** The payment exists at GoCardless. Effective at GoCardless's `created_at`. */
export type PaymentSubmitted = Fact<
  'PaymentSubmitted',
  {
    readonly gocardlessPaymentId: string;
    readonly mandateId: string;
    readonly creditorId: string;
    readonly amount: number;
    readonly currency: string;
    /** Why its money is not for these books; null for nearly all. Such a payment is recorded and books nothing. */
    readonly obstacle: MandateObstacle | null;
  }
>;

/** No GoCardless event says it, so it is read from the payment itself: a second signature is needed. */
export type PaymentApprovalPending = Fact<'PaymentApprovalPending', Record<string, never>>;

/** The charge date as GoCardless has set it, read when the payment was bound and after each resubmission. */
export type PaymentChargeDateRead = Fact<'PaymentChargeDateRead', { readonly chargeDate: string }>;

export type PaymentSubmissionRejected = Fact<
  'PaymentSubmissionRejected',
  {
    readonly errorType: string;
    readonly reason: string;
    readonly errors: readonly { readonly field: string | null; readonly message: string }[];
    readonly requestId: string | null;
  }
>;

/**
 * GoCardless has another payment under our key or tag. Ours is neither refused nor there: it stays in doubt until it is found, or a person
 * says that it is not there.
 */
export type PaymentSubmissionConflicted = Fact<'PaymentSubmissionConflicted', { readonly gocardlessPaymentId: string }>;

// What GoCardless observed. Each is one event action of its `payments` resource.
export type PaymentCreated = Fact<'PaymentCreated', Reason>;
export type PaymentApprovalGranted = Fact<'PaymentApprovalGranted', Reason>;
export type PaymentApprovalDenied = Fact<'PaymentApprovalDenied', Reason>;
export type PaymentSubmittedToBank = Fact<'PaymentSubmittedToBank', Reason>;
/** Progress; not money. */
export type PaymentConfirmed = Fact<'PaymentConfirmed', Reason>;
/** The money left GoCardless for our bank. */
export type PaymentPaidOut = Fact<'PaymentPaidOut', { readonly payoutId: string | null } & Reason>;
/** Refused. Whether it is late is derived, never stored. */
export type PaymentFailed = Fact<'PaymentFailed', { readonly willAttemptRetry: boolean } & Reason>;
export type PaymentChargedBack = Fact<'PaymentChargedBack', Reason>;
export type ChargebackCancelled = Fact<'ChargebackCancelled', Reason>;
export type PaymentResubmissionRequested = Fact<'PaymentResubmissionRequested', Reason>;
export type PaymentCancelled = Fact<'PaymentCancelled', Reason>;
export type LateFailureSettled = Fact<'LateFailureSettled', { readonly payoutId: string | null } & Reason>;
export type ChargebackSettled = Fact<'ChargebackSettled', { readonly payoutId: string | null } & Reason>;
export type SurchargeFeeDebited = Fact<'SurchargeFeeDebited', { readonly payoutId: string | null } & Reason>;
/** The refund's own life is on its stream; these two move money. */
export type RefundSettled = Fact<'RefundSettled', { readonly refundId: string; readonly amount: number } & Reason>;
export type RefundReturned = Fact<'RefundReturned', { readonly refundId: string; readonly amount: number } & Reason>;

// What we asked for, and GoCardless's answers: they change no status, its events do.
export type PaymentCancellationRequested = Fact<'PaymentCancellationRequested', Record<string, never>>;
export type PaymentRetryRequested = Fact<'PaymentRetryRequested', { readonly retry: number }>;
export type RefundRequested = Fact<
  'RefundRequested',
  {
    readonly amount: number;
    readonly currency: string;
    readonly totalAmountConfirmation: number;
    readonly idempotencyKey: string;
  }
>;
/** `of` = the event id of the request that was answered. */
export type PaymentRequestAnswered = Fact<
  'PaymentRequestAnswered',
  {
    readonly of: string;
    readonly request: 'cancellation' | 'retry' | 'refund';
    readonly outcome: 'accepted' | 'refused';
    readonly reason: string | null;
    readonly requestId: string | null;
  }
>;

/** A newer attempt takes this payment's place: it may not be retried any more, so that nobody is charged twice. */
export type PaymentSuperseded = Fact<'PaymentSuperseded', { readonly byPaymentId: string }>;

/** GoCardless shows another status than its own events add up to, night after night: a person must look. */
export type PaymentStatusDiffered = Fact<
  'PaymentStatusDiffered',
  { readonly gocardlessStatus: string; readonly status: string }
>;

/** A collector accepted it on their round, or the system did when it was paid out and nobody had. */
export type PaymentAccepted = Fact<'PaymentAccepted', { readonly by: 'collector' | 'system' }>;

/** Whose it is became known; the first counts. */
export type PaymentIdentified = Fact<'PaymentIdentified', { readonly customerId: string }>;
