import { type PlanKind } from '../../domain/gocardless-plans/events';
import { type Environment } from '../../domain/connections/events';
import { type PayoutDetails, type PayoutItem } from '../../domain/payouts/events';
import { type GoCardlessEvent } from '../../domain/shared/gocardless-event';

// What GoCardless answers, as far as it is used here. Amounts are integers of minor units, times ISO 8601 UTC, dates YYYY-MM-DD.
// GoCardless adds statuses without notice, so a status is any string.

export interface GoCardlessCreditor {
  readonly id: string;
  readonly name: string;
}

/** Personal data throughout, but for the id and the time. */
export interface GoCardlessCustomer {
  readonly id: string;
  readonly createdAt: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly companyName: string | null;
  readonly email: string | null;
}

export interface GoCardlessCustomerBankAccount {
  readonly id: string;
  readonly gocardlessCustomerId: string;
  readonly bankName: string | null;
  /** The last 2 digits, 4 for NZD. */
  readonly accountNumberEnding: string | null;
}

export interface GoCardlessMandate {
  readonly id: string;
  readonly createdAt: string;
  readonly status: string;
  readonly scheme: string;
  readonly reference: string | null;
  /** Moves with the calendar; null when nothing can be charged. */
  readonly nextPossibleChargeDate: string | null;
  readonly gocardlessCustomerId: string;
  readonly customerBankAccountId: string;
  readonly creditorId: string;
  /** `managed` or `direct`. */
  readonly fundsSettlement: string;
  /** The mandate that took this one's place. */
  readonly newMandateId: string | null;
  /** Our own keys only, see `OWN_METADATA_KEYS`. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface GoCardlessPayment {
  readonly id: string;
  readonly createdAt: string;
  readonly status: string;
  readonly amount: number;
  readonly amountRefunded: number;
  readonly currency: string;
  readonly chargeDate: string | null;
  readonly mandateId: string;
  readonly creditorId: string;
  readonly payoutId: string | null;
  /** Our own keys only, see `OWN_METADATA_KEYS`. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface GoCardlessPayout extends PayoutDetails {
  readonly id: string;
  readonly createdAt: string;
  readonly status: string;
  readonly creditorId: string;
}

export type GoCardlessPayoutItem = Omit<PayoutItem, 'priorPeriod'>;

export interface GoCardlessRefund {
  readonly id: string;
  readonly createdAt: string;
  readonly status: string;
  readonly amount: number;
  readonly currency: string;
  /** Null for a refund against a mandate. */
  readonly gocardlessPaymentId: string | null;
  readonly mandateId: string | null;
  /** Our own keys only, see `OWN_METADATA_KEYS`. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** A subscription or an instalment schedule: by it GoCardless collects without being asked again. */
export interface GoCardlessPlan {
  readonly id: string;
  readonly kind: PlanKind;
  readonly createdAt: string;
  readonly status: string;
  readonly mandateId: string;
}

/** When things came to be at GoCardless. Times are ISO 8601 UTC and belong to the range. */
export interface GoCardlessCreationTimes {
  readonly createdAtGte?: string;
  readonly createdAtLte?: string;
}

/** At most one of the resources and `resourceType`. */
export interface GoCardlessEventFilter extends GoCardlessCreationTimes {
  readonly resourceType?: string;
  readonly payment?: string;
  readonly mandate?: string;
  readonly payout?: string;
  readonly refund?: string;
  readonly billingRequest?: string;
  readonly action?: string;
  readonly parentEvent?: string;
}

export interface GoCardlessPaymentFilter extends GoCardlessCreationTimes {
  readonly mandate?: string;
}

export interface PaymentCreation {
  readonly mandateId: string;
  readonly amount: number;
  readonly currency: string;
  /** Null = as soon as possible. */
  readonly chargeDate: string | null;
  /** GoCardless prints it in its e-mail to the payer. */
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly retryIfPossible: boolean;
  /** At most 64 printable ASCII characters, the same for every attempt to make this payment. */
  readonly idempotencyKey: string;
}

export interface RefundCreation {
  readonly gocardlessPaymentId: string;
  readonly amount: number;
  /** All refunds of the payment so far and this one: GoCardless refuses when somebody else refunded meanwhile. */
  readonly totalAmountConfirmation: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
}

export interface MandateSetup {
  /** Null lets the currency decide. */
  readonly scheme: string | null;
  readonly currency: string;
  /** Fills in the payer's form; personal data. */
  readonly payer: {
    readonly givenName: string | null;
    readonly familyName: string | null;
    readonly company: string | null;
    readonly email: string | null;
  };
  /** What the mandate will carry. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
}

/**
 * `existed`: GoCardless has something under this key already. It compares no bodies, so the caller must see whether amount, currency and
 * mandate are the wanted ones.
 */
export type Creation<T> = { readonly outcome: 'created' | 'existed' } & T;

/**
 * One GoCardless account. Every call ends: with a value, or with a `GoCardlessFailure`. Rate limits are waited for inside; reads are tried
 * again by themselves, writes with the same key. An id that can not be one is `GoCardlessNotFound` without a call.
 */
export interface GoCardless {
  /** The creditors that the token may act for: the trial of a token. */
  creditors(): Promise<readonly GoCardlessCreditor[]>;
  /** Whether the token may change anything; found out by a request that is refused in any case. */
  mayWrite(): Promise<boolean>;
  customer(gocardlessCustomerId: string): Promise<GoCardlessCustomer>;
  /** All customers, newest first, in pages: GoCardless can not search by e-mail. */
  customers(): AsyncIterable<readonly GoCardlessCustomer[]>;
  customerBankAccount(customerBankAccountId: string): Promise<GoCardlessCustomerBankAccount>;
  /** All of these times, newest first, in pages. */
  customerBankAccounts(times?: GoCardlessCreationTimes): AsyncIterable<readonly GoCardlessCustomerBankAccount[]>;
  mandate(mandateId: string): Promise<GoCardlessMandate>;
  /** All mandates of a customer whatever their status, newest first. */
  mandatesOf(gocardlessCustomerId: string): Promise<readonly GoCardlessMandate[]>;
  /** All mandates of these times whatever their status, newest first, in pages. */
  mandates(times?: GoCardlessCreationTimes): AsyncIterable<readonly GoCardlessMandate[]>;
  payment(gocardlessPaymentId: string): Promise<GoCardlessPayment>;
  /** Newest first. */
  payments(filter: GoCardlessPaymentFilter): AsyncIterable<readonly GoCardlessPayment[]>;
  /** Newest first. An event that can not be read ends the listing with `GoCardlessUnavailable`: none is left out. */
  events(filter: GoCardlessEventFilter): AsyncIterable<readonly GoCardlessEvent[]>;
  payout(payoutId: string): Promise<GoCardlessPayout>;
  /** Pages of at most 500; the page `gone` when GoCardless has forgotten the items, which it does after 6 months. */
  payoutItems(payoutId: string): AsyncIterable<readonly GoCardlessPayoutItem[] | 'gone'>;
  refund(refundId: string): Promise<GoCardlessRefund>;
  plan(kind: PlanKind, planId: string): Promise<GoCardlessPlan>;
  /** All of a mandate, or of the account, whatever their status, in pages. */
  plans(mandateId?: string): AsyncIterable<readonly GoCardlessPlan[]>;

