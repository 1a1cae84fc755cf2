import { type FieldsClass } from '../../../fields/field';

/** What the decorators of a query's method say about it. */
export interface ReadDescription {
  /** What is answered: the object, or the items of the list. */
  readonly answer: FieldsClass;
  readonly filters: FieldsClass | null;
  readonly effectiveAt: boolean;
}

const READ = Symbol('what a query reads');

export function describeRead(method: object, description: ReadDescription): void {
  Reflect.defineMetadata(READ, description, method);
}

export function readDescription(method: object): ReadDescription {
  const description: unknown = Reflect.getMetadata(READ, method);
  if (description === undefined)
    throw new Error('A method that takes @Reading() or @ListQuery() needs @Reads or @ListOf.');
  // Only `describeRead` writes under this symbol.
  return description as ReadDescription;
}
