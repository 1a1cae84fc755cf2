import {
  type GoCardlessEvent,
  type GoCardlessEventDetails,
  type GoCardlessEventSource,
  type Json,
  OWN_METADATA_KEYS,
} from '../../domain/shared/gocardless-event';
import { isObject } from '../../fields/is-object';
import { Fields, pick, textsOf, UnexpectedShape } from './json';

/**
 * An event of a webhook or of `GET /events` (both have the same shape), without other software's free text.
 * Only id, time, resource type and action are demanded: actions, links and details that nobody has heard of are kept as they are.
 * Null for what is no event.
 */
export function gocardlessEventFrom(json: unknown): GoCardlessEvent | null {
  if (!isObject(json)) return null;
  try {
    const event = new Fields(json, 'event');
    const source = sourceFrom(json['source']);
    return {
      id: event.text('id'),
      createdAt: event.instant('created_at'),
      resourceType: event.text('resource_type'),
      action: event.text('action'),
      links: textsOf(json['links']),
      details: detailsFrom(json['details']),
      ...(source === null ? {} : { source }),
      resourceMetadata: pick(textsOf(json['resource_metadata']), OWN_METADATA_KEYS),
    };
  } catch (error) {
    if (error instanceof UnexpectedShape) return null;
    throw error;
  }
}

const KNOWN_DETAILS = ['origin', 'cause', 'description', 'scheme', 'reason_code', 'will_attempt_retry'];

function detailsFrom(json: unknown): GoCardlessEventDetails {
  const { origin = '', cause = '', description = '', scheme, reason_code: reasonCode } = textsOf(json);
  const willAttemptRetry = isObject(json) ? json['will_attempt_retry'] : undefined;
  const more = Object.entries(isObject(json) ? json : {}).filter(([field]) => !KNOWN_DETAILS.includes(field));
  return {
    origin,
    cause,
    description,
    ...(scheme === undefined ? {} : { scheme }),
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(typeof willAttemptRetry === 'boolean' ? { willAttemptRetry } : {}),
    // Parsed from JSON, so that is what it is.
    ...(more.length === 0 ? {} : { more: Object.fromEntries(more) as Readonly<Record<string, Json>> }),
  };
}

function sourceFrom(json: unknown): GoCardlessEventSource | null {
  const { type, name } = textsOf(json);
  if (type === undefined) return null;
  return name === undefined || name === '' ? { type } : { type, name };
}
