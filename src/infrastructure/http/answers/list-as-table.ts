import { Readable } from 'node:stream';
import { type FieldsClass } from '../../../fields/field';
import { csvText } from '../../files/csv-text';
import { type CellValue, WORKBOOK_MEDIA_TYPE, writeWorkbook } from '../../files/workbooks/write-workbook';
import { type AsOf, type Format, MAX_LIMIT } from '../requests/query-parameters';
import { type Listed, type ReadListPage } from './listed';
import { rowsOf, textsOf } from './table-cells';
import { columnsOf, type TableColumns, workbookColumnsOf } from './table-columns';

/** A kind of table that a list can be had as. */
export interface TableKind {
  readonly mediaType: string;
  readonly extension: string;
  write(name: string, table: TableColumns, items: AsyncIterable<readonly object[]>): AsyncIterable<string | Buffer>;
}

/** Without it Excel takes UTF-8 for the alphabet of its own country. */
const BYTE_ORDER_MARK = '\ufeff';

const CSV: TableKind = {
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  async *write(_name, table, items) {
    yield BYTE_ORDER_MARK + csvText([table.columns.map(({ heading }) => heading)]);
    for await (const page of items) yield csvText(page.flatMap((item) => textsOf(item, table)));
  },
};

const WORKBOOK: TableKind = {
  mediaType: WORKBOOK_MEDIA_TYPE,
  extension: 'xlsx',
  write: (name, table, items) => writeWorkbook(name, workbookColumnsOf(table), rowsOfPages(items, table)),
};

const TABLE_OF: Readonly<Record<Format, TableKind>> = { csv: CSV, xlsx: WORKBOOK };

const KINDS: Readonly<Record<string, TableKind>> = { 'text/csv': CSV, [WORKBOOK_MEDIA_TYPE]: WORKBOOK };

/** The media types of what can be had as a table too. */
export const TABLE_MEDIA_TYPES = ['application/json', ...Object.keys(KINDS)];

/** The kind of table of a media type; null for JSON. `format` says it more plainly, for links, which can not send `Accept`. */
export function tableOf(mediaType: string, format: Format | undefined): TableKind | null {
  return format === undefined ? (KINDS[mediaType] ?? null) : TABLE_OF[format];
}

/**
 * All pages of a list from `first` on, as a table with a header line. Where there are several, all are read as of the position of the first,
 * so that the table shows one moment; they are read when the client has taken those before.
 */
export function listAsTable(kind: TableKind, name: string, list: Listed, first: ReadListPage<object>): Readable {
  return tableStream(kind, name, list.item, pagesOf(list, first));
}

/** One thing as a table: a row for each of its parts. */
export function thingAsTable(kind: TableKind, name: string, item: FieldsClass, thing: object): Readable {
  return tableStream(kind, name, item, Readable.from([[thing]]));
}

function tableStream(
  kind: TableKind,
  name: string,
  item: FieldsClass,
  pages: AsyncIterable<readonly object[]>,
): Readable {
  return Readable.from(kind.write(name, columnsOf(item), pages), { objectMode: false });
}

async function* rowsOfPages(
  pages: AsyncIterable<readonly object[]>,
  table: TableColumns,
): AsyncGenerator<readonly (readonly CellValue[])[]> {
  for await (const page of pages) yield page.flatMap((item) => rowsOf(item, table));
}

/** All pages of a list from `first` on, of one moment. */
export async function* pagesOf<Item extends object>(
  list: Listed<Item>,
  first: ReadListPage<Item>,
): AsyncGenerator<readonly Item[]> {
  const request = { ...list.request, limit: MAX_LIMIT };
  const { page: begin, asOf } = await pinned(list, first);
  for (let page = begin; ;) {
    yield page.items;
    if (page.next === null) return;
    page = await list.read({ ...request, cursor: page.next, ...(asOf === undefined ? {} : { asOf }) });
  }
}

/** A first page may show more than its position, read before it, promises: where others follow it is read anew as of that. */
async function pinned<Item extends object>(
  list: Listed<Item>,
  page: ReadListPage<Item>,
): Promise<{ page: ReadListPage<Item>; asOf?: AsOf }> {
  if (list.request.asOf !== undefined) return { page, asOf: list.request.asOf };
  if (page.next === null || page.position === null) return { page };
  const asOf = { position: page.position };
  return { page: await list.read({ ...list.request, limit: MAX_LIMIT, asOf }), asOf };
}
