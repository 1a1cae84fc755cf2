import { type Personal } from '../customers/events';
import { type Fact } from '../shared/event';

/** A batch is being put together. Until `BalancesExported` it means nothing; one that a crash left open is abandoned. */
export type BalanceExportOpened = Fact<
  'BalanceExportOpened',
  {
    readonly balanceExportId: string;
    readonly connectionId: string;
    readonly currency: string;
    /** Asked of GoCardless for every row; null = as soon as possible. */
    readonly chargeDate: string | null;
  }
>;

/** A row as it goes into the file: names as they were, amount in minor units. */
export interface ExportRow {
  readonly rowId: string;
  /** Its place in the batch, from 1; a number whose customer was left out at the last moment is missing. */
  readonly number: number;
  readonly customerId: string;
  readonly mandateId: string;
  readonly gocardlessCustomerId: string;
  readonly name: Personal;
  readonly company: Personal;
  readonly email: Personal;
  readonly amount: number;
  readonly description: Personal;
}

/** Rows of one chunk of numbers, 500 at most; the event at revision n of the batch's stream of rows holds chunk n. */
export type BalanceExportRowsListed = Fact<
  'BalanceExportRowsListed',
  { readonly balanceExportId: string; readonly connectionId: string; readonly rows: readonly ExportRow[] }
>;

/** The seal: from this moment the batch is, with these rows and these files, for ever. */
export type BalancesExported = Fact<
  'BalancesExported',
  {
    readonly rowCount: number;
    /** The highest number; numbers between may be missing. */
    readonly lastNumber: number;
    readonly totalAmount: number;
    /** SHA-256 (hex) of the canonical JSON of each row as it was listed, one a line. */
    readonly rowsSha256: string;
    readonly csvSha256: string;
    readonly xlsxSha256: string;
  }
>;

/** It was never sealed; what its rows had reserved is released. */
export type BalanceExportAbandoned = Fact<'BalanceExportAbandoned', Record<string, never>>;

/** Each row is a payment from now on, waiting for GoCardless to show it. */
export type BalancesAddedAsPayments = Fact<'BalancesAddedAsPayments', Record<string, never>>;

/** The rows are sent through the API instead of the file. */
export type BalanceCollectionRequested = Fact<'BalanceCollectionRequested', Record<string, never>>;

/** Rows that were never uploaded are given up, from number to number, both included. */
export type BalanceExportRowsReleased = Fact<
  'BalanceExportRowsReleased',
  { readonly numbers: readonly (readonly [number, number])[] }
>;

/** What one of the batch's events asked of other streams is done on all of them; `of` = the id of that event. */
export type BalanceExportCarriedOut = Fact<'BalanceExportCarriedOut', { readonly of: string }>;
