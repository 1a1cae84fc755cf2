import { type CommandState } from '../../api/command';
import { type FieldFault, type Problem } from '../../api/problem';

/** What the server says of one field: `must be a date such as 2026-03-31`. */
export function faultOf(state: CommandState<unknown>, field: string): string | undefined {
  if (state.kind !== 'refused') return undefined;
  return state.problem.errors.find((one) => one.field === field)?.message;
}

/** Faults that no field of the form shows. */
export function otherFaults(problem: Problem, fields: readonly string[]): readonly FieldFault[] {
  return problem.errors.filter(({ field }) => !fields.includes(field));
}

/** A field of a form as text; one that is not there is empty. */
export function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A field of a form that may be left out. */
export function optionalOf<Name extends string>(fields: FormData, name: Name): Partial<Record<Name, string>> {
  const text = textOf(fields, name);
  return text === '' ? {} : ({ [name]: text } as Partial<Record<Name, string>>);
}
