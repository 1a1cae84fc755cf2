import { type Personal } from '../customers/events';
import { type Fact } from '../shared/event';
import { type MandateObstacle } from './obstacle';

export type MandateStatus =
  | 'pending_customer_approval'
  | 'pending_submission'
  | 'submitted'
  | 'active'
  | 'suspended_by_payer'
  | 'failed'
  | 'cancelled'
  | 'expired'
  | 'consumed'
  | 'blocked';

/** Actions of GoCardless that change a mandate's status, with a name for those that it reports under several. */
export type MandateStatusAction =
  | 'created'
  | 'customer_approval_granted'
  | 'customer_approval_skipped'
  | 'submitted'
  | 'active'
  | 'reinstated'
  | 'suspended_by_payer'
  | 'blocked'
  | 'failed'
  | 'expired'
  | 'consumed'
  | 'cancelled';

/** What GoCardless says about the reason of a fact. `description` is prose and may change at any time. */
export interface Reason {
  readonly origin: string;
  readonly cause: string;
  readonly description: string;
  readonly scheme?: string;
  readonly reasonCode?: string;
}

export type MandateFoundBy = 'email' | 'gocardless_customer_id' | 'mandate_id' | 'itself';

export type MandateLinked = Fact<
  'MandateLinked',
  {
    readonly connectionId: string;
    readonly mandateId: string;
    readonly customerId: string;
    readonly gocardlessCustomerId: string;
    readonly scheme: string;
    /** The status that GoCardless's snapshot showed: it counts only while no status event is known. */
    readonly status: MandateStatus;
    readonly reference: Personal;
    readonly bankName: Personal;
    readonly accountNumberEnding: Personal;
    readonly nextPossibleChargeDate: string | null;
    /** GoCardless's `created_at` of the mandate. */
    readonly createdAt: string;
    readonly foundBy: MandateFoundBy;
  }
>;

/** Removed from the customer by staff. History stays; nothing is cancelled at GoCardless. */
export type MandateUnlinked = Fact<'MandateUnlinked', { readonly customerId: string; readonly reason: Personal }>;

/** What took a linked mandate's place can not be used here: its money would go to somebody else, or never pass through GoCardless's payouts. */
export type MandateBarred = Fact<'MandateBarred', { readonly obstacle: MandateObstacle } & MandateKey>;

/** Which mandate a fact is about: GoCardless also speaks of mandates that nobody has linked. */
export interface MandateKey {
  readonly connectionId: string;
  readonly mandateId: string;
}

export type MandateStatusChanged = Fact<
  'MandateStatusChanged',
  { readonly action: MandateStatusAction } & MandateKey & Reason
>;
export type MandateReplaced = Fact<'MandateReplaced', { readonly newMandateId: string } & MandateKey & Reason>;
export type MandateTransferred = Fact<
  'MandateTransferred',
  { readonly previousBankAccountId: string | null; readonly newBankAccountId: string | null } & MandateKey & Reason
>;
/** GoCardless or we ask the bank again; it changes no status by itself. */
export type MandateResubmissionRequested = Fact<'MandateResubmissionRequested', MandateKey & Reason>;
