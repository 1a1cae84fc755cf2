/** How a value is read from an address, where everything is text, and how it is written into a table. */
export type FieldKind =
  'text' | 'number' | 'decimal' | 'amount' | 'boolean' | 'day' | 'instant' | 'object' | 'list' | 'any';

/** A part of an OpenAPI document. */
export type Schema = Readonly<Record<string, unknown>>;

/** One value that comes in or goes out: its type, its check, its documentation and its column. */
export interface Field<T = unknown> extends FieldOptions {
  readonly kind: FieldKind;
  readonly schema: Schema;
  /** Of the error for a value that is not right. */
  readonly code: string;
  /** What the value must be, without the value: "must be …". */
  readonly message: string;
  /** The value in the one form in which it is handed on; undefined when it is not right. */
  readonly read: (value: unknown) => T | undefined;
  /** The class of an object, or of the objects in a list. */
  readonly of?: FieldsClass;
  /** Null is a value of its own. */
  readonly nullable?: true;
  /** May be left out; null then counts as left out too, unless it is a value of its own. */
  readonly optional?: true;
}

export interface FieldOptions {
  readonly description?: string;
  /**
   * What people read above it in a table: its name in words when left out. Of an object, or of the objects in a list: what stands before the
   * headings of its fields, nothing when left out.
   */
  readonly heading?: string;
  readonly example?: unknown;
}

export type Fields = Readonly<Record<string, Field>>;

/** The type of a field's value. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;

type OptionalNames<S> = { [Name in keyof S]: S[Name] extends { readonly optional: true } ? Name : never }[keyof S];

/** The type of an object with these fields. */
export type ObjectOf<S extends Fields> = {
  readonly [Name in Exclude<keyof S, OptionalNames<S>>]: ValueOf<S[Name]>;
} & { readonly [Name in OptionalNames<S>]?: ValueOf<S[Name]> };

/** A class that stands for its fields: its name is that of its schema, its type that of the objects, its fields their check. */
export interface FieldsClass<T extends object = object, S extends Fields = Fields> {
  new (): T;
  readonly name: string;
  readonly fields: S;
}

type Simple<T> = { [Name in keyof T]: T[Name] };

/**
 * `class Line extends fields({ item: text(), amount: amount() }) {}` is the type, the check and the documentation of an object at once.
 * Objects of that type are plain: nobody makes an instance.
 */
export function fields<const S extends Fields>(described: S): FieldsClass<Simple<ObjectOf<S>>, S> {
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- a base for classes that stand for types
  class Described {
    static readonly fields = described;

    /** Under this name Nest's documentation asks a class for its properties. */
    static _OPENAPI_METADATA_FACTORY(): Readonly<Record<string, Schema>> {
      return Object.fromEntries(Object.entries(described).map(([name, field]) => [name, propertyOf(field)]));
    }
  }
  // Instances have the fields by their declaration only.
  return Described as unknown as FieldsClass<Simple<ObjectOf<S>>, S>;
}

function propertyOf({ kind, schema, of, nullable, optional, description, example }: Field): Schema {
  return {
    // A choice has no type, which Nest's documentation can not do without; it takes this one out again.
    ...('type' in schema ? {} : { type: 'object' }),
    ...schema,
    ...(of === undefined ? {} : { type: () => of, isArray: kind === 'list' }),
    required: optional !== true,
    ...(nullable === undefined ? {} : { nullable }),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
  };
}

/** Null is a value of its own: "there is none", or "empty it". */
export function nullable<T>(field: Field<T>): Field<T | null> & { readonly nullable: true } {
  return { ...field, nullable: true };
}

/** May be left out. */
export function optional<T>(field: Field<T>): Field<T> & { readonly optional: true } {
  return { ...field, optional: true };
}

/** The same fields, each of which may be left out. */
export function partial<S extends Fields>(
  described: S,
): { readonly [Name in keyof S]: S[Name] & { readonly optional: true } } {
  const fields = Object.entries(described).map(([name, field]) => [name, optional(field)]);
  // One for each, under its name.
  return Object.fromEntries(fields) as { readonly [Name in keyof S]: S[Name] & { readonly optional: true } };
}

/** The same value where it is not left to choice. */
export function required<T>({ kind, schema, code, message, read }: Field<T>): Field<NonNullable<T>> {
  // Null is never read: it is let through beforehand where it is a value of its own.
  return { kind, schema, code, message, read: read as Field<NonNullable<T>>['read'] };
}
