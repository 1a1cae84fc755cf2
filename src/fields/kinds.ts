import { isDate } from '../domain/shared/calendar';
import { CURRENCIES } from '../domain/shared/money';
import { isEmail } from './email';
import { type Field, type FieldOptions, type FieldsClass } from './field';
import { parseInstant } from './instant';
import { isObject } from './is-object';
import { MAX_PICTURE_BYTES, type Picture, readPicture } from './picture';

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,10})?$/;

/** Text that is not blank; at most `max` characters, 200 unless told. `min: 0` allows an empty one. */
export function text({ min = 1, max = 200, ...options }: FieldOptions & Bounds = {}): Field<string> {
  return {
    kind: 'text',
    schema: { type: 'string', minLength: min, maxLength: max },
    code: 'not_a_text',
    message:
      min === 0 ? `must be a text of at most ${max} characters` : `must be a text of ${min} to ${max} characters`,
    read: textIf((value) => value.length <= max && value.length >= min && (min === 0 || value.trim() !== '')),
    ...options,
  };
}

export function email(options: FieldOptions = {}): Field<string> {
  return {
    kind: 'text',
    schema: { type: 'string', format: 'email' },
    code: 'not_an_email',
    message: 'must be an e-mail address',
    read: textIf(isEmail),
    ...options,
  };
}

/** An id, ours or GoCardless's. */
export function id(options: FieldOptions = {}): Field<string> {
  return {
    kind: 'text',
    schema: { type: 'string' },
    code: 'not_an_id',
    message: 'must be an id: letters, digits, dots, dashes and underscores',
    read: textIf((value) => /^[\w.-]{1,100}$/.test(value)),
    ...options,
  };
}

/** Minor units of the currency beside it; 1 or more unless told. */
export function amount({ min = 1, ...options }: FieldOptions & Bounds = {}): Field<number> {
  const description = 'Minor units of the currency beside it.';
  return { ...wholeNumber({ min, description, ...options }), kind: 'amount', code: 'not_an_amount' };
}

export function wholeNumber(options: FieldOptions & Bounds = {}): Field<number> {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER, ...others } = options;
  return {
    kind: 'number',
    schema: { type: 'integer', minimum: min, maximum: max },
    code: 'not_a_whole_number',
    message: `must be a whole number from ${min} to ${max}`,
    read: (value) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max ? value : undefined,
    ...others,
  };
}

/** A number with decimal places, as text, so that it passes through no float: a quantity, a percentage. */
export function decimal(options: FieldOptions = {}): Field<string> {
  return {
    kind: 'decimal',
    schema: { type: 'string', pattern: DECIMAL.source },
    code: 'not_a_decimal',
    message: 'must be a decimal number as text, such as "12.5"',
    read: textIf((value) => DECIMAL.test(value)),
    ...options,
  };
}

export function currency(options: FieldOptions = {}): Field<string> {
  return oneOf(CURRENCIES, options);
}

export function oneOf<const T extends string>(allowed: readonly T[], options: FieldOptions = {}): Field<T> {
  return {
    kind: 'text',
    schema: { type: 'string', enum: allowed },
    code: 'not_one_of_these',
    message: `must be one of ${allowed.join(', ')}`,
    read: (value) => allowed.find((one) => one === value),
    ...options,
  };
}

/** `YYYY-MM-DD`, a day that exists. */
export function day(options: FieldOptions = {}): Field<string> {
  return {
    kind: 'day',
    schema: { type: 'string', format: 'date' },
    code: 'not_a_date',
    message: 'must be a date such as 2026-03-31',
    read: textIf(isDate),
    ...options,
  };
}

/** ISO 8601 with a zone; handed on as ISO 8601 UTC with milliseconds. */
export function instant(options: FieldOptions = {}): Field<string> {
  return {
    kind: 'instant',
    schema: { type: 'string', format: 'date-time' },
    code: 'not_a_time',
    message: 'must be a time such as 2026-03-31T12:00:00Z',
    read: (value) => (typeof value === 'string' ? (parseInstant(value) ?? undefined) : undefined),
    ...options,
  };
}

export function flag(options: FieldOptions = {}): Field<boolean> {
  return {
    kind: 'boolean',
    schema: { type: 'boolean' },
    code: 'not_true_or_false',
    message: 'must be true or false',
    read: (value) => (typeof value === 'boolean' ? value : undefined),
    ...options,
  };
}

/** A list of texts without blank ones. */
export function texts({ min = 0, max = 100_000, ...options }: FieldOptions & Bounds = {}): Field<readonly string[]> {
  return {
    kind: 'list',
    schema: { type: 'array', items: { type: 'string' }, minItems: min },
    code: 'not_a_list_of_texts',
    message: `must be a list of ${min} to ${max} texts`,
    read: (value) => (isListOf(value, isShortText, min, max) ? value : undefined),
    ...options,
  };
}

/** A picture in base64; read as the picture. */
export function picture(options: FieldOptions = {}): Field<Picture> {
  const longest = Math.ceil(MAX_PICTURE_BYTES / 3) * 4;
  return {
    kind: 'text',
    schema: { type: 'string', format: 'byte', maxLength: longest },
    code: 'not_a_picture',
    message:
      'must be a whole PNG or JPEG in base64: 1 MiB and 4 million pixels at most, not interlaced, 8 bits a colour',
    read: (value) =>
      typeof value === 'string' && value.length <= longest && /^[A-Za-z0-9+/]+={0,2}$/.test(value)
        ? (readPicture(Buffer.from(value, 'base64')) ?? undefined)
        : undefined,
    ...options,
  };
}

/** An object with fields of its own. */
export function nested<T extends object>(of: FieldsClass<T>, options: FieldOptions = {}): Field<T> {
  return {
    kind: 'object',
    schema: {},
    of,
    code: 'not_an_object',
    message: 'must be an object',
    // Its fields are checked by themselves.
    read: (value) => (isObject(value) ? (value as T) : undefined),
    ...options,
  };
}

/** A list of objects with fields of their own. */
export function listOf<T extends object>(
  of: FieldsClass<T>,
  { min = 0, max = 10_000, ...options }: FieldOptions & Bounds = {},
): Field<readonly T[]> {
  return {
    kind: 'list',
    schema: { minItems: min },
    of,
    code: 'not_a_list',
    message: `must be a list of ${min} to ${max} objects`,
    // Their fields are checked by themselves.
    read: (value) => (isListOf(value, isObject, min, max) ? (value as readonly T[]) : undefined),
    ...options,
  };
}

/** An object whose fields depend on something else, such as the data of an event. Tables have no column for it. */
export function anyObject<T = unknown>(options: FieldOptions = {}): Field<T> {
  return {
    kind: 'any',
    schema: { type: 'object', additionalProperties: true },
    code: 'not_an_object',
    message: 'must be an object',
    read: (value) => (isObject(value) ? (value as T) : undefined),
    ...options,
  };
}

function textIf(accepts: (value: string) => boolean): (value: unknown) => string | undefined {
  return (value) => (typeof value === 'string' && accepts(value) ? value : undefined);
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 500 && value.trim() !== '';
}

function isListOf<T>(
  value: unknown,
  isElement: (one: unknown) => one is T,
  min: number,
  max: number,
): value is readonly T[] {
  return Array.isArray(value) && value.length >= min && value.length <= max && value.every(isElement);
}
