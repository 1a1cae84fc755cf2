import { type Fact } from '../shared/event';

/** What has a reference of its own in each connection. */
export type Referenced = 'customer' | 'salesOrder';

interface ReferenceHolder {
  readonly connectionId: string;
  readonly of: Referenced;
  /** Of the customer or the order. */
  readonly id: string;
}

/** A reference is theirs now. The stream says which one: nobody reads it out of an event. */
export type ReferenceTaken = Fact<'ReferenceTaken', ReferenceHolder>;

/** They have it no longer, or never came to have it: anybody may take it. */
export type ReferenceReleased = Fact<'ReferenceReleased', ReferenceHolder>;
