import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { type FieldsClass } from '../requests/validation';
import { type AsOf, MAX_LIMIT } from '../requests/reading';
import { type Listed, type ListPage } from './listed';
import { cellsOf, columnsOf } from './table-text';

/** Whether CSV is asked for rather than JSON: by the first of the two that `Accept` names. */
export function wantsCsv(accept: string | undefined): boolean {
  const types = (accept ?? '').split(',').map((type) => type.split(';')[0]?.trim().toLowerCase());
  return types.find((type) => type === 'text/csv' || type === 'application/json') === 'text/csv';
}

/**
 * All pages of a list from `first` on, as CSV with a header line. Where there are several, all are read as of the position of the first,
 * so that the table shows one moment; they are read when the client has taken those before.
 */
export function listAsCsv(list: Listed, first: ListPage<object>, item: FieldsClass): Readable {
  const columns = columnsOf(item);
  const rows = Readable.from(rowsOf(list, first, (one) => cellsOf(one, columns)));
  const csv = stringify({
    header: true,
    columns: columns.map(({ name }) => name),
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
  rows.on('error', (error) => {
    csv.destroy(error);
  });
  csv.on('close', () => {
    rows.destroy();
  });
  return rows.pipe(csv);
}

async function* rowsOf(
  list: Listed,
  first: ListPage<object>,
  toRow: (item: object) => readonly string[],
): AsyncGenerator<readonly string[]> {
  const query = { ...list.query, limit: MAX_LIMIT };
  const { page: begin, asOf } = await pinned(list, first);
  for (let page = begin; ;) {
    for (const item of page.items) yield toRow(item);
    if (page.next === null) return;
    page = await list.read({ ...query, cursor: page.next, ...(asOf === undefined ? {} : { asOf }) });
  }
}

/** A first page may show more than its position, read before it, promises: where others follow it is read anew as of that. */
async function pinned(list: Listed, page: ListPage<object>): Promise<{ page: ListPage<object>; asOf?: AsOf }> {
  if (list.query.asOf !== undefined) return { page, asOf: list.query.asOf };
  if (page.next === null || page.position === null) return { page };
  const asOf = { position: page.position };
  return { page: await list.read({ ...list.query, limit: MAX_LIMIT, asOf }), asOf };
}
