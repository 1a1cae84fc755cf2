import { isRefusal, type Refusal } from '../../../domain/shared/decider';
import { type RefusalCode } from '../../../domain/shared/refusal-code';
import { problem, type ProblemError } from './problem';

/**
 * The outcome of a command, or the answer for its refusal as an exception. What a refusal carries beside its code (`choices`,
 * `leftOut`) stands in the answer too. `statuses` overrides the table where an address answers a code in another way.
 */
export function unlessRefused<T extends object>(
  outcome: T | Refusal,
  statuses: Readonly<Partial<Record<RefusalCode, number>>> = {},
): Exclude<T, Refusal> {
  if (isRefusal(outcome)) throw problemOfRefusal(outcome, statuses);
  // `isRefusal` has just taken the refusals out; the compiler can not exclude them from an open type.
  return outcome as Exclude<T, Refusal>;
}

const OWN_FIELDS: readonly string[] = ['refused', 'code', 'detail', 'field'];

function problemOfRefusal(
  refusal: Refusal,
  statuses: Readonly<Partial<Record<RefusalCode, number>>> = {},
): ProblemError {
  const { code, detail, field } = refusal;
  const extensions = Object.fromEntries(Object.entries(refusal).filter(([name]) => !OWN_FIELDS.includes(name)));
  return problem(code, detail, {
    ...(statuses[code] === undefined ? {} : { status: statuses[code] }),
    extensions,
    ...(field === undefined ? {} : { errors: [{ field, code, message: detail }] }),
  });
}
