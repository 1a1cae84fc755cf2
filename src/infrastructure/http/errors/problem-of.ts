import { HttpException } from '@nestjs/common';
import {
  AppendTooLarge,
  ForeignPosition,
  OutcomeUnknown,
  StoreUnavailable,
  StreamGone,
  VersionConflict,
} from '../../../application/ports/event-store';
import {
  GoCardlessAccessRefused,
  GoCardlessNotFound,
  GoCardlessRefused,
  GoCardlessUnavailable,
} from '../../../application/ports/gocardless';
import { ReadModelBehind } from '../../../application/ports/queries';
import { UnknownCursor } from '../../../read-models/lists/list';
import { isTransient } from '../../../postgres/errors';
import { invalid, problem, ProblemError } from './problem';
import { PROBLEM_STATUS, type ProblemCode } from './problem-codes';

/** The answer for any error. What is not known here is a 500 that says nothing of our inside. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return problemOfPort(error) ?? problemOfDatabase(error) ?? problemOfFramework(error) ?? unexpected();
}

const RETRY_SOON = { 'retry-after': '1' };
const RETRY_LATER = { 'retry-after': '5' };

function problemOfPort(error: unknown): ProblemError | null {
  if (error instanceof VersionConflict) {
    return problem('concurrent_change', 'Others changed the same thing again and again. Try again.', {
      headers: RETRY_SOON,
    });
  }
  if (error instanceof OutcomeUnknown || error instanceof StoreUnavailable) return storeUnavailable();
  if (error instanceof ReadModelBehind) {
    const detail = 'What is needed to answer has not been read from the log yet. Try again; /health/ready says more.';
    return problem('read_model_behind', detail, { headers: RETRY_SOON });
  }
  if (error instanceof AppendTooLarge) return problem('too_large', 'This is too much for one request. Split it.');
  if (error instanceof StreamGone) {
    const detail =
      'The event store lacks a part of the log. Whoever runs this service finds in its log which, and what to do.';
    return problem('log_damaged', detail);
  }
  if (error instanceof ForeignPosition) {
    return invalid([{ field: 'position', code: 'unknown_position', message: 'is not a position of this event store' }]);
  }
  if (error instanceof UnknownCursor) {
    return invalid([{ field: 'cursor', code: 'invalid', message: 'must be the nextCursor of a page of this list' }]);
  }
  return problemOfGoCardless(error);
}

function problemOfGoCardless(error: unknown): ProblemError | null {
  if (error instanceof GoCardlessUnavailable) {
    return problem('gocardless_unavailable', 'GoCardless does not answer now. Try again.', {
      headers: RETRY_LATER,
    });
  }
  if (error instanceof GoCardlessAccessRefused) {
    const what = error.code === 401 ? 'refuses the access token of this connection' : 'does not let the token do this';
    const detail = `GoCardless ${what} (${error.reason}). Give the connection another token.`;
    return problem('gocardless_access_refused', detail);
  }
  if (error instanceof GoCardlessNotFound) {
    return problem('not_found_at_gocardless', 'GoCardless does not know what was asked for.');
  }
  if (error instanceof GoCardlessRefused) {
    return problem('gocardless_refused', `GoCardless refuses it: ${error.reason ?? error.type}.`);
  }
  return null;
}

function problemOfDatabase(error: unknown): ProblemError | null {
  return isTransient(error) ? storeUnavailable() : null;
}

function storeUnavailable(): ProblemError {
  return problem('store_unavailable', 'The store does not answer now. Try again with the same Idempotency-Key.', {
    headers: RETRY_LATER,
  });
}

const OF_FRAMEWORK: readonly (readonly [code: ProblemCode, detail: string])[] = [
  ['bad_request', 'The request can not be read.'],
  ['unauthorized', 'An API key is needed: "Authorization: Bearer <key>".'],
  ['forbidden', 'This key may not do that.'],
  ['not_found', 'There is nothing at this address.'],
  ['method_not_allowed', 'This address does not know the method.'],
  ['not_acceptable', 'The answer can not be given in the form that was asked for.'],
  ['request_timeout', 'The request took too long to arrive.'],
  ['too_large', 'The body is too large.'],
  ['address_too_long', 'The address is too long.'],
  ['unsupported_media_type', 'This address does not take a body of this type.'],
  ['headers_too_large', 'The headers are too large.'],
];

/** Errors of Nest and Fastify carry a status. Their own words are not repeated: they quote addresses and bodies. */
function problemOfFramework(error: unknown): ProblemError | null {
  const status = statusOf(error);
  if (status === null || status < 400 || status >= 500) return null;
  const known = OF_FRAMEWORK.find(([code]) => PROBLEM_STATUS[code] === status);
  return known === undefined ? problem('bad_request', 'The request can not be served.', { status }) : problem(...known);
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : null;
}

function unexpected(): ProblemError {
  return problem(
    'unexpected',
    'Something went wrong here. The request id in the header x-request-id finds it in our log.',
  );
}
