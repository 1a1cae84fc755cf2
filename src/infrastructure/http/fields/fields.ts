import { isEmail } from 'class-validator';
import { isDate } from '../../../domain/shared/calendar';
import { CURRENCIES } from '../../../domain/shared/money';
import { parseInstant } from '../requests/instant';
import { type FieldsClass, isObject } from '../requests/validation';
import { field, type FieldOptions } from './field';

/** Text that is not blank; at most `max` characters, 200 unless told. `min: 0` allows an empty one. */
export function Text(options: FieldOptions & { readonly min?: number; readonly max?: number } = {}): PropertyDecorator {
  const { min = 1, max = 200 } = options;
  return field(
    'text',
    options,
    {
      code: 'not_a_text',
      message:
        min === 0 ? `must be a text of at most ${max} characters` : `must be a text of ${min} to ${max} characters`,
      accepts: (value) =>
        typeof value === 'string' && value.length <= max && value.length >= min && (min === 0 || value.trim() !== ''),
    },
    { type: String, minLength: min, maxLength: max },
  );
}

export function Email(options: FieldOptions = {}): PropertyDecorator {
  return field(
    'text',
    options,
    { code: 'not_an_email', message: 'must be an e-mail address', accepts: (value) => isEmail(value) },
    { type: String, format: 'email' },
  );
}

/** An id, ours or GoCardless's. */
export function Id(options: FieldOptions = {}): PropertyDecorator {
  return field(
    'text',
    options,
    {
      code: 'not_an_id',
      message: 'must be an id: letters, digits, dots, dashes and underscores',
      accepts: (value) => typeof value === 'string' && /^[\w.-]{1,100}$/.test(value),
    },
    { type: String },
  );
}

/** Minor units of a currency; 1 or more unless told. */
export function Amount(
  options: FieldOptions & { readonly min?: number; readonly max?: number } = {},
): PropertyDecorator {
  return whole({ min: 1, description: 'Minor units of the currency beside it.', ...options }, 'not_an_amount');
}

export function WholeNumber(
  options: FieldOptions & { readonly min?: number; readonly max?: number } = {},
): PropertyDecorator {
  return whole(options, 'not_a_whole_number');
}

function whole(
  options: FieldOptions & { readonly min?: number; readonly max?: number },
  code: string,
): PropertyDecorator {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = options;
  return field(
    'number',
    options,
    {
      code,
      message: `must be a whole number from ${min} to ${max}`,
      accepts: (value) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
    },
    { type: 'integer', minimum: min, maximum: max },
  );
}

export function CurrencyCode(options: FieldOptions = {}): PropertyDecorator {
  return OneOf(CURRENCIES, options);
}

export function OneOf(allowed: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    'text',
    options,
    {
      code: 'not_one_of_these',
      message: `must be one of ${allowed.join(', ')}`,
      accepts: (value) => allowed.some((one) => one === value),
    },
    { type: String, enum: [...allowed] },
  );
}

/** `YYYY-MM-DD`, a day that exists. */
export function Day(options: FieldOptions = {}): PropertyDecorator {
  return field(
    'text',
    options,
    {
      code: 'not_a_date',
      message: 'must be a date such as 2026-03-31',
      accepts: (value) => typeof value === 'string' && isDate(value),
    },
    { type: String, format: 'date' },
  );
}

/** ISO 8601 with a zone. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  return field(
    'text',
    options,
    {
      code: 'not_a_time',
      message: 'must be a time such as 2026-03-31T12:00:00Z',
      accepts: (value) => typeof value === 'string' && parseInstant(value) !== null,
    },
    { type: String, format: 'date-time' },
  );
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(
    'boolean',
    options,
    { code: 'not_true_or_false', message: 'must be true or false', accepts: (value) => typeof value === 'boolean' },
    { type: Boolean },
  );
}

/** A list of texts without blank ones. */
export function Texts(
  options: FieldOptions & { readonly min?: number; readonly max?: number } = {},
): PropertyDecorator {
  const { min = 0, max = 100_000 } = options;
  return field(
    'list',
    options,
    {
      code: 'not_a_list_of_texts',
      message: `must be a list of ${min} to ${max} texts`,
      accepts: (value) =>
        isListOf(value, min, max) &&
        value.every((one) => typeof one === 'string' && one.trim() !== '' && one.length <= 500),
    },
    { type: [String], minItems: min },
  );
}

/** An object with fields of its own. */
export function Nested(fields: () => FieldsClass, options: FieldOptions = {}): PropertyDecorator {
  return field(
    'object',
    options,
    { code: 'not_an_object', message: 'must be an object', accepts: isObject },
    { type: () => fields() },
    fields,
  );
}

/** A list of objects with fields of their own. */
export function NestedList(
  fields: () => FieldsClass,
  options: FieldOptions & { readonly min?: number; readonly max?: number } = {},
): PropertyDecorator {
  const { min = 0, max = 10_000 } = options;
  return field(
    'list',
    options,
    {
      code: 'not_a_list',
      message: `must be a list of ${min} to ${max} objects`,
      accepts: (value) => isListOf(value, min, max) && value.every(isObject),
    },
    { type: () => fields(), isArray: true, minItems: min },
    fields,
  );
}

/** An object whose fields depend on something else, such as the data of an event. Its column holds JSON. */
export function AnyObject(options: FieldOptions = {}): PropertyDecorator {
  return field(
    'list',
    options,
    { code: 'not_an_object', message: 'must be an object', accepts: isObject },
    { type: 'object', additionalProperties: true },
  );
}

function isListOf(value: unknown, min: number, max: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length >= min && value.length <= max;
}
