import { Readable } from 'node:stream';
import { csvText } from '../../files/csv-text';
import { type CellValue, WORKBOOK_MEDIA_TYPE, writeWorkbook } from '../../files/workbooks/write-workbook';
import { type AsOf, type Format, MAX_LIMIT } from '../requests/query-parameters';
import { type Listed, type ReadListPage } from './listed';
import { type Column, columnsOf, textsOf, valuesOf, workbookColumnsOf } from './table-cells';

/** A kind of table that a list can be had as. */
export interface TableKind {
  readonly mediaType: string;
  readonly extension: string;
  write(
    name: string,
    columns: readonly Column[],
    items: AsyncIterable<readonly object[]>,
  ): AsyncIterable<string | Buffer>;
}

const CSV: TableKind = {
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  async *write(_name, columns, items) {
    yield csvText([columns.map(({ name }) => name)]);
    for await (const page of items) yield csvText(page.map((item) => textsOf(item, columns)));
  },
};

const WORKBOOK: TableKind = {
  mediaType: WORKBOOK_MEDIA_TYPE,
  extension: 'xlsx',
  write: (name, columns, items) => writeWorkbook(name, workbookColumnsOf(columns), valuesOfPages(items, columns)),
};

const TABLE_OF: Readonly<Record<Format, TableKind>> = { csv: CSV, xlsx: WORKBOOK };

const KINDS: Readonly<Record<string, TableKind>> = { 'text/csv': CSV, [WORKBOOK_MEDIA_TYPE]: WORKBOOK };

/** The media types that every list can be had as. */
export const LIST_MEDIA_TYPES = ['application/json', ...Object.keys(KINDS)];

/** The kind of table of a media type; null for JSON. `format` says it more plainly, for links, which can not send `Accept`. */
export function tableOf(mediaType: string, format: Format | undefined): TableKind | null {
  return format === undefined ? (KINDS[mediaType] ?? null) : TABLE_OF[format];
}

/**
 * All pages of a list from `first` on, as a table with a header line. Where there are several, all are read as of the position of the first,
 * so that the table shows one moment; they are read when the client has taken those before.
 */
export function listAsTable(kind: TableKind, name: string, list: Listed, first: ReadListPage<object>): Readable {
  return Readable.from(kind.write(name, columnsOf(list.item), pagesOf(list, first)), { objectMode: false });
}

async function* valuesOfPages(
  pages: AsyncIterable<readonly object[]>,
  columns: readonly Column[],
): AsyncGenerator<readonly (readonly CellValue[])[]> {
  for await (const page of pages) yield page.map((item) => valuesOf(item, columns));
}

async function* pagesOf(list: Listed, first: ReadListPage<object>): AsyncGenerator<readonly object[]> {
  const request = { ...list.request, limit: MAX_LIMIT };
  const { page: begin, asOf } = await pinned(list, first);
  for (let page = begin; ;) {
    yield page.items;
    if (page.next === null) return;
    page = await list.read({ ...request, cursor: page.next, ...(asOf === undefined ? {} : { asOf }) });
  }
}

/** A first page may show more than its position, read before it, promises: where others follow it is read anew as of that. */
async function pinned(list: Listed, page: ReadListPage<object>): Promise<{ page: ReadListPage<object>; asOf?: AsOf }> {
  if (list.request.asOf !== undefined) return { page, asOf: list.request.asOf };
  if (page.next === null || page.position === null) return { page };
  const asOf = { position: page.position };
  return { page: await list.read({ ...list.request, limit: MAX_LIMIT, asOf }), asOf };
}
