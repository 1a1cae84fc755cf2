import { DatabaseError } from 'pg';

/** The five characters by which PostgreSQL names an error, or null for an error that is not the server's answer. */
export function sqlState(error: unknown): string | null {
  return error instanceof DatabaseError && error.code !== undefined ? error.code : null;
}

/** Whether a row was refused because one with its key is there; with `constraint` only for that key. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    error instanceof DatabaseError &&
    error.code === '23505' &&
    (constraint === undefined || error.constraint === constraint)
  );
}

/**
 * Classes of SQLSTATE that tell of the state that the server is in, not of a fault in the statement or its values: connections, conflicts
 * of transactions, resources, locks, an operator's action, the operating system.
 */
const PASSING_CLASSES: readonly string[] = ['08', '40', '53', '55', '57', '58'];
/** A standby takes no writes until it is promoted. */
const READ_ONLY_TRANSACTION = '25006';

const NETWORK_CODES: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
];

/** `pg` tells a lost connection, a time-out and a closed pool by nothing but these words. */
const DRIVER_MESSAGES: readonly string[] = [
  'Connection terminated',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
];

/**
 * Whether the same work may well succeed later: the server can not be reached, starts, stops, is full or is a standby, a time limit has
 * passed, or the transaction met another one. A fault of the statement, of its values or of the program never passes.
 */
export function isTransient(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return PASSING_CLASSES.includes(state.slice(0, 2)) || state === READ_ONLY_TRANSACTION;
  const { message, code, errors } = partsOf(error);
  return (
    NETWORK_CODES.includes(code) ||
    DRIVER_MESSAGES.some((words) => message.startsWith(words)) ||
    // A name with several addresses gives one error for each.
    errors.some(isTransient)
  );
}

/** Classes whose messages name the server and the account, never a value: those that pass, a refused login, an unknown database. */
const CLASSES_TO_QUOTE: readonly string[] = [...PASSING_CLASSES, '25', '28', '3D'];

/**
 * The text of an error for logs and operators, without the values that were sent: PostgreSQL's words on a statement may quote a value, and a value may be
 * personal, so that there only the SQLSTATE and the place are told.
 */
export function describeError(error: unknown): string {
  const { name, message, code } = partsOf(error);
  if (error instanceof DatabaseError) {
    const said = CLASSES_TO_QUOTE.includes(code.slice(0, 2)) ? message : 'PostgreSQL refused it';
    const place = [error.table, error.column, error.constraint].filter((part) => part !== undefined).join(', ');
    return `${said} (SQLSTATE ${code || 'unknown'}${place === '' ? '' : `: ${place}`})`;
  }
  // A refused connection to a name with several addresses has an empty message and only a code.
  const said = message || code || 'unknown error';
  return ['', 'Error', 'AggregateError'].includes(name) ? said : `${name}: ${said}`;
}

interface ErrorParts {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  readonly errors: readonly unknown[];
}

/** By shape, not by class: under Jest the errors of Node's own modules come from another realm. */
function partsOf(error: unknown): ErrorParts {
  const { name, message, code, errors } = Object(error) as { readonly [Part in keyof ErrorParts]?: unknown };
  const textOf = (part: unknown) => (typeof part === 'string' ? part : '');
  return {
    name: textOf(name),
    message: textOf(message),
    code: textOf(code),
    errors: Array.isArray(errors) ? errors : [],
  };
}