  createPayment(creation: PaymentCreation): Promise<Creation<{ readonly payment: GoCardlessPayment }>>;
  /** A payment that is cancelled already is no error. */
  cancelPayment(gocardlessPaymentId: string): Promise<GoCardlessPayment>;
  /** A new attempt at a failed payment; `chargeDate` null = as soon as possible. */
  retryPayment(gocardlessPaymentId: string, chargeDate: string | null): Promise<GoCardlessPayment>;
  createRefund(creation: RefundCreation): Promise<Creation<{ readonly refund: GoCardlessRefund }>>;
  /** A page on which the payer sets up a mandate; valid for 7 days. The same key answers the same billing request. */
  createMandateSetup(
    setup: MandateSetup,
  ): Promise<{ readonly billingRequestId: string; readonly authorisationUrl: string }>;
}

/** Where a connection's access token comes from; it is kept encrypted. Null when there is no such connection. */
export interface AccessTokens {
  find(connectionId: string): Promise<{ readonly environment: Environment; readonly accessToken: string } | null>;
}

export interface GoCardlessAccounts {
  /** The account of a connection. A changed token counts from the next call of this on. */
  of(connectionId: string): Promise<GoCardless>;
  /** An account that is not connected yet, to try its token. */
  withToken(environment: Environment, accessToken: string): GoCardless;
}

export const GOCARDLESS_ACCOUNTS = Symbol('GoCardlessAccounts');

export interface GoCardlessFieldError {
  readonly field: string | null;
  readonly message: string;
  /** For example `{new_mandate: 'MD…'}` with the reason `mandate_replaced`. */
  readonly links?: Readonly<Record<string, string>>;
}

export interface Refused {
  readonly type: string;
  /** GoCardless's word for it, for example `mandate_is_inactive`; null when only fields are at fault. */
  readonly reason: string | null;
  readonly errors: readonly GoCardlessFieldError[];
  /** For GoCardless's support. */
  readonly requestId: string | null;
  /** The HTTP status. */
  readonly code: number;
}

/** GoCardless understood and said no. Final: the same request would be refused again. */
export class GoCardlessRefused extends Error {
  readonly type: string;
  readonly reason: string | null;
  readonly errors: readonly GoCardlessFieldError[];
  readonly requestId: string | null;
  readonly code: number;

