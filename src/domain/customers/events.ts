import { type Fact } from '../shared/event';

/** Text about a person: sealed in the log, null once the person's key is destroyed. */
export type Personal = string | null;

export type CustomerRegistered = Fact<
  'CustomerRegistered',
  {
    readonly customerId: string;
    readonly connectionId: string;
    readonly name: Personal;
    readonly company: Personal;
    readonly email: Personal;
    /** The customer's number in the accounting system. */
    readonly reference: string | null;
    /** The collector's round. */
    readonly round: string | null;
  }
>;

/** The fields that changed, and only they. */
export type CustomerDetailsChanged = Fact<
  'CustomerDetailsChanged',
  {
    readonly name?: Personal;
    readonly company?: Personal;
    readonly email?: Personal;
    readonly reference?: string | null;
    readonly round?: string | null;
  }
>;

/** The person's key is destroyed: personal data of this customer reads as null from now on; the books stay as they are. */
export type CustomerForgotten = Fact<'CustomerForgotten', { readonly customerId: string }>;

/** What the accounting system says the customer owes; the last statement of a currency counts. */
export type BalanceStated = Fact<
  'BalanceStated',
  {
    readonly customerId: string;
    readonly currency: string;
    /** Minor units; below zero the customer is in credit, and nothing is collected. */
    readonly amount: number;
    /** The moment that the statement speaks of, ISO 8601 UTC: money paid out since then is not in it. */
    readonly asOf: string;
    /** The import that brought it; null when it was stated by itself. */
    readonly balanceImportId: string | null;
  }
>;

/** A row of a balance export takes this much of the balance, so that no other export takes it as well. */
export type BalanceReserved = Fact<
  'BalanceReserved',
  {
    readonly customerId: string;
    readonly balanceExportId: string;
    readonly rowId: string;
    readonly currency: string;
    readonly amount: number;
  }
>;

/** The row was never uploaded: its batch was cancelled, or never sealed. */
export type BalanceReleased = Fact<
  'BalanceReleased',
  {
    readonly customerId: string;
    readonly balanceExportId: string;
    readonly rowId: string;
    readonly currency: string;
    readonly amount: number;
  }
>;

/** Which of several usable mandates is charged in a currency; before that it is the newest active one. */
export type DefaultMandateChosen = Fact<
  'DefaultMandateChosen',
  { readonly customerId: string; readonly currency: string; readonly mandateId: string }
>;
