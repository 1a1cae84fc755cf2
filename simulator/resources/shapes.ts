import { type BillingRequestStatus } from '../machines/billing-request';
import { type InstalmentScheduleStatus } from '../machines/instalment-schedule';
import { type MandateStatus } from '../machines/mandate';
import { type PaymentStatus } from '../machines/payment';
import { type PayoutStatus } from '../machines/payout';
import { type RefundStatus } from '../machines/refund';
import { type SubscriptionStatus } from '../machines/subscription';
import { type SchemeName } from '../schemes/scheme-facts';

/** The objects of the API exactly as they travel. */
export type Metadata = Readonly<Record<string, string>>;
export type Links = Readonly<Record<string, string>>;

interface Base {
  readonly id: string;
  readonly created_at: string;
}

export interface Fx {
  readonly fx_currency: string;
  readonly fx_amount: number | null;
  readonly exchange_rate: string | null;
  readonly estimated_exchange_rate: string | null;
}

export interface Creditor extends Base {
  readonly name: string;
  readonly address_line1: string | null;
  readonly address_line2: string | null;
  readonly address_line3: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postal_code: string | null;
  readonly country_code: string;
  readonly creditor_type: string;
  readonly bank_reference_prefix: string;
  readonly can_create_refunds: boolean;
  readonly custom_payment_pages_enabled: boolean;
  readonly fx_payout_currency: string | null;
  readonly logo_url: string | null;
  readonly mandate_imports_enabled: boolean;
  readonly merchant_responsible_for_notifications: boolean;
  readonly scheme_identifiers: readonly unknown[];
  readonly verification_status: string;
  readonly links: Links;
}

export interface Customer extends Base {
  readonly email: string | null;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly company_name: string | null;
  readonly address_line1: string | null;
  readonly address_line2: string | null;
  readonly address_line3: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postal_code: string | null;
  readonly country_code: string | null;
  readonly language: string;
  readonly phone_number: string | null;
  readonly swedish_identity_number: string | null;
  readonly danish_identity_number: string | null;
  readonly metadata: Metadata;
}

export interface CustomerBankAccount extends Base {
  readonly account_holder_name: string;
  readonly account_number_ending: string;
  readonly account_type: string | null;
  readonly bank_account_token: string | null;
  readonly bank_name: string;
  readonly country_code: string;
  readonly currency: string;
  readonly enabled: boolean;
  readonly metadata: Metadata;
  readonly links: { readonly customer: string };
}

/** Who holds collected money on its way: GoCardless, or nobody, and then no payout brings it. */
export type FundsSettlement = 'managed' | 'direct';

export interface Mandate extends Base {
  readonly reference: string;
  readonly status: MandateStatus;
  readonly scheme: SchemeName;
  readonly next_possible_charge_date: string | null;
  readonly next_possible_standard_ach_charge_date?: string | null;
  readonly authorisation_source?: string;
  readonly payments_require_approval: boolean;
  readonly funds_settlement: FundsSettlement;
  readonly mandate_type: string;
  readonly consent_type: string | null;
  readonly consent_parameters: null;
  readonly verified_at: string | null;
  readonly metadata: Metadata;
  readonly links: {
    readonly customer: string;
    readonly customer_bank_account: string;
    readonly creditor: string;
    readonly new_mandate?: string;
  };
}

export interface Payment extends Base {
  readonly charge_date: string;
  readonly amount: number;
  readonly amount_refunded: number;
  readonly currency: string;
  readonly description: string | null;
  readonly reference: string | null;
  readonly status: PaymentStatus;
  readonly scheme: SchemeName;
  readonly retry_if_possible: boolean;
  readonly faster_ach?: boolean;
  readonly app_fee?: number;
  readonly fx: Fx;
  readonly metadata: Metadata;
  readonly links: {
    readonly mandate: string;
    readonly creditor: string;
    readonly payout?: string;
    readonly subscription?: string;
    readonly instalment_schedule?: string;
  };
}

