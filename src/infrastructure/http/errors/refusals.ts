import { isRefusal, type Refusal } from '../../../domain/shared/decider';
import { problem, type ProblemError } from './problem';

/** Codes of refusals that do not answer 422. 404: it is not there; 409: not in the state that things are in now. */
export const REFUSAL_STATUS: Readonly<Record<string, number>> = {
  forbidden: 403,
  not_found: 404,
  not_found_at_gocardless: 404,
  not_linked: 404,
  already_exists: 409,
  already_identified: 409,
  already_submitted: 409,
  ambiguous: 409,
  cancellation_too_late: 409,
  changed_meanwhile: 409,
  creditor_connected: 409,
  customer_forgotten: 409,
  export_abandoned: 409,
  instalment_cancelled: 409,
  mandate_linked_elsewhere: 409,
  match_does_not_hold: 409,
  no_mandate: 409,
  not_allowed_now: 409,
  not_awaited: 409,
  not_parked: 409,
  not_sealed: 409,
  nothing_left: 409,
  period_already_closed: 409,
  period_not_over: 409,
  read_only_access_token: 409,
  refund_not_allowed: 409,
  refund_too_large: 409,
  retry_limit_reached: 409,
  retry_not_allowed: 409,
  secret_in_use: 409,
  unsent_instalments: 409,
  gocardless_unavailable: 503,
};

/**
 * The outcome of a command, or the answer for its refusal as an exception. What a refusal carries beside its code (`choices`,
 * `leftOut`) stands in the answer too. `statuses` overrides the table where an address answers a code in another way.
 */
export function unlessRefused<T extends object>(
  outcome: T | Refusal,
  statuses: Readonly<Record<string, number>> = {},
): Exclude<T, Refusal> {
  if (isRefusal(outcome)) throw problemOfRefusal(outcome, statuses);
  // `isRefusal` has just taken the refusals out; the compiler can not exclude them from an open type.
  return outcome as Exclude<T, Refusal>;
}

const OWN_FIELDS: readonly string[] = ['refused', 'code', 'detail', 'field'];

export function problemOfRefusal(refusal: Refusal, statuses: Readonly<Record<string, number>> = {}): ProblemError {
  const { code, detail, field } = refusal;
  const extensions = Object.fromEntries(Object.entries(refusal).filter(([name]) => !OWN_FIELDS.includes(name)));
  return problem(statuses[code] ?? REFUSAL_STATUS[code] ?? 422, code, detail, {
    extensions,
    ...(field === undefined ? {} : { errors: [{ field, code, message: detail }] }),
  });
}
