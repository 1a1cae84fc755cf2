import { type BalanceEntry } from '../payouts/balance';
import { type Fees } from '../payouts/fees';
import {
  type BillingRequest,
  type BillingRequestFlow,
  type Creditor,
  type Customer,
  type CustomerBankAccount,
  type EventResource,
  type InstalmentSchedule,
  type Mandate,
  type Payment,
  type Payout,
  type PayoutItem,
  type Refund,
  type Subscription,
  type WebhookResource,
} from '../resources/shapes';
import { type PaymentSchedule } from '../schemes/payment-schedule';
import { Collection } from './collection';

export type PlannedOutcome = 'successful' | 'failed' | 'late_failure' | 'charged_back';

/** Why the bank did something; what is not said is filled from the catalogue of event actions. */
export interface BankReason {
  readonly origin?: string;
  readonly cause?: string;
  readonly reasonCode?: string;
}

export interface CreditorRecord {
  resource: Creditor;
  fees: Fees;
  /** Units of the payout currency for one unit of the payment's currency, as a decimal string. */
  exchangeRate: string;
  enforceLimits: boolean;
  payoutAccount: string;
  /** Restricted by GoCardless: nothing is paid out. */
  frozen: boolean;
}

export interface BankAccountRecord {
  resource: CustomerBankAccount;
  /** The full number, never returned, only compared. */
  readonly number: string;
}

export interface MandateRecord {
  resource: Mandate;
  steering: 'none' | 'invalid' | 'expired' | 'switching';
  reinstatements: number;
  lastUsed: string;
  /** Its way to the bank, while it is on it; instants in milliseconds. */
  way: { readonly submitAt: number; readonly activateAt: number } | null;
}

export interface PaymentRecord {
  resource: Payment;
  schedule: PaymentSchedule;
  plan: { readonly outcome: PlannedOutcome; readonly reason: BankReason; readonly willAttemptRetry?: boolean };
  retries: number;
  automaticRetries: number;
  /** Fee in tenths of a minor unit, fixed when the payment is confirmed, so that the same is given back. */
  feeTenths: number;
}

export interface SubscriptionRecord {
  resource: Subscription;
  /** The number of the next payment, counted from 0. */
  cycle: number;
  /** Cycles that are still left out; null = until it is resumed. */
  cyclesPaused: number | null;
}

export interface InstalmentScheduleRecord {
  resource: InstalmentSchedule;
}

export interface PayoutRecord {
  resource: Payout;
  items: readonly PayoutItem[];
  paidEvent: string;
}

export interface RefundRecord {
  resource: Refund;
  settled: boolean;
  readonly currency: string;
  readonly creditor: string;
}

/** Who pays, as far as is known before the request is fulfilled. */
export interface Payer {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly companyName: string | null;
  readonly email: string | null;
}

export interface BillingRequestRecord {
  resource: BillingRequest;
  payer: Payer | null;
  readonly creditor: string;
}

/** Adds to the list that stands under a key. */
export function listUnder(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [id]);
  else list.push(id);
}

/** One merchant account and everything in it. Nothing of it is visible to another organisation's token. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly creditors: Collection<CreditorRecord>;
  readonly customers: Collection<{ resource: Customer }>;
  readonly removedCustomers: Set<string>;
  readonly bankAccounts: Collection<BankAccountRecord>;
  readonly mandates: Collection<MandateRecord>;
  readonly payments: Collection<PaymentRecord>;
  readonly payouts: Collection<PayoutRecord>;
  readonly refunds: Collection<RefundRecord>;
  readonly subscriptions: Collection<SubscriptionRecord>;
  readonly instalmentSchedules: Collection<InstalmentScheduleRecord>;
  readonly events: Collection<EventResource>;
  readonly webhooks: Collection<WebhookResource>;
  readonly billingRequests: Collection<BillingRequestRecord>;
  readonly billingRequestFlows: Collection<BillingRequestFlow>;
  readonly balance: Set<BalanceEntry>;
  readonly accountsOfCustomer: Map<string, string[]>;
  readonly paymentsOfMandate: Map<string, string[]>;
  readonly subscriptionsOfMandate: Map<string, string[]>;
  readonly instalmentSchedulesOfMandate: Map<string, string[]>;
  readonly idempotencyKeys: Map<string, string>;
}

export function emptyOrganisation(id: string, name: string): Organisation {
  const byResource = <T extends { resource: { id: string } }>() => new Collection<T>((record) => record.resource.id);
  return {
    id,
    name,
    creditors: byResource(),
    customers: byResource(),
    removedCustomers: new Set(),
    bankAccounts: byResource(),
    mandates: byResource(),
    payments: byResource(),
    payouts: byResource(),
    refunds: byResource(),
    subscriptions: byResource(),
    instalmentSchedules: byResource(),
    events: new Collection((event) => event.id),
    webhooks: new Collection((webhook) => webhook.id),
    billingRequests: byResource(),
    billingRequestFlows: new Collection((flow) => flow.id),
    balance: new Set(),
    accountsOfCustomer: new Map(),
    paymentsOfMandate: new Map(),
    subscriptionsOfMandate: new Map(),
    instalmentSchedulesOfMandate: new Map(),
    idempotencyKeys: new Map(),
  };
}
