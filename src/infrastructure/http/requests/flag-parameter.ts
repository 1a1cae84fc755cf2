import { ApiQuery } from '@nestjs/swagger';
import { type FieldError } from '../../../fields/check';
import { isObject } from '../../../fields/is-object';
import { invalid } from '../errors/problem';

/** The address takes a parameter that is `true` or `false`: its `@Query()` goes through `flagParameter`. */
export function TakesFlag(name: string, description: string): MethodDecorator {
  return ApiQuery({ name, required: false, type: Boolean, description });
}

/** A parameter that is `true` or `false`, which it is when it is left out. Anything else: 422. */
export function flagParameter(query: unknown, name: string): boolean {
  const errors: FieldError[] = [];
  const flag = readFlag(isObject(query) ? query : {}, name, errors);
  if (errors.length > 0) throw invalid(errors);
  return flag;
}

/** The same beside others, whose errors are told together. */
export function readFlag(query: Readonly<Record<string, unknown>>, name: string, errors: FieldError[]): boolean {
  const value = query[name];
  if (value !== undefined && value !== 'true' && value !== 'false') {
    errors.push({ field: name, code: 'not_true_or_false', message: 'must be true or false' });
  }
  return value === 'true';
}
