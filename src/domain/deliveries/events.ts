import { type Fact } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';

/** GoCardless delivered a webhook, or answered us with a page of events. */
export type DeliveryReceived = Fact<
  'DeliveryReceived',
  {
    readonly connectionId: string;
    readonly bodySha256: string;
    /** Null when the body had no `meta`, and for a page that we fetched. */
    readonly webhookId: string | null;
    readonly source: 'webhook' | 'fetched';
    readonly count: number;
  }
>;

export type GoCardlessEventReceived = Fact<
  'GoCardlessEventReceived',
  { readonly connectionId: string; readonly webhookId: string | null; readonly event: GoCardlessEvent }
>;

/** An event that changes nothing here: kept, never an error. */
export type GoCardlessEventIgnored = Fact<
  'GoCardlessEventIgnored',
  {
    readonly connectionId: string;
    readonly eventId: string;
    readonly reason: 'unknown_action' | 'unknown_resource_type' | 'no_resource_id';
  }
>;

export type WebhookDeliveryEvent = DeliveryReceived | GoCardlessEventReceived | GoCardlessEventIgnored;
