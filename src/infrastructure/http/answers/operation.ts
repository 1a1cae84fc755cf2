import { ApiOperation } from '@nestjs/swagger';
import { PROBLEM_STATUS, type ProblemCode } from '../errors/problem-codes';

/** A status in place of the one that the code has everywhere else. */
export type OtherStatuses = Readonly<Partial<Record<ProblemCode, number>>>;

/** What the decorators of a method say of its answers; the document takes it out again and says it as responses. */
export interface AnswerHints {
  /** The problems of its own that the operation answers, with their statuses. */
  readonly 'x-problems'?: OtherStatuses;
  readonly 'x-asks-gocardless'?: true;
  /** Needs no key. */
  readonly 'x-open'?: true;
  /** Reads bytes, and says itself what is wrong with them. */
  readonly 'x-door'?: true;
  /** A POST whose answer is not kept under an `Idempotency-Key`. */
  readonly 'x-not-kept'?: true;
}

export const HINTS = [
  'x-problems',
  'x-asks-gocardless',
  'x-open',
  'x-door',
  'x-not-kept',
] as const satisfies readonly (keyof AnswerHints)[];

/** Under this name Nest's documentation keeps what a method adds to its operation. */
const EXTENSIONS = 'swagger/apiExtension';

/** The name of an operation in clients, and what it does in a few words. */
export function Operation(operationId: string, summary: string, description?: string): MethodDecorator {
  return ApiOperation({ operationId, summary, ...(description === undefined ? {} : { description }) });
}

/**
 * Which problems the operation answers, beside those that every operation of its kind does (no key, a wrong body, nothing at this address,
 * …). The tests hold every answer that they get against it.
 */
export function Refuses(...refusals: readonly (ProblemCode | OtherStatuses)[]): MethodDecorator {
  const statuses = refusals.map((one) => (typeof one === 'string' ? { [one]: PROBLEM_STATUS[one] } : one));
  return hint(({ 'x-problems': known }) => ({ 'x-problems': Object.assign({}, known, ...statuses) as OtherStatuses }));
}

/** GoCardless is asked before the answer is given. */
export function AsksGoCardless(): MethodDecorator {
  return hint(() => ({ 'x-asks-gocardless': true }));
}

/** Adds to what is known of a method's answers. */
export function hint(add: (known: AnswerHints) => AnswerHints): MethodDecorator {
  return (_target, _name, { value: method }) => {
    if (typeof method !== 'function') throw new Error('Only a method answers.');
    const known = (Reflect.getMetadata(EXTENSIONS, method) ?? {}) as AnswerHints;
    Reflect.defineMetadata(EXTENSIONS, { ...known, ...add(known) }, method);
  };
}
