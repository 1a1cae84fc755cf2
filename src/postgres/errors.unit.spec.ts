import { DatabaseError } from 'pg';
import { describeError, isTransient, isUniqueViolation, sqlState } from './errors';

function answer(
  code: string | undefined,
  message = 'said by the server',
  place: Partial<DatabaseError> = {},
): DatabaseError {
  return Object.assign(new DatabaseError(message, 0, 'error'), { code, ...place });
}

function network(code: string): Error {
  return Object.assign(new Error(`connect ${code} 127.0.0.1:5432`), { code, errno: -111, syscall: 'connect' });
}

const PASSING: readonly (readonly [string, unknown])[] = [
  ...[
    ['08006', 'the connection failed'],
    ['40001', 'another transaction was first'],
    ['40P01', 'two transactions waited for each other'],
    ['53100', 'the disk is full'],
    ['53300', 'too many connections'],
    ['55006', 'the object is in use'],
    ['55P03', 'the lock was not had in time'],
    ['57014', 'the statement took longer than its time limit'],
    ['57P01', 'the server is being stopped'],
    ['57P02', 'the server crashed'],
    ['57P03', 'the server starts'],
    ['58030', 'the disk failed'],
    ['25006', 'the server is a standby'],
  ].map(([code = '', what = '']) => [`${code}: ${what}`, answer(code)] as const),
  ...[
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
  ].map((code) => [code, network(code)] as const),
  ...[
    'Connection terminated',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Cannot use a pool after calling end on the pool',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Query read timeout',
  ].map((words) => [words, new Error(words)] as const),
  ['a name with two addresses', new AggregateError([network('ECONNREFUSED'), network('ECONNREFUSED')])],
  ['an error of another realm', { name: 'Error', message: 'connect', code: 'ECONNREFUSED' }],
];

const LASTING: readonly (readonly [string, unknown])[] = [
  ...[
    ['22P02', 'a value of the wrong form'],
    ['23505', 'a key that is taken'],
    ['23514', 'a check that fails'],
    ['25P02', 'a statement after a failed one'],
    ['28P01', 'a wrong password'],
    ['3D000', 'an unknown database'],
    ['42601', 'a fault of syntax'],
    ['42P01', 'a table that is not there'],
    ['42501', 'a missing privilege'],
    ['P0001', 'raised by a function'],
    ['XX000', 'a fault of the server'],
  ].map(([code = '', what = '']) => [`${code}: ${what}`, answer(code)] as const),
  ['an answer without a code', answer(undefined)],
  ['a fault of the program', new TypeError('no such property')],
  ['a fault of a number', new RangeError('out of range')],
  ['an error with those words in the middle', new Error('Query: Query read timeout')],
  ['another code of Node.js', network('EACCES')],
  ['a broken certificate', network('DEPTH_ZERO_SELF_SIGNED_CERT')],
  ['several faults', new AggregateError([new TypeError('no such property')])],
  ['an aborted wait', new DOMException('This operation was aborted', 'AbortError')],
  ['text', 'ECONNREFUSED'],
  ['nothing', undefined],
  ['null', null],
];

describe('an error of the database', () => {
  it.each(PASSING)('passes by itself: %s', (_, error) => {
    expect(isTransient(error)).toBe(true);
  });

  it.each(LASTING)('does not pass: %s', (_, error) => {
    expect(isTransient(error)).toBe(false);
  });

  it('has a SQLSTATE only when the server answered', () => {
    expect([answer('23505'), answer(undefined), network('ECONNREFUSED'), null].map(sqlState)).toEqual([
      '23505',
      null,
      null,
      null,
    ]);
  });

  it('is the refusal of a second row with a key, of any or of that one', () => {
    const refusal = answer('23505', 'duplicate key', { constraint: 'api_keys_pkey' });
    expect(isUniqueViolation(refusal)).toBe(true);
    expect(isUniqueViolation(refusal, 'api_keys_pkey')).toBe(true);
    expect(isUniqueViolation(refusal, 'api_keys_hash')).toBe(false);
    expect(isUniqueViolation(answer('23503'))).toBe(false);
  });

  it.each<[string, unknown, string]>([
    ['the state of the server', answer('53100', 'no space left'), 'no space left (SQLSTATE 53100)'],
    [
      'a refused login',
      answer('28P01', 'password failed for user "a"'),
      'password failed for user "a" (SQLSTATE 28P01)',
    ],
    ['a value, which is not told', answer('22P02', 'invalid: "Ada"'), 'PostgreSQL refused it (SQLSTATE 22P02)'],
    [
      'the place of a value',
      answer('23505', 'duplicate', { table: 'people', column: 'name', constraint: 'people_pkey' }),
      'PostgreSQL refused it (SQLSTATE 23505: people, name, people_pkey)',
    ],
    ['an answer without a code', answer(undefined, 'Ada'), 'PostgreSQL refused it (SQLSTATE unknown)'],
    ['a lost connection', new Error('Connection terminated'), 'Connection terminated'],
    ['several addresses', Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    ['a fault of the program', new TypeError('no such property'), 'TypeError: no such property'],
    ['something that is no error', 'Ada', 'unknown error'],
    ['nothing', undefined, 'unknown error'],
  ])('is described: %s', (_, error, text) => {
    expect(describeError(error)).toBe(text);
  });
});
