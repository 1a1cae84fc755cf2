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
    /** HMAC of the folded address, for look-ups; null without an address. */
    readonly emailHash: string | null;
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
    readonly emailHash?: string | null;
    readonly reference?: string | null;
    readonly round?: string | null;
  }
>;

/** The person's key is destroyed: personal data of this customer reads as null from now on; the books stay as they are. */
export type CustomerForgotten = Fact<'CustomerForgotten', { readonly customerId: string }>;

export type CustomerEvent = CustomerRegistered | CustomerDetailsChanged | CustomerForgotten;
