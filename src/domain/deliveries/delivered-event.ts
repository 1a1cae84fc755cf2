import { type GoCardlessEvent } from '../shared/gocardless-event';

/** A GoCardless event with its place in the delivery that brought it: it has no event of its own in the log until it becomes a fact. */
export interface DeliveredEvent {
  readonly connectionId: string;
  readonly event: GoCardlessEvent;
  /** Null when the body had no `meta`, and for an event that we fetched. */
  readonly webhookId: string | null;
  readonly deliveryStream: string;
  /** Its place in the delivery's list, from 0. */
  readonly deliveryIndex: number;
}
