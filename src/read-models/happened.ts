import { type LogEvent } from '../application/ports/log-event';
import { type AnyEvent } from '../domain/catalogue';
import { type Happened } from '../domain/shared/event';

/** A stored event as the domain's folds take it. */
export type HappenedOf<E extends LogEvent> = Happened<Extract<AnyEvent, { readonly type: E['type'] }>>;

export function happenedOf<E extends LogEvent>({ type, data, metadata }: E): HappenedOf<E> {
  const { effectiveAt, causationId, recordedAt, gocardlessEventId } = metadata;
  const stamp = { effectiveAt, causationId, recordedAt };
  const event =
    gocardlessEventId === undefined ? { type, data, ...stamp } : { type, data, ...stamp, gocardlessEventId };
  // TypeScript does not tie `data` to `type` here; the event given does.
  return event as unknown as HappenedOf<E>;
}

/** What follows the category in the name of an event's stream: the id of the thing. */
export function thingOf({ stream }: Pick<LogEvent, 'stream'>): string {
  return stream.slice(stream.indexOf('-') + 1);
}
