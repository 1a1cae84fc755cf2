import { ApiFailure } from '../api-errors/api-failure';
import { type Answer } from './route';

/** The error body of the API. What nobody foresaw is GoCardless's own fault: 500, with nothing of the inside in it. */
export function renderError(error: unknown, requestId: string): Answer {
  const failure = error instanceof ApiFailure ? error : new ApiFailure(500, 'gocardless', 'Internal server error', []);
  const { status, type, message, entries } = failure;
  return {
    status,
    body: {
      error: {
        message,
        type,
        code: status,
        documentation_url: `https://example.invalid/errors/${type}`,
        request_id: requestId,
        ...(entries.length > 0 && { errors: entries }),
      },
    },
  };
}
