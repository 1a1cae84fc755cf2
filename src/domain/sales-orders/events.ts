import { type Personal } from '../customers/events';
import { type Fact } from '../shared/event';

/** What an instalment takes of one order line: minor units, tax included in `amount`. */
export interface LineShare {
  /** Index of the order's line. */
  readonly line: number;
  /** The line's, as it was placed. */
  readonly taxRate: string;
  readonly amount: number;
  readonly tax: number;
  /** Income account of the line, or null for the default that holds when the money is paid out. */
  readonly incomeAccount: string | null;
}

export interface OrderLine {
  readonly item: Personal;
  /** A decimal string with at most four places: `"1"`, `"1.5"`. */
  readonly quantity: string;
  /** Tax included. */
  readonly unitAmount: number;
  /** Percentage as a decimal string, `"20"` or `"5.5"`. */
  readonly taxRate: string;
  readonly incomeAccount: string | null;
  /** What was taken off `quantity × unitAmount`, minor units. */
  readonly discount: number;
  /** `quantity × unitAmount − discount`, rounded half up once. */
  readonly amount: number;
  /** Tax within `amount`, rounded once for the whole line. */
  readonly tax: number;
}

export interface PlannedInstalment {
  /** `sp_…` */
  readonly scheduledPaymentId: string;
  readonly dueDate: string;
  readonly amount: number;
  readonly shares: readonly LineShare[];
  /** A mandate chosen for this instalment, or null for the customer's default when it is sent. */
  readonly mandateId: string | null;
}

export type SalesOrderPlaced = Fact<
  'SalesOrderPlaced',
  {
    readonly salesOrderId: string;
    readonly connectionId: string;
    readonly customerId: string;
    /** What the order is called elsewhere, such as a number in another system. */
    readonly reference: string | null;
    readonly currency: string;
    readonly lines: readonly OrderLine[];
    readonly instalments: readonly PlannedInstalment[];
  }
>;

/** This instalment goes out now. It shuts out a change or a cancellation at the same moment. */
export type InstalmentReleased = Fact<
  'InstalmentReleased',
  {
    readonly scheduledPaymentId: string;
    readonly paymentId: string;
    /** 1 for the first attempt. */
    readonly attempt: number;
    readonly amount: number;
    readonly currency: string;
    /** The mandate at the end of the replacement chain when it was released. */
    readonly mandateId: string;
    /** As it is asked of GoCardless: the due date, or the first possible date after it. */
    readonly chargeDate: string;
    /** What the payer reads, from the items of the order's lines; null where they have none. */
    readonly description: Personal;
    readonly shares: readonly LineShare[];
  }
>;

/** Unsent instalments as they are after a change: all that moved, not only the one that was asked for. */
export type InstalmentsChanged = Fact<'InstalmentsChanged', { readonly instalments: readonly PlannedInstalment[] }>;

export type InstalmentCancelled = Fact<'InstalmentCancelled', { readonly scheduledPaymentId: string }>;
