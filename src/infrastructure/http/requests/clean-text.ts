import { cleanText } from '../../../domain/shared/clean-text';
import { invalid, problem, type ProblemError } from '../errors/problem';

const MAX_DEPTH = 64;
/** No object that is taken here has as many fields; each one would be checked and named by itself. */
const MAX_NAMES = 200;

/** A parsed body whose texts are all clean, whose names reach nowhere, and that is no larger in any way than a body that is meant. */
export function cleanTexts(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw unusual(`The body is nested more than ${MAX_DEPTH} levels deep.`);
  if (typeof value === 'string') return cleanText(value);
  // What JSON.parse makes of a number with hundreds of digits.
  if (typeof value === 'number' && !Number.isFinite(value)) throw unusual('The body has a number that is too large.');
  if (Array.isArray(value)) return value.map((one) => cleanTexts(one, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value);
  if (fields.length > MAX_NAMES) throw unusual(`The body has an object of more than ${MAX_NAMES} fields.`);
  return Object.fromEntries(fields.map(([name, one]) => [cleanName(name), cleanTexts(one, depth + 1)]));
}

function unusual(detail: string): ProblemError {
  return problem('validation_failed', detail);
}

export function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

/** These names would reach into the prototypes of our own objects. */
function cleanName(name: string): string {
  if (['__proto__', 'constructor', 'prototype'].includes(name)) {
    throw invalid([{ field: name, code: 'unknown_field', message: 'is not known here' }]);
  }
  return cleanText(name);
}
