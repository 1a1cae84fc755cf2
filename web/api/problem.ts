/** One field that is not right, as the server names it: `lines.0.amount`. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** An answer that is an error, or none at all (`status: 0`, code `no_connection`). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** The server's own sentence. */
    readonly detail: string,
    readonly errors: readonly FieldFault[] = [],
    /** What finds it in the server's log. */
    readonly requestId: string | null = null,
    /** What the code brings along: `choices`, `leftOut`, … */
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Problem';
  }

  /** Whether the request may have been carried out all the same, so that only the same request may follow. */
  get isUnanswered(): boolean {
    return this.status === 0 || this.status >= 500 || this.code === 'in_progress';
  }
}

export function noConnection(): Problem {
  return new Problem(0, 'no_connection', 'No connection.');
}

const OWN_FIELDS: readonly string[] = ['type', 'title', 'status', 'code', 'detail', 'errors'];

/** The problem of an answer that is not in the 200s. One that is no problem+json (a proxy's page) has its status only. */
export async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get('x-request-id');
  const body: unknown = await response.json().catch(() => null);
  if (!isRecord(body) || typeof body['code'] !== 'string') {
    return new Problem(response.status, `status_${response.status}`, response.statusText, [], requestId);
  }
  const { code, detail, errors } = body;
  return new Problem(
    response.status,
    code,
    typeof detail === 'string' ? detail : '',
    Array.isArray(errors) ? errors.filter(isFieldFault) : [],
    requestId,
    Object.fromEntries(Object.entries(body).filter(([name]) => !OWN_FIELDS.includes(name))),
  );
}

/** Whatever was thrown as a problem that can be shown. */
export function toProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, 'unexpected_here', String(error));
}

function isRecord(value: unknown): value is Record<string, unknown> & { readonly code?: string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldFault(value: unknown): value is FieldFault {
  return isRecord(value) && ['field', 'code', 'message'].every((name) => typeof value[name] === 'string');
}
