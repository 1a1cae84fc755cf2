import { cleanText } from '../../../domain/shared/clean-text';
import { invalid, problem } from '../errors/problem';

const MAX_DEPTH = 64;

/** A parsed body whose texts are all clean, and whose names reach nowhere. */
export function cleanTexts(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH)
    throw problem(422, 'validation_failed', `The body is nested more than ${MAX_DEPTH} levels deep.`);
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((one) => cleanTexts(one, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [cleanName(name), cleanTexts(one, depth + 1)]));
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
