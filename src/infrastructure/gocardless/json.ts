import { isObject } from '../../fields/is-object';

/** An answer of GoCardless does not have the documented shape. The message names the field, never its content. */
export class UnexpectedShape extends Error {
  constructor(path: string, expected: string) {
    super(`${path} is not ${expected}`);
    this.name = 'UnexpectedShape';
  }
}

/** Reads the fields of a JSON object, each checked; `name` stands in the errors. */
export class Fields {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(
    json: unknown,
    private readonly name: string,
  ) {
    if (!isObject(json)) throw new UnexpectedShape(name, 'an object');
    this.values = json;
  }

  text(field: string): string {
    const value = this.values[field];
    if (typeof value !== 'string' || value === '') throw new UnexpectedShape(this.path(field), 'a text');
    return value;
  }

  /** Absent, null and empty are the same. */
  textOrNull(field: string): string | null {
    const value = this.values[field];
    return value === undefined || value === null || value === '' ? null : this.text(field);
  }

  /** Minor units: a whole number that JavaScript holds exactly. */
  amount(field: string): number {
    const value = this.values[field];
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
      throw new UnexpectedShape(this.path(field), 'a whole number');
    }
    return value;
  }

  amountOrNull(field: string): number | null {
    const value = this.values[field];
    return value === undefined || value === null ? null : this.amount(field);
  }

  /** Minor units with at most one decimal place, as text: `"-65.4"`. */
  tenths(field: string): string {
    const value = this.text(field);
    if (!/^-?\d{1,15}(\.\d)?$/.test(value)) throw new UnexpectedShape(this.path(field), 'a decimal');
    return value;
  }

  /** An instant, brought to UTC with milliseconds, so that instants compare as text. */
  instant(field: string): string {
    const instant = utcInstant(this.text(field));
    if (instant === null) throw new UnexpectedShape(this.path(field), 'a time');
    return instant;
  }

  dateOrNull(field: string): string | null {
    const date = this.textOrNull(field);
    if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new UnexpectedShape(this.path(field), 'a date');
    return date;
  }

  object(field: string): Fields {
    return new Fields(this.values[field], this.path(field));
  }

  objectOrNull(field: string): Fields | null {
    const value = this.values[field];
    return value === undefined || value === null ? null : this.object(field);
  }

  list(field: string): readonly unknown[] {
    const value = this.values[field];
    if (!Array.isArray(value)) throw new UnexpectedShape(this.path(field), 'a list');
    return value;
  }

  listOrEmpty(field: string): readonly unknown[] {
    const value = this.values[field];
    return value === undefined || value === null ? [] : this.list(field);
  }

  /** The entries of the object at `field` that are texts; none when there is no object. */
  texts(field: string): Readonly<Record<string, string>> {
    return textsOf(this.values[field]);
  }

  private path(field: string): string {
    return `${this.name}.${field}`;
  }
}

/** ISO 8601 with a zone → UTC with milliseconds; null for anything else. */
export function utcInstant(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

/** The entries of a JSON object whose values are texts; all others are left out. */
export function textsOf(json: unknown): Readonly<Record<string, string>> {
  if (!isObject(json)) return {};
  return Object.fromEntries(
    Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export function pick(
  texts: Readonly<Record<string, string>>,
  keys: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => keys.includes(key)));
}
