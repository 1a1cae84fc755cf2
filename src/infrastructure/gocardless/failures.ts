import {
  GoCardlessAccessRefused,
  type GoCardlessFailure,
  type GoCardlessFieldError,
  GoCardlessNotFound,
  GoCardlessRefused,
  GoCardlessUnavailable,
} from '../../application/ports/gocardless';
import { isObject } from '../../fields/is-object';
import { textsOf, UnexpectedShape } from './json';
import { type Headers } from './rate-budget';

/** Over the rate limit: GoCardless has done nothing, and the call may be repeated after the reset. */
export class RateLimited extends Error {}

/** GoCardless has made something under this idempotency key before. A call that creates nothing takes it for an ordinary refusal. */
export class KeyTaken extends GoCardlessRefused {
  constructor(
    readonly existingId: string,
    requestId: string | null,
  ) {
    super({ type: 'invalid_state', reason: 'idempotent_creation_conflict', errors: [], requestId, code: 409 });
  }
}

/** A gateway may answer with a whole HTML page instead of a message, so messages are cut to this length. */
const LONGEST_MESSAGE = 200;

/**
 * What a call of the official client threw, as one of our failures. The thrown error is never kept as a cause: it carries the request with
 * its access token. `accessToken` is blotted out of messages that echo it.
 */
export function failureFrom(error: unknown, accessToken: string): GoCardlessFailure | RateLimited {
  if (isFailure(error)) return error;
  if (error instanceof UnexpectedShape) return new GoCardlessUnavailable('unexpected_answer', error.message);
  if (!isObject(error)) return new GoCardlessUnavailable('network', 'the connection broke');
  if (typeof error['conflictingResourceId'] === 'string') {
    return new KeyTaken(error['conflictingResourceId'], textOrNull(error['requestId']));
  }
  const readable = (text: unknown): string => readableText(text, accessToken);
  if ('errorType' in error) return answeredFailure(error, readable);
  if (typeof error['statusCode'] === 'number') {
    return new GoCardlessUnavailable('unexpected_answer', 'the answer is not JSON', textOrNull(error['requestId']));
  }
  // Socket errors have a code such as ECONNRESET. Any other error is the client's own, thrown when an answer has no body.
  const code = error['code'];
  return typeof code === 'string'
    ? new GoCardlessUnavailable('network', readable(code))
    : new GoCardlessUnavailable('unexpected_answer', 'the answer is empty');
}

function answeredFailure(
  error: Readonly<Record<string, unknown>>,
  readable: (text: unknown) => string,
): GoCardlessFailure | RateLimited {
  const code = statusOf(error);
  const requestId = textOrNull(error['requestId']);
  const errors = (Array.isArray(error['errors']) ? error['errors'] : []).filter(isObject);
  const reason = errors.map((entry) => textOrNull(entry['reason'])).find((text) => text !== null) ?? null;
  if (code === 429) return new RateLimited();
  if (code >= 500 || code === 408)
    return new GoCardlessUnavailable('server_error', readable(error['message']), requestId);
  if (code === 401 || code === 403) {
    return new GoCardlessAccessRefused(code, reason ?? (code === 401 ? 'unauthorized' : 'forbidden'), requestId);
  }
  if (code === 404 || code === 410)
    return new GoCardlessNotFound(code === 410, reason ?? 'resource_not_found', requestId);
  return new GoCardlessRefused({
    type: textOrNull(error['errorType']) ?? 'unknown',
    reason,
    errors:
      errors.length > 0
        ? errors.map((entry) => fieldError(entry, readable))
        : [{ field: null, message: readable(error['message']) }],
    requestId,
    code,
  });
}

/** The HTTP status of the answer. The body repeats it as `code`, but not always. */
function statusOf(error: Readonly<Record<string, unknown>>): number {
  const response = error['response'];
  const status = isObject(response) ? response['statusCode'] : undefined;
  return typeof status === 'number' ? status : Number(error['code']);
}

/** The headers of the answer for which the client threw; empty when the connection broke before there was one. */
export function headersOf(error: unknown): Headers {
  const response = isObject(error) ? error['response'] : undefined;
  return isObject(response) && isObject(response['headers']) ? response['headers'] : {};
}

function fieldError(
  entry: Readonly<Record<string, unknown>>,
  readable: (text: unknown) => string,
): GoCardlessFieldError {
  const links = textsOf(entry['links']);
  return {
    field: textOrNull(entry['field']),
    message: readable(entry['message']),
    ...(Object.keys(links).length === 0 ? {} : { links }),
  };
}

function isFailure(error: unknown): error is GoCardlessFailure {
  return (
    error instanceof GoCardlessRefused ||
    error instanceof GoCardlessUnavailable ||
    error instanceof GoCardlessAccessRefused ||
    error instanceof GoCardlessNotFound
  );
}

function readableText(text: unknown, accessToken: string): string {
  if (typeof text !== 'string') return '';
  const clean = text.replaceAll(accessToken, '…').replace(/\s+/g, ' ').trim();
  return clean.length > LONGEST_MESSAGE ? `${clean.slice(0, LONGEST_MESSAGE)}…` : clean;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
