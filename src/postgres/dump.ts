import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { quoted, type Sql, textRows } from './sql';

/** A table, with the columns that hold its rows. */
export interface DumpedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Told of the rows that passed, now and then and at the end of each table. */
export type RowsPassed = (table: string, rows: number) => void;

const END_OF_ROWS = Buffer.from('\\.');
const NEWLINE = Buffer.from('\n');
/** A row is one line; the largest is an append of one event. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;
const BATCH_BYTES = 64 * 1024;
const TELL_EVERY_ROWS = 100_000;

/** The tables of a schema in the order in which they were made, so that those that others refer to come first. */
export async function tablesOf(sql: Sql, schema: string): Promise<readonly DumpedTable[]> {
  const rows = await textRows(
    sql,
    `select c.relname, a.attname from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = $1::regnamespace and c.relkind = 'r' order by c.oid, a.attnum`,
    [quoted(schema)],
  );
  const tables = new Map<string, string[]>();
  for (const [name, column] of rows) {
    const columns = tables.get(name ?? '') ?? [];
    tables.set(name ?? '', [...columns, column ?? '']);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}

/** The rows of the tables as SQL that `psql` runs too. In a transaction of `repeatable read` all of it is of one moment. */
export async function* dump(
  client: PoolClient,
  tables: readonly DumpedTable[],
  passed: RowsPassed = () => undefined,
): AsyncGenerator<Buffer> {
  for (const table of tables) {
    let rows = 0;
    yield Buffer.from(`${beginOf(table)}\n`);
    const copy: AsyncIterable<Buffer> = client.query(copyTo(`copy ${targetOf(table)} to stdout`));
    for await (const line of linesOf(copy)) {
      rows += 1;
      if (rows % TELL_EVERY_ROWS === 0) passed(table.name, rows);
      yield Buffer.concat([line, NEWLINE]);
    }
    yield Buffer.concat([END_OF_ROWS, NEWLINE]);
    passed(table.name, rows);
  }
}

/**
 * Puts the rows of a dump into the tables, which must have the same columns and be empty. Throws on a line that is neither a row of a table
 * nor its beginning: a dump is never run as SQL.
 */
export async function load(
  client: PoolClient,
  tables: readonly DumpedTable[],
  lines: AsyncIterator<Buffer>,
  passed: RowsPassed = () => undefined,
): Promise<void> {
  const known = new Map(tables.map((table) => [beginOf(table), table]));
  for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
    const begin = line.value.toString();
    const table = known.get(begin);
    if (table === undefined) throw new DamagedDump('it has a table that there is not here');
    known.delete(begin);
    const rows = Readable.from(batchesOf(table, lines, passed), { objectMode: false });
    await pipeline(rows, client.query(copyFrom(`copy ${targetOf(table)} from stdin`)));
    await goOnCounting(client, table);
  }
}

/** The input is not a dump, or not a whole one. */
export class DamagedDump extends Error {
  constructor(reason: string) {
    super(`This is no whole backup: ${reason}.`);
    this.name = 'DamagedDump';
  }
}

/** The rows of a table up to their end, many at a time. */
async function* batchesOf(
  table: DumpedTable,
  lines: AsyncIterator<Buffer>,
  passed: RowsPassed,
): AsyncGenerator<Buffer> {
  let batch: Buffer[] = [];
  let bytes = 0;
  let rows = 0;
  for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
    if (line.value.equals(END_OF_ROWS)) {
      yield Buffer.concat(batch);
      passed(table.name, rows);
      return;
    }
    rows += 1;
    if (rows % TELL_EVERY_ROWS === 0) passed(table.name, rows);
    batch.push(line.value, NEWLINE);
    bytes += line.value.length;
    if (bytes < BATCH_BYTES) continue;
    yield Buffer.concat(batch);
    [batch, bytes] = [[], 0];
  }
  throw new DamagedDump(`it ends within the table ${table.name}`);
}

/** Numbers that the database draws go on behind those that were loaded. */
async function goOnCounting(client: PoolClient, { name }: DumpedTable): Promise<void> {
  const identities = await textRows(
    client,
    `select attname from pg_attribute where attrelid = $1::regclass and attidentity <> '' and not attisdropped`,
    [quoted(name)],
  );
  for (const [column] of identities) {
    const last = `max(${quoted(column ?? '')})`;
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(${last}, 1), ${last} is not null) from ${quoted(name)}`,
      [quoted(name), column],
    );
  }
}

/** The lines of what comes in pieces, without their ends. */
export async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(0x0a); end >= 0; end = piece.indexOf(0x0a, from)) {
      yield Buffer.concat([...rest, piece.subarray(from, end)]);
      [rest, length] = [[], 0];
      from = end + 1;
    }
    rest.push(piece.subarray(from));
    length += piece.length - from;
    if (length > MAX_LINE_BYTES) throw new DamagedDump('it has a line without an end');
  }
  if (length > 0) throw new DamagedDump('its last line has no end');
}

function beginOf(table: DumpedTable): string {
  return `copy ${targetOf(table)} from stdin;`;
}

/** Without the schema: rows may be loaded into another one. */
function targetOf({ name, columns }: DumpedTable): string {
  return `${quoted(name)} (${columns.map(quoted).join(', ')})`;
}
