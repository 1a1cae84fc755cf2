export type ErrorType = 'validation_failed' | 'invalid_api_usage' | 'invalid_state' | 'gocardless';

export interface ErrorEntry {
  readonly field?: string;
  readonly reason?: string;
  readonly message: string;
  readonly request_pointer?: string;
  readonly links?: Readonly<Record<string, string>>;
}

/** A refusal that the API answers with an error body; thrown anywhere, rendered at the edge. */
export class ApiFailure extends Error {
  constructor(
    readonly status: number,
    readonly type: ErrorType,
    message: string,
    readonly entries: readonly ErrorEntry[],
  ) {
    super(message);
  }
}

/** A problem of access or integration: `reason` is the stable key. */
export function invalidApiUsage(status: number, reason: string, message: string): ApiFailure {
  return new ApiFailure(status, 'invalid_api_usage', message, [{ reason, message }]);
}

/** The resource is in no state that allows this; links point at what stands in the way. */
export function invalidState(
  reason: string,
  message: string,
  links?: Record<string, string>,
  status = 422,
): ApiFailure {
  return new ApiFailure(status, 'invalid_state', message, [{ reason, message, ...(links && { links }) }]);
}

export function validationFailed(entries: readonly ErrorEntry[]): ApiFailure {
  return new ApiFailure(422, 'validation_failed', 'Validation failed', entries);
}

/** One bad field of a resource, for example `payments` and `charge_date`. */
export function invalidField(resource: string, field: string, message: string): ApiFailure {
  return validationFailed([{ field, message, request_pointer: `/${resource}/${field}` }]);
}

export function resourceNotFound(): ApiFailure {
  return invalidApiUsage(404, 'resource_not_found', 'Resource not found');
}
