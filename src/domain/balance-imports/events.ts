import { type Fact } from '../shared/event';

export interface ImportedBalance {
  readonly customerId: string;
  readonly currency: string;
  readonly amount: number;
  readonly asOf: string;
}

/** Balances of a file, 500 at most; they mean nothing until `BalancesImported`. */
export type ImportedBalancesListed = Fact<
  'ImportedBalancesListed',
  {
    readonly balanceImportId: string;
    readonly connectionId: string;
    readonly from: number;
    readonly balances: readonly ImportedBalance[];
  }
>;

/** The seal: all balances of the file are stated, at this moment and together. */
export type BalancesImported = Fact<
  'BalancesImported',
  {
    readonly balanceImportId: string;
    readonly connectionId: string;
    readonly count: number;
    /** SHA-256 (hex) of the canonical JSON of each balance, one a line. */
    readonly balancesSha256: string;
    /** They take the place of balances of a later time too. */
    readonly older?: true;
  }
>;

/** Each balance stands on its customer's stream now. */
export type BalanceImportCarriedOut = Fact<
  'BalanceImportCarriedOut',
  { readonly balanceImportId: string; readonly connectionId: string }
>;
