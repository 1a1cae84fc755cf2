import { type FieldsClass } from '../../fields/field';

/** Fields of an item that a row has under the same name and with a value that fits. */
type Shared<Item, R> = {
  [Name in keyof Item & keyof R]: R[Name] extends Item[Name] ? Name : never;
}[keyof Item & keyof R];

/** What an item has beside its row; what the row has may be given otherwise. */
type Rest<Item, R> = Omit<Item, Shared<Item, R>> & Partial<Pick<Item, Shared<Item, R>>>;

/** The item of a row: its fields by name, and `rest` for those that are not columns. A field that nobody gives does not compile. */
export function pick<Item extends object, R extends object>(
  { fields }: FieldsClass<Item>,
  row: R,
  rest: Rest<Item, R>,
): Item {
  const from: Readonly<Record<string, unknown>> = { ...row, ...rest };
  // Each field of the item is in the row or in the rest, by their types.
  return Object.fromEntries(Object.keys(fields).map((name) => [name, from[name]])) as Item;
}
