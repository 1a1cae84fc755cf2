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

/** The answer for any error. What is not known here is a 500 that says nothing of our inside. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return problemOfPort(error) ?? problemOfDatabase(error) ?? problemOfFramework(error) ?? unexpected();
}

const RETRY_SOON = { 'retry-after': '1' };
const RETRY_LATER = { 'retry-after': '5' };

function problemOfPort(error: unknown): ProblemError | null {
  if (error instanceof VersionConflict) {
    return problem(503, 'concurrent_change', 'Others changed the same thing again and again. Try again.', {
      headers: RETRY_SOON,
    });
  }
  if (error instanceof OutcomeUnknown || error instanceof StoreUnavailable) return storeUnavailable();
  if (error instanceof ReadModelBehind) {
    const detail = 'What is needed to answer has not been read from the log yet. Try again; /health/ready says more.';
    return problem(503, 'read_model_behind', detail, { headers: RETRY_SOON });
  }
  if (error instanceof AppendTooLarge) return problem(422, 'too_large', 'This is too much for one request. Split it.');
  if (error instanceof StreamGone) {
    const detail =
      'The event store lacks a part of the log. Whoever runs this service finds in its log which, and what to do.';
    return problem(500, 'log_damaged', detail);
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
    return problem(503, 'gocardless_unavailable', 'GoCardless does not answer now. Try again.', {
      headers: RETRY_LATER,
    });
  }
  if (error instanceof GoCardlessAccessRefused) {
    const what = error.code === 401 ? 'refuses the access token of this connection' : 'does not let the token do this';
    const detail = `GoCardless ${what} (${error.reason}). Give the connection another token.`;
    return problem(409, 'gocardless_access_refused', detail);
  }
  if (error instanceof GoCardlessNotFound) {
    return problem(404, 'not_found_at_gocardless', 'GoCardless does not know what was asked for.');
  }
  if (error instanceof GoCardlessRefused) {
    return problem(422, 'gocardless_refused', `GoCardless refuses it: ${error.reason ?? error.type}.`);
  }
  return null;
}

function problemOfDatabase(error: unknown): ProblemError | null {
  return isTransient(error) ? storeUnavailable() : null;
}

function storeUnavailable(): ProblemError {
  return problem(503, 'store_unavailable', 'The store does not answer now. Try again with the same Idempotency-Key.', {
    headers: RETRY_LATER,
  });
}

const BY_STATUS: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['bad_request', 'The request can not be read.'],
  401: ['unauthorized', 'An API key is needed: "Authorization: Bearer <key>".'],
  403: ['forbidden', 'This key may not do that.'],
  404: ['not_found', 'There is nothing at this address.'],
  405: ['method_not_allowed', 'This address does not know the method.'],
  406: ['not_acceptable', 'The answer can not be given in the form that was asked for.'],
  408: ['request_timeout', 'The request took too long to arrive.'],
  413: ['too_large', 'The body is too large.'],
  414: ['address_too_long', 'The address is too long.'],
  415: ['unsupported_media_type', 'This address does not take a body of this type.'],
  431: ['headers_too_large', 'The headers are too large.'],
};

/** Errors of Nest and Fastify carry a status. Their own words are not repeated: they quote addresses and bodies. */
function problemOfFramework(error: unknown): ProblemError | null {
  const status = statusOf(error);
  const known = status === null ? undefined : BY_STATUS[status];
  if (status !== null && known !== undefined) return problem(status, ...known);
  return status !== null && status >= 400 && status < 500
    ? problem(status, 'bad_request', 'The request can not be served.')
    : null;
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : null;
}

function unexpected(): ProblemError {
  return problem(
    500,
    'unexpected',
    'Something went wrong here. The request id in the header x-request-id finds it in our log.',
  );
}
