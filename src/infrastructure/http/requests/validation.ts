import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { type FieldError, invalid, type ProblemError, problem } from '../errors/problem';

export type FieldsClass<T extends object = object> = new () => T;

/** Reads a JSON object as an instance of a class whose fields are decorated; throws 422 that names every field that is not right. */
export function readFields<T extends object>(fields: FieldsClass<T>, value: unknown): T {
  if (!isObject(value)) throw notAnObject();
  const { instance, errors } = checkFields(fields, value);
  if (errors.length > 0) throw invalid(errors);
  return instance;
}

/** The instance, of use only when there are no errors. */
export function checkFields<T extends object>(
  fields: FieldsClass<T>,
  value: Record<string, unknown>,
): { readonly instance: T; readonly errors: readonly FieldError[] } {
  const instance = plainToInstance(fields, value);
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    // A class without fields takes an empty object.
    forbidUnknownValues: false,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
  });
  return { instance: withoutUndefined(instance), errors: errors.flatMap((error) => fieldErrors(error, '')) };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notAnObject(): ProblemError {
  return problem(422, 'validation_failed', 'The body must be a JSON object.', { errors: [] });
}

/** Class fields exist with the value undefined: a field that was not sent is to be absent. */
function withoutUndefined<T extends object>(instance: T): T {
  for (const [name, value] of Object.entries(instance)) {
    if (value === undefined) Reflect.deleteProperty(instance, name);
    else if (Array.isArray(value)) value.filter(isObject).forEach(withoutUndefined);
    else if (isObject(value)) withoutUndefined(value);
  }
  return instance;
}

function fieldErrors(error: ValidationError, parent: string): readonly FieldError[] {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
    field,
    ...describeConstraint(constraint, message, error),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

function describeConstraint(constraint: string, message: string, error: ValidationError): Omit<FieldError, 'field'> {
  if (constraint === 'whitelistValidation') return { code: 'unknown_field', message: 'is not known here' };
  if (constraint === 'required') return { code: 'required', message: 'is missing' };
  const context: unknown = error.contexts?.[constraint];
  const code = isObject(context) ? context['code'] : undefined;
  return { code: typeof code === 'string' ? code : 'invalid', message };
}
