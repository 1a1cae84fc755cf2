import { type Fact } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';

/** GoCardless delivered a webhook, or answered us with a page of events: all of it is one event. */
export type DeliveryReceived = Fact<
  'DeliveryReceived',
  {
    readonly connectionId: string;
    readonly bodySha256: string;
    /** Null when the body had no `meta`, and for a page that we fetched. */
    readonly webhookId: string | null;
    readonly source: 'webhook' | 'fetched';
    /** As received; each once, also where the body has it twice. */
    readonly events: readonly GoCardlessEvent[];
  }
>;

/** A signed webhook was not taken in, and its sender was told so: a person must look at what GoCardless sends. */
export type DeliveryRefused = Fact<
  'DeliveryRefused',
  {
    readonly connectionId: string;
    readonly bodySha256: string;
    readonly webhookId: string | null;
    readonly reason: 'too_many_events';
    readonly count: number;
  }
>;

/** An event that changes nothing here: kept, never an error. */
export type GoCardlessEventIgnored = Fact<
  'GoCardlessEventIgnored',
  {
    readonly connectionId: string;
    readonly eventId: string;
    readonly reason:
      'unknown_action' | 'unknown_resource_type' | 'no_resource_id' | 'changes_nothing' | 'other_creditor';
  }
>;
