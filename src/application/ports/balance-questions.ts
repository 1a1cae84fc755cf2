import { type Position } from './event-store';

/** A customer's balance in one currency, with all that an export needs of them. Amounts are minor units. */
export interface CollectableBalance {
  readonly customerId: string;
  /** Of the balance on the customer's stream: a reservation holds only while it is still this. */
  readonly version: number;
  /** Null when nothing was ever stated in this currency. */
  readonly stated: number | null;
  readonly asOf: string | null;
  readonly inFlight: number;
  readonly paidSince: number;
  readonly reversedSince: number;
  /** stated − inFlight − paidSince + reversedSince, never below zero. */
  readonly collectable: number;
  readonly name: string | null;
  readonly company: string | null;
  readonly email: string | null;
  /** The usable mandate of this currency: the customer's default, else the newest active one, else the newest. */
  readonly mandate: { readonly mandateId: string; readonly gocardlessCustomerId: string } | null;
  /** They have a usable mandate, but of another currency's scheme. */
  readonly mandateOfOtherCurrency: boolean;
}

export interface ReservedRow {
  readonly rowId: string;
  readonly customerId: string;
  readonly currency: string;
}

/** A row of a batch, by what became of it. */
export interface ExportRowState {
  readonly rowId: string;
  readonly number: number;
  readonly released: boolean;
  /** `none`: no payment yet; `awaited`: GoCardless has not shown it; `requested`: we are sending it; `seen`: it is there; `closed`: rejected, released or matched. */
  readonly payment: 'none' | 'awaited' | 'requested' | 'seen' | 'closed';
  readonly rejected: boolean;
}

/** A payment made elsewhere that may be what a waiting row was to be: same mandate, amount and currency, made after the export. */
export interface RowMatch {
  readonly rowId: string;
  readonly paymentId: string;
}

export interface CustomerCurrency {
  readonly customerId: string;
  readonly currency: string;
}

export function balanceKey({ customerId, currency }: CustomerCurrency): string {
  return `${customerId}.${currency}`;
}

/** What balances and exports ask of the read models. Answers may trail the log: `caughtUp` first. */
export interface BalanceQuestions {
  /**
   * Waits until the read models behind these questions have reached a position. Throws `StoreUnavailable` when they have not in 30 s: an
   * export of old balances could collect twice.
   */
  caughtUp(position: Position): Promise<void>;
  /** By customer id, after a given one: who has a balance stated in the currency, or of `customerIds` all. */
  collectable(query: {
    readonly connectionId: string;
    readonly currency: string;
    readonly customerIds: readonly string[] | null;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<readonly CollectableBalance[]>;
  /** Batches of a connection that were opened and never sealed, and abandoned ones that still hold reservations. */
  unfinishedExports(connectionId: string): Promise<readonly string[]>;
  /** Reservations of a batch that were not released. */
  reservedRows(balanceExportId: string, limit: number): Promise<readonly ReservedRow[]>;
  /** Rows of a sealed batch by number, after a given one. */
  exportRows(balanceExportId: string, after: number, limit: number): Promise<readonly ExportRowState[]>;
  /** Matches of a batch's waiting rows; a row or payment that fits twice is left out, for a person to tell apart. */
  rowMatches(balanceExportId: string): Promise<readonly RowMatch[]>;
  /** Of what time the balances are that stand, by `balanceKey`; those that were never stated are left out. */
  standing(balances: readonly CustomerCurrency[]): Promise<ReadonlyMap<string, string>>;
  /** Customers by their ids or references, for lines of a file: which exist in the connection. */
  customersByIds(connectionId: string, customerIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** By reference: the customers that have it; more than one is ambiguous. */
  customersByReferences(
    connectionId: string,
    references: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
}

export const BALANCE_QUESTIONS = Symbol('BalanceQuestions');
