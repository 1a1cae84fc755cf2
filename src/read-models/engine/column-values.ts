import { type ColumnKind } from './read-model';

/**
 * Thrown when a fold returns a value that its column can not hold. Names the place and never the value, which may be personal.
 */
export class UnfitValue extends Error {
  constructor(
    readonly kind: ColumnKind,
    reason: string,
  ) {
    super(`A column of kind ${kind} can not hold this: ${reason}.`);
    this.name = 'UnfitValue';
  }
}

/**
 * The value as it will read once it was written and loaded again. A fold sees only settled values, so that it does not matter
 * whether the row comes from memory or from the database, that is, how the log was split into pages.
 */
export function settle(kind: ColumnKind, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'text':
    case 'date':
    case 'instant':
      if (typeof value !== 'string') throw new UnfitValue(kind, `it is ${typeof value}, not text`);
      return storableText(value);
    case 'amount':
      return wholeNumber(kind, value, Number.MAX_SAFE_INTEGER);
    case 'integer':
      return wholeNumber(kind, value, 2 ** 31 - 1);
    case 'boolean':
      if (typeof value !== 'boolean') throw new UnfitValue(kind, `it is ${typeof value}, not true or false`);
      return value;
    case 'ordinal':
      if (typeof value !== 'bigint') throw new UnfitValue(kind, `it is ${typeof value}, not bigint`);
      return value;
    case 'json':
      return settleJson(value);
    case 'kept':
      return value;
  }
}

/** PostgreSQL stores no NUL, and UTF-8 has no lone surrogates: such a character must not stop a read model. */
export function storableText(text: string): string {
  return /[\0\ud800-\udfff]/.test(text) ? text.replace(/[\0\p{Cs}]/gu, '\ufffd') : text;
}

function wholeNumber(kind: ColumnKind, value: unknown, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > most) {
    throw new UnfitValue(kind, `it is not a whole number from -${most} to ${most}`);
  }
  return value === 0 ? 0 : value;
}

/** jsonb keeps neither the order of keys nor what is undefined: keys are sorted, so that equal values are equal as text. */
function settleJson(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return storableText(value);
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw new UnfitValue('json', 'a number in it is not finite');
      return value === 0 ? 0 : value;
    case 'object':
      return value === null ? null : Array.isArray(value) ? value.map(settleElement) : settleObject(value);
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      throw new UnfitValue('json', `it holds a ${typeof value}`);
  }
}

function settleElement(element: unknown): unknown {
  return element === undefined ? null : settleJson(element);
}

function settleObject(value: object): unknown {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A Date or a Map would be kept as an empty object. Null prototypes and those of other realms have no prototype above them.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new UnfitValue('json', 'it holds an object that is not plain');
  }
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const settled = entries.map(([key, held]): [string, unknown] => [storableText(key), settleJson(held)]);
  return Object.fromEntries(settled.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Whether two settled values are the same. */
export function sameValue(kind: ColumnKind, a: unknown, b: unknown): boolean {
  return a === b || (kind === 'json' && JSON.stringify(a) === JSON.stringify(b));
}

/** A settled value as a parameter of a query. */
export function encode(kind: ColumnKind, value: unknown): string | number | boolean | null {
  if (value === null) return null;
  if (kind === 'json' || kind === 'kept') return JSON.stringify(value);
  // Settled values of the other kinds are nothing else.
  return typeof value === 'bigint' ? value.toString() : (value as string | number | boolean);
}

/** The settled value behind PostgreSQL's text of it. */
export function decode(kind: ColumnKind, text: string | null): unknown {
  if (text === null) return null;
  switch (kind) {
    case 'text':
    case 'date':
    case 'instant':
      return text;
    case 'amount':
    case 'integer':
      return wholeNumber(kind, Number(text), Number.MAX_SAFE_INTEGER);
    case 'boolean':
      return text === 't';
    case 'ordinal':
      return BigInt(text);
    case 'json':
      return settleJson(JSON.parse(text));
    case 'kept':
      return JSON.parse(text);
  }
}
