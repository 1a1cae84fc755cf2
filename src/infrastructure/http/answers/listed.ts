import { type Position } from '../../../application/ports/event-store';
import { type FieldsClass } from '../../../fields/field';
import { type ListPage } from '../../../read-models/lists/list';
import { type ListRequest } from '../requests/query-parameters';

/** One page of a list, with how far the read models were; null for a list that is not made from the log. */
export type ReadListPage<Item> = ListPage<Item> & { readonly position: Position | null; readonly timeZone?: string };

/** A list that is yet to be read: one page of it as JSON, or all of it as a table. */
export class Listed<Item extends object = object> {
  constructor(
    readonly item: FieldsClass<Item>,
    readonly request: ListRequest,
    readonly read: (request: ListRequest) => Promise<ReadListPage<Item>>,
  ) {}
}
