import { isRefusal, type Refusal } from '../../../domain/shared/decider';
import { type RefusalCode } from '../../../domain/shared/refusal-code';
import { problem, type ProblemError } from './problem';

/** The status that answers each refusal. 404: it is not there; 409: not in the state that things are in now; 422: the request is wrong. */
export const REFUSAL_STATUS: Readonly<Record<RefusalCode, number>> = {
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
  older_balance: 409,
  payment_in_doubt: 409,
  period_already_closed: 409,
  period_not_over: 409,
  read_only_access_token: 409,
  refund_not_allowed: 409,
  refund_too_large: 409,
  retry_limit_reached: 409,
  retry_not_allowed: 409,
  secret_in_use: 409,
  unsent_instalments: 409,
  table_too_slow: 408,
  upload_broken_off: 408,
  accounts_too_early: 422,
  as_of_in_future: 422,
  bound_to_another: 422,
  broken_line: 422,
  charge_date_in_past: 422,
  claimed: 422,
  connection_needed: 422,
  differs_from_request: 422,
  direct_settlement: 422,
  due_date_too_early: 422,
  duplicate_column: 422,
  hidden_column: 422,
  invalid_access_token: 422,
  listing_broken_off: 422,
  macros: 422,
  mandate_not_usable: 422,
  merged_cells: 422,
  missing_column: 422,
  no_lines: 422,
  no_usable_mandate: 422,
  not_a_table: 422,
  not_utf8: 422,
  nothing_to_export: 422,
  other_creditor: 422,
  password_protected: 422,
  plan_does_not_add_up: 422,
  several_creditors: 422,
  table_too_large: 422,
  too_many_events: 422,
  too_many_lines: 422,
  unknown_column: 422,
  unknown_connection: 422,
  unknown_currency: 422,
  unknown_customer: 422,
  unknown_mandate: 422,
  unknown_row: 422,
  unknown_scheme: 422,
  validation_failed: 422,
  wrong_currency: 422,
  wrong_lines: 422,
};

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
  return problem(statuses[code] ?? REFUSAL_STATUS[code], code, detail, {
    extensions,
    ...(field === undefined ? {} : { errors: [{ field, code, message: detail }] }),
  });
}
