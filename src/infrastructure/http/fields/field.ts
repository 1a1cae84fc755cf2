import 'reflect-metadata';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { type FieldsClass } from '../requests/validation';

export interface FieldOptions {
  /** May be left out; null then counts as left out too. */
  readonly optional?: boolean;
  /** May be null, and null means something. */
  readonly nullable?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

export interface Check {
  readonly code: string;
  /** What the value must be, without the value: "must be …". */
  readonly message: string;
  readonly accepts: (value: unknown) => boolean;
}

/** How a field is read from an address, where everything is text, and how it is written into a table. */
export type FieldKind = 'text' | 'number' | 'boolean' | 'list' | 'object';

export interface FieldDescription {
  readonly name: string;
  readonly kind: FieldKind;
  /** A text that is a day, `YYYY-MM-DD`. */
  readonly isDay?: true;
  /** The fields of an object, which become columns of their own. */
  readonly nested?: () => FieldsClass;
}

const FIELDS = Symbol('fields');

/** An object with the fields of a class: what a controller returns. */
export type FieldsOf<T> = { [Name in keyof T]: T[Name] };

/** The fields of a class in the order in which they are written there, inherited ones first. */
export function fieldsOf(fields: FieldsClass): readonly FieldDescription[] {
  const prototype: object = fields.prototype as object;
  return fieldsOn(prototype);
}

function fieldsOn(prototype: object): readonly FieldDescription[] {
  const described: unknown = Reflect.getMetadata(FIELDS, prototype);
  // Only `describe` below writes under this symbol.
  return Array.isArray(described) ? (described as readonly FieldDescription[]) : [];
}

function describe(target: object, description: FieldDescription): void {
  const others = fieldsOn(target).filter(({ name }) => name !== description.name);
  Reflect.defineMetadata(FIELDS, [...others, description], target);
}

/** One decorator for all that is to be said of a field: check, documentation, column. */
export function field(
  kind: FieldKind,
  options: FieldOptions,
  check: Check,
  schema: ApiPropertyOptions,
  nested?: () => FieldsClass,
): PropertyDecorator {
  return (target, key) => {
    const name = String(key);
    describe(target, {
      name,
      kind,
      ...(schema.format === 'date' ? { isDay: true } : {}),
      ...(nested === undefined ? {} : { nested }),
    });
    for (const decorator of [
      presence(options),
      documentation(options, schema),
      ...nesting(nested),
      constraint(check),
    ]) {
      decorator(target, name);
    }
  };
}

function presence({ optional = false, nullable = false }: FieldOptions): PropertyDecorator {
  return (target, key) => {
    if (optional && !nullable) Transform(({ value }: { value: unknown }) => value ?? undefined)(target, key);
    ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null))(target, String(key));
    ValidateBy({ name: 'required', validator: { validate: (value) => value !== undefined && value !== null } })(
      target,
      String(key),
    );
  };
}

function documentation(
  { optional, nullable, description, example }: FieldOptions,
  schema: ApiPropertyOptions,
): PropertyDecorator {
  const options = {
    ...schema,
    required: optional !== true,
    ...(nullable === true ? { nullable } : {}),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
  };
  // The parts are checked where they are given; their union is not one that the compiler can follow.
  return ApiProperty(options as ApiPropertyOptions);
}

function nesting(nested: (() => FieldsClass) | undefined): readonly PropertyDecorator[] {
  return nested === undefined
    ? []
    : [
        Type(nested),
        (target, key) => {
          ValidateNested()(target, String(key));
        },
      ];
}

function constraint({ code, message, accepts }: Check): PropertyDecorator {
  return (target, key) => {
    ValidateBy({ name: code, validator: { validate: accepts, defaultMessage: () => message } }, { context: { code } })(
      target,
      String(key),
    );
  };
}
