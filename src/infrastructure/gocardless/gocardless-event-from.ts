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
 * An event of a webhook or of `GET /events`, which have the same shape; free text that other software wrote is left out.
 * It must have an id, a time, a resource type and an action; unknown actions, links and details are kept as they are.
 * Null when the JSON is no event.
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
    // It was parsed from JSON.
    ...(more.length === 0 ? {} : { more: Object.fromEntries(more) as Readonly<Record<string, Json>> }),
  };
}

function sourceFrom(json: unknown): GoCardlessEventSource | null {
  const { type, name } = textsOf(json);
  if (type === undefined) return null;
  return name === undefined || name === '' ? { type } : { type, name };
}
