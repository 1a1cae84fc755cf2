import { compareDates } from '../shared/calendar';

/** The accounts that postings use, by what they are for. They are configuration; a document carries the ones it used. */
export interface Accounts {
  readonly bank: string;
  readonly conversion: string;
  readonly clearing: string;
  readonly customers: string;
  readonly outputTax: string;
  readonly inputTax: string;
  /** Where input tax can not be recovered, the taxes of fees stay in the fees. */
  readonly inputTaxRecoverable: boolean;
  readonly unidentifiedReceipts: string;
  readonly priorPeriod: string;
  readonly sales: string;
  readonly fees: string;
  readonly surcharges: string;
  readonly appFees: string;
}

export const DEFAULT_ACCOUNTS: Accounts = {
  bank: '1000',
  conversion: '1090',
  clearing: '1100',
  customers: '1200',
  outputTax: '2200',
  inputTax: '2201',
  inputTaxRecoverable: true,
  unidentifiedReceipts: '2900',
  priorPeriod: '2910',
  sales: '4000',
  fees: '5100',
  surcharges: '5110',
  appFees: '5120',
};

/** Accounts chosen to hold from an instant on. */
export interface AccountsFrom {
  readonly from: string;
  readonly accounts: Accounts;
}

/** The accounts that hold for a document effective at an instant, whenever it is posted. */
export function accountsAt(chosen: readonly AccountsFrom[], effectiveAt: string): Accounts {
  const holding = chosen.filter(({ from }) => from <= effectiveAt).sort((a, b) => compareDates(a.from, b.from));
  return holding.at(-1)?.accounts ?? DEFAULT_ACCOUNTS;
}
