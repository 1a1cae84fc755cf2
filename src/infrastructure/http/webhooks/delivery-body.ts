import { type GoCardlessEvent } from '../../../domain/shared/gocardless-event';
import { gocardlessEventFrom } from '../../gocardless/gocardless-event-from';
import { problem, type ProblemError } from '../errors/problem';
import { isObject } from '../../../fields/is-object';

export interface DeliveryBody {
  /** `meta.webhook_id`; GoCardless did not always send it. */
  readonly webhookId: string | null;
  readonly events: readonly GoCardlessEvent[];
}

/** Reads a body whose signature was good. Throws 400 when it is no delivery: then not one of its events is kept. */
export function readDeliveryBody(body: Buffer): DeliveryBody {
  const json = parse(body);
  if (!isObject(json) || !Array.isArray(json['events'])) throw noDelivery('The body has no list of events.');
  const meta = json['meta'];
  const webhookId = isObject(meta) ? meta['webhook_id'] : undefined;
  const events = json['events'].map((one: unknown, index) => {
    const event = gocardlessEventFrom(one);
    if (event === null) throw noDelivery(`Element ${index} of the list is no event.`);
    return event;
  });
  return { webhookId: typeof webhookId === 'string' && webhookId !== '' ? webhookId : null, events };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw problem('invalid_json', 'The body is not JSON in UTF-8.');
  }
}

function noDelivery(detail: string): ProblemError {
  return problem('not_a_delivery', detail);
}