export interface Subscription extends Base {
  readonly amount: number;
  readonly currency: string;
  readonly status: SubscriptionStatus;
  readonly name: string | null;
  readonly start_date: string;
  readonly end_date: string | null;
  readonly interval: number;
  readonly interval_unit: 'weekly' | 'monthly' | 'yearly';
  readonly day_of_month: number | null;
  readonly month: string | null;
  readonly count: number | null;
  readonly upcoming_payments: readonly { readonly charge_date: string; readonly amount: number }[];
  readonly payment_reference: string | null;
  readonly app_fee: number | null;
  readonly retry_if_possible: boolean;
  readonly earliest_charge_date_after_resume: string | null;
  readonly parent_plan_paused: boolean;
  readonly metadata: Metadata;
  readonly links: { readonly mandate: string };
}

export interface InstalmentSchedule extends Base {
  readonly name: string;
  readonly currency: string;
  readonly total_amount: number;
  readonly status: InstalmentScheduleStatus;
  /** Faults by the number of the instalment; empty when all could be made. */
  readonly payment_errors: Readonly<Record<string, readonly unknown[]>>;
  readonly metadata: Metadata;
  readonly links: { readonly customer: string; readonly mandate: string; readonly payments: readonly string[] };
}

export interface Payout extends Base {
  readonly amount: number;
  readonly deducted_fees: number;
  readonly currency: string;
  readonly reference: string;
  readonly status: PayoutStatus;
  readonly arrival_date: string | null;
  readonly payout_type: 'merchant' | 'partner';
  readonly tax_currency: string;
  readonly fx: Fx;
  readonly metadata: Metadata;
  readonly links: { readonly creditor: string; readonly creditor_bank_account: string };
}

export interface PayoutItemTax {
  readonly amount: string;
  readonly currency: string;
  readonly destination_amount: string | null;
  readonly destination_currency: string;
  readonly exchange_rate: string | null;
  readonly tax_rate_id: string;
}

export interface PayoutItem {
  readonly type: string;
  readonly amount: string;
  readonly taxes: readonly PayoutItemTax[];
  readonly links: Links;
}

export interface Refund extends Base {
  readonly amount: number;
  readonly currency: string;
  readonly reference: string | null;
  readonly status: RefundStatus;
  readonly fx: Fx;
  readonly metadata: Metadata;
  readonly links: { readonly payment?: string; readonly mandate?: string };
}

export interface EventResource extends Base {
  readonly resource_type: string;
  readonly action: string;
  readonly links: Links;
  readonly details: Readonly<Record<string, unknown>>;
  readonly metadata: Metadata;
  readonly resource_metadata: Metadata;
}

export interface WebhookResource extends Base {
  readonly is_test: boolean;
  readonly url: string;
  readonly request_headers: Readonly<Record<string, string>>;
  readonly request_body: string;
  readonly response_code: number | null;
  readonly response_headers: Readonly<Record<string, string>> | null;
  readonly response_body: string | null;
  readonly response_body_truncated: boolean;
  readonly response_headers_content_truncated: boolean;
  readonly response_headers_count_truncated: boolean;
  readonly successful: boolean;
}

export interface BillingRequest extends Base {
  readonly status: BillingRequestStatus;
  readonly mandate_request: Readonly<Record<string, unknown>> | null;
  readonly payment_request: Readonly<Record<string, unknown>> | null;
  readonly fallback_enabled: boolean;
  readonly fallback_occurred: boolean;
  readonly actions: readonly Readonly<Record<string, unknown>>[];
  readonly metadata: Metadata;
  readonly links: Links;
}

export interface BillingRequestFlow extends Base {
  readonly authorisation_url: string;
  readonly auto_fulfil: boolean;
  readonly customer_details_captured: boolean;
  readonly exit_uri: string | null;
  readonly redirect_uri: string | null;
  readonly expires_at: string;
  readonly language: string;
  readonly lock_bank_account: boolean;
  readonly lock_currency: boolean;
  readonly lock_customer_details: boolean;
  readonly prefilled_customer: Readonly<Record<string, string | null>> | null;
  readonly session_token: string;
  readonly show_redirect_buttons: boolean;
  readonly show_success_redirect_button: boolean;
  readonly links: { readonly billing_request: string };
}
