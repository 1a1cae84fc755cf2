import { type Reason } from '../mandates/events';
import { type Fact } from '../shared/event';

/**
 * GoCardless said something that concerns the account as a whole, and then it stands with the connection; or something beside payments, mandates,
 * payouts and refunds, as the end of a billing request or an outbound payment, which has a stream of its own. It changes no books.
 */
export type GoCardlessResourceChanged = Fact<
  'GoCardlessResourceChanged',
  {
    readonly connectionId: string;
    /** GoCardless's word, as `creditors`. */
    readonly resourceType: string;
    readonly resourceId: string | null;
    readonly action: string;
    /** The mandate that came of it, or null. */
    readonly mandateId: string | null;
  } & Reason
>;