  constructor(refused: Refused) {
    super(`GoCardless refused: ${refused.reason ?? refused.type}.`);
    this.name = 'GoCardlessRefused';
    this.type = refused.type;
    this.reason = refused.reason;
    this.errors = refused.errors;
    this.requestId = refused.requestId;
    this.code = refused.code;
  }
}

export type UnavailableBecause =
  /** No answer within the deadline. */
  | 'deadline'
  | 'network'
  /** A 5xx, from GoCardless or something before it. */
  | 'server_error'
  /** Success, but not in the promised shape. */
  | 'unexpected_answer'
  /** Over the rate limit again and again, in spite of waiting. */
  | 'rate_limit'
  /** This process is ending. */
  | 'shutting_down';

/** GoCardless did not answer. After a write nobody knows whether it happened: ask again with the same key. */
export class GoCardlessUnavailable extends Error {
  constructor(
    readonly because: UnavailableBecause,
    detail: string,
    readonly requestId: string | null = null,
  ) {
    super(`GoCardless did not answer (${because}): ${detail}`);
    this.name = 'GoCardlessUnavailable';
  }
}

/** The token is unknown, revoked, or may not do this (`code` 401 or 403). */
export class GoCardlessAccessRefused extends Error {
  constructor(
    readonly code: 401 | 403,
    readonly reason: string,
    readonly requestId: string | null,
  ) {
    super(`GoCardless refused access: ${reason}.`);
    this.name = 'GoCardlessAccessRefused';
  }
}

/** The account has no such thing; `gone` when it had. */
export class GoCardlessNotFound extends Error {
  constructor(
    readonly gone: boolean,
    readonly reason: string,
    readonly requestId: string | null,
  ) {
    super(gone ? 'GoCardless has deleted it.' : 'GoCardless does not know it.');
    this.name = 'GoCardlessNotFound';
  }
}

export type GoCardlessFailure =
  GoCardlessRefused | GoCardlessUnavailable | GoCardlessAccessRefused | GoCardlessNotFound;
