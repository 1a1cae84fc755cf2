import { STATUS_CODES } from 'node:http';
import { type FieldError } from '../../../fields/check';
import { PROBLEM_STATUS, type ProblemCode } from './problem-codes';

/** The body of every answer that is an error (RFC 9457). `code` is for programs, `detail` for people. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly errors?: readonly FieldError[];
  /** What a code brings along, for example `choices`. */
  readonly [extension: string]: unknown;
}

export interface ProblemOptions {
  /** Instead of the one that the code has everywhere else. */
  readonly status?: number;
  readonly errors?: readonly FieldError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is an error, thrown by whoever finds it. */
export class ProblemError extends Error {
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly problem: Problem,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'ProblemError';
    this.headers = headers;
  }
}

export function problem(code: ProblemCode, detail: string, options: ProblemOptions = {}): ProblemError {
  const { status = PROBLEM_STATUS[code] } = options;
  const body = {
    ...options.extensions,
    type: `urn:direct-debit-ledger:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    code,
    ...(options.errors === undefined ? {} : { errors: options.errors }),
  };
  return new ProblemError(body, options.headers);
}

/** 422 for fields of a body or parameters of an address. */
export function invalid(errors: readonly FieldError[]): ProblemError {
  const names = [...new Set(errors.map(({ field }) => field))].join(', ');
  return problem('validation_failed', `Not right: ${names}.`, { errors });
}

export function notFound(what = 'There is nothing at this address.'): ProblemError {
  return problem('not_found', what);
}
