import {
  AppendTooLarge,
  type ExpectedRevision,
  OutcomeUnknown,
  StoreUnavailable,
  StreamGone,
  VersionConflict,
} from '../../../application/ports/event-store';

/** Codes of gRPC, as far as they decide something here. Several errors of the client have the code and not the class. */
const CODE = { deadlineExceeded: 4, resourceExhausted: 8, permissionDenied: 7, unavailable: 14, unauthenticated: 16 };

/** The fault and its cure for the operator; anyone may read it, so it names no address and no user. */
const ADVICE = {
  user: 'EventStoreDB refused the user or the password of EVENTSTOREDB_URL. Put the right ones there and start the service again.',
  rights: 'EventStoreDB does not let the user of EVENTSTOREDB_URL do this. Give it the rights that the service needs.',
  certificate:
    'The certificate of EventStoreDB is not trusted. tlsCAFile in EVENTSTOREDB_URL must name the authority that signed it, and the ' +
    'host must be one of the names in it.',
  tls: 'EventStoreDB and EVENTSTOREDB_URL do not agree about TLS. Write tls=false for a server without, and leave it out for one with TLS.',
  starting:
    'EventStoreDB starts, or its cluster has no leader. If it does not pass within minutes, look into the log of the server.',
  silent: 'EventStoreDB gives no answer. Look whether the server hangs or its disk is full, and restart it.',
  away:
    'EventStoreDB can not be reached. Start it, or mend EVENTSTOREDB_URL: its address, and tls=false for a server without TLS and for ' +
    'no other.',
};

/** The parts that every error of the server and of the client has. */
interface Failure {
  readonly message: string;
  readonly code: number | null;
  /** The client's own word for it, for example `wrong-expected-version`. */
  readonly type: string | null;
  readonly actualVersion: unknown;
}

function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null)
    return { message: String(error), code: null, type: null, actualVersion: null };
  const code = 'code' in error && typeof error.code === 'number' ? error.code : null;
  const type = 'type' in error && typeof error.type === 'string' ? error.type : null;
  const actualVersion = 'actualVersion' in error ? error.actualVersion : null;
  return { message: error instanceof Error ? error.message : '', code, type, actualVersion };
}

/** There is no such stream, or the server was asked to read from the middle of an event. */
export function isNotFound(error: unknown): boolean {
  const { type, message } = failureOf(error);
  return type === 'stream-not-found' || /ReadAllResult: (Error|InvalidPosition)/.test(message);
}

/** Refused, and nothing was done. */
export function isNotLeader(error: unknown): boolean {
  return failureOf(error).type === 'not-leader';
}

/** The port's error for an append that failed. Unless it is known that nothing was stored, the outcome is unknown. */
export function appendFailure(stream: string, expected: ExpectedRevision, bytes: number, error: unknown): Error {
  const failure = failureOf(error);
  if (failure.type === 'wrong-expected-version') {
    return new VersionConflict(stream, expected, revisionOf(failure.actualVersion));
  }
  if (failure.type === 'stream-deleted') return new StreamGone(stream);
  if (failure.type === 'maximum-append-size-exceeded' || failure.code === CODE.resourceExhausted) {
    return new AppendTooLarge(stream, bytes);
  }
  if (isRefusedUser(failure) || wasNeverTaken(failure)) return unavailable(failure);
  return new OutcomeUnknown(stream);
}

/** The port's error for a read that failed. */
export function readFailure(stream: string | null, error: unknown): Error {
  if (error instanceof StoreUnavailable) return error;
  const failure = failureOf(error);
  return failure.type === 'stream-deleted' && stream !== null ? new StreamGone(stream) : unavailable(failure);
}

/** The server sent nothing for so long. */
export function noResponse(withinMs: number): StoreUnavailable {
  return new StoreUnavailable(`It said nothing for ${withinMs} ms.`, ADVICE.silent);
}

function unavailable(failure: Failure): StoreUnavailable {
  return new StoreUnavailable(failure.message === '' ? 'It gave no reason.' : failure.message, adviceOn(failure));
}

function adviceOn(failure: Failure): string {
  const { code, message } = failure;
  if (code === CODE.unauthenticated) return ADVICE.user;
  if (isRefusedUser(failure)) return ADVICE.rights;
  if (code === CODE.deadlineExceeded) return ADVICE.silent;
  if (/Server Is (Not Ready|Too Busy)/i.test(message)) return ADVICE.starting;
  if (/certificate|altnames/i.test(message)) return ADVICE.certificate;
  if (/EPROTO|wrong version number|secure TLS connection/i.test(message)) return ADVICE.tls;
  return ADVICE.away;
}

function isRefusedUser({ type, code }: Failure): boolean {
  return type === 'access-denied' || code === CODE.permissionDenied || code === CODE.unauthenticated;
}

/** The same code 14 also ends calls that were under way, and some of those were stored. */
function wasNeverTaken({ code, message }: Failure): boolean {
  if (code === CODE.unavailable)
    return /No connection established|Server Is (Not Ready|Too Busy)|Name resolution/i.test(message);
  return message.startsWith('Failed to discover');
}

function revisionOf(version: unknown): ExpectedRevision {
  return typeof version === 'bigint' && version >= 0n ? Number(version) : 'no_stream';
}
