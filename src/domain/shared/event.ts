/** A fact in the past tense, as a decider writes it: a type name and its data, nothing technical. */
export interface Fact<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/**
 * Who caused something: a person through an API key (`user:key_…`), a payer through a link (`payer:plk_…`), GoCardless, our timer or the
 * service itself.
 */
export type Actor = `user:${string}` | `payer:${string}` | 'gocardless' | 'scheduler' | 'system';

/**
 * A fact that a decider has just decided.
 * `effectiveAt` says when it was true (GoCardless's `created_at`, or the command's time), ISO 8601 UTC.
 * `causationId` is the GoCardless event or the command that caused it; the event's id is derived from it.
 */
export type Decided<F extends Fact> = F & {
  readonly effectiveAt: string;
  readonly causationId: string;
  /** The GoCardless event behind it, when there is one. */
  readonly gocardlessEventId?: string;
};

/** A fact with what `evolve` may know of it: all that is the same however often and wherever the log is read. */
export type Happened<F extends Fact> = Decided<F> & {
  readonly recordedAt: string;
};

/** What every event of a thing names in its metadata, so that it can be found without its stream. Absent = does not apply. */
export interface References {
  readonly connectionId?: string;
  readonly customerId?: string;
  readonly mandateId?: string;
  readonly salesOrderId?: string;
  readonly scheduledPaymentId?: string;
  readonly paymentId?: string;
  readonly payoutId?: string;
  readonly refundId?: string;
}

/** Metadata of a stored event. `recordedAt` is our clock and the only recorded time, also after a log was copied. */
export interface EventMetadata extends References {
  /** Version of the event type's data, for upcasting. */
  readonly v: number;
  readonly causationId: string;
  readonly correlationId: string;
  readonly actor: Actor;
  readonly gocardlessEventId?: string;
  /** GoCardless's id of the webhook that brought the event; absent for an event that we fetched. */
  readonly webhookId?: string;
  /** The stream of the delivery that brought the event. */
  readonly deliveryStream?: string;
  /** Its place in that delivery, from 0. */
  readonly deliveryIndex?: number;
  readonly effectiveAt: string;
  readonly recordedAt: string;
}
