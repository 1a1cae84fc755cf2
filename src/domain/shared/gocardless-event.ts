/**
 * A GoCardless event as we keep it: all that its webhook or `GET /events` says, without other software's free text
 * (`metadata`, and `resource_metadata` except our own keys).
 */
export interface GoCardlessEvent {
  readonly id: string;
  /** ISO 8601 UTC; when GoCardless says it happened. Every fact made from this event is effective then. */
  readonly createdAt: string;
  readonly resourceType: string;
  readonly action: string;
  /** Singular resource name → GoCardless id, for example `{payment: 'PM…', payout: 'PO…', parent_event: 'EV…'}`. */
  readonly links: Readonly<Record<string, string>>;
  readonly details: GoCardlessEventDetails;
  /** Who or what did it at GoCardless; absent where GoCardless does not say. */
  readonly source?: GoCardlessEventSource;
  /** Our own keys of the resource's metadata, see `OWN_METADATA_KEYS`. */
  readonly resourceMetadata: Readonly<Record<string, string>>;
}

export interface GoCardlessEventDetails {
  readonly origin: string;
  readonly cause: string;
  readonly description: string;
  readonly scheme?: string;
  readonly reasonCode?: string;
  readonly willAttemptRetry?: boolean;
  /** All that GoCardless says besides, as it says it. */
  readonly more?: Readonly<Record<string, Json>>;
}

/** `type` is GoCardless's word: `app`, `user`, `gc_team`, `access_token`, … */
export interface GoCardlessEventSource {
  readonly type: string;
  /** Of a person or of an app: personal data of the person beside it. */
  readonly name?: string | null;
  /** Whose name it is here, `gcu_…`: given at the door, so that the name can be sealed and forgotten. */
  readonly personId?: string;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

/** Metadata keys that we write at GoCardless. On payments: whose payment it is, and which row of an export asked for it. */
export const PAYMENT_TAG = 'ddl_payment';
export const EXPORT_ROW_TAG = 'export_row';
/** On a mandate that we asked a payer for: whose it is to be. */
export const CUSTOMER_TAG = 'ddl_customer';
/** On a refund that we asked for: the event that asks for it. */
export const REFUND_TAG = 'ddl_refund';
export const OWN_METADATA_KEYS: readonly string[] = [PAYMENT_TAG, EXPORT_ROW_TAG, CUSTOMER_TAG, REFUND_TAG];
