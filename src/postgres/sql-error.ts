import { DatabaseError } from 'pg';

/** The five characters by which PostgreSQL names an error, or null for an error that is not the server's answer. */
export function sqlState(error: unknown): string | null {
  return error instanceof DatabaseError && error.code !== undefined ? error.code : null;
}

export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return error instanceof DatabaseError && error.code === '23505' && error.constraint === constraint;
}

/**
 * Whether the same statement may well work later: the server can not be reached, starts, stops, is full, or is a standby.
 * Anything else is a fault of the statement and stays one.
 */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  if (state === null) return true;
  const passing = ['08', '53', '57', '58', '40', '55'];
  return passing.includes(state.slice(0, 2)) || state === '25006';
}

/** What went wrong, without what was sent: statements and values may hold what must not be logged. */
export function describe(error: unknown): string {
  const state = sqlState(error);
  const { message, code } = { message: '', code: '', ...textsOf(error) };
  // A refused connection to a name with several addresses has an empty message and only a code.
  return state === null ? message || code || 'unknown error' : `${message} (SQLSTATE ${state})`;
}

function textsOf(error: unknown): { readonly message?: string; readonly code?: string } {
  if (typeof error !== 'object' || error === null) return {};
  return {
    ...('message' in error && typeof error.message === 'string' ? { message: error.message } : {}),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
  };
}
