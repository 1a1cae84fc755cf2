import { type Position } from '../../application/ports/event-store';
import { addCheckpoint, type Checkpoint, checkpointsTable, createCheckpointsSql, readCheckpoints } from './checkpoints';
import { qualified, quoted, type Sql, textRows } from '../../postgres/sql';
import { type ReadModel } from './read-model';
import {
  createIndexSql,
  createTableSql,
  type Form,
  formOf,
  generationSchema,
  historyName,
  visibleColumns,
} from './table-sql';

/** Makes the schema and the table of the checkpoints when they are missing. */
export async function createSchema(sql: Sql, schema: string): Promise<void> {
  await sql.query(`create schema if not exists ${quoted(schema)}`);
  await sql.query(createCheckpointsSql(schema));
}

export async function hasSchema(sql: Sql, schema: string): Promise<boolean> {
  const rows = await textRows(sql, 'select to_regclass($1)', [checkpointsTable(schema)]);
  return rows[0]?.[0] !== null;
}

/** A number that no generation has had, also none whose tables were kept. */
export async function nextGeneration(sql: Sql, schema: string): Promise<number> {
  return Math.max(0, ...(await generationsThere(sql, schema))) + 1;
}

async function generationsThere(sql: Sql, schema: string): Promise<readonly number[]> {
  const prefix = `${schema}_g`;
  const rows = await textRows(sql, `select nspname from pg_namespace where starts_with(nspname, $1)`, [prefix]);
  const numbers = rows.map(([name = null]) => (name ?? '').slice(prefix.length));
  return numbers.filter((number) => /^[0-9]+$/.test(number)).map(Number);
}

/** Empty tables of a generation, without secondary indexes, and checkpoints that begin at `start`. */
export async function createGeneration(
  sql: Sql,
  schema: string,
  generation: number,
  readModels: readonly ReadModel[],
  start: Position,
  state: Checkpoint['state'],
): Promise<void> {
  const place = generationSchema(schema, generation);
  await sql.query(`create schema if not exists ${quoted(place)}`);
  for (const readModel of readModels) {
    for (const statement of readModel.tables.flatMap((table) => createTableSql(place, table)))
      await sql.query(statement);
    const { name, version } = readModel;
    await addCheckpoint(sql, schema, {
      readModel: name,
      generation,
      version,
      form: formOf(readModel),
      position: start,
      state,
    });
  }
}

/** Secondary indexes, which are cheaper to build over rows than to keep while rows are added. */
export async function createIndexes(sql: Sql, schema: string, generation: number, readModel: ReadModel): Promise<void> {
  const place = generationSchema(schema, generation);
  for (const table of readModel.tables) {
    for (const statement of createIndexSql(place, table)) await sql.query(statement);
    await sql.query(`analyze ${qualified(place, table.name)}`);
  }
}

/**
 * Serves the read model from this generation. A view of the same form is replaced and not dropped, so that queries which are being
 * planned find it; one of another form can only be made anew.
 */
export async function serve(
  sql: Sql,
  schema: string,
  readModel: ReadModel,
  generation: number,
  served: Checkpoint | null,
): Promise<void> {
  const place = generationSchema(schema, generation);
  if (served !== null && served.form !== formOf(readModel)) await dropViews(sql, schema, served);
  for (const table of readModel.tables) {
    const columns = visibleColumns(table);
    const show = (name: string, list: string) =>
      sql.query(`create or replace view ${qualified(schema, name)} as select ${list} from ${qualified(place, name)}`);
    await show(table.name, columns);
    if (table.keeps === 'history') await show(historyName(table.name), `${columns}, to_position`);
  }
  if (served !== null) await removeCheckpoint(sql, schema, served);
  await sql.query(`update ${checkpointsTable(schema)} set state = 'active' where read_model = $1 and generation = $2`, [
    readModel.name,
    generation,
  ]);
}

/** Without its checkpoint a generation can not be written any more: a runner that still wants to loses the compare. */
async function removeCheckpoint(sql: Sql, schema: string, { readModel, generation }: Checkpoint): Promise<void> {
  await sql.query(`delete from ${checkpointsTable(schema)} where read_model = $1 and generation = $2`, [
    readModel,
    generation,
  ]);
}

/** Ends a read model that the product no longer has. */
export async function retire(sql: Sql, schema: string, served: Checkpoint): Promise<void> {
  await dropViews(sql, schema, served);
  await removeCheckpoint(sql, schema, served);
}

async function dropViews(sql: Sql, schema: string, served: Checkpoint): Promise<void> {
  for (const name of tableNames(served)) await sql.query(`drop view if exists ${qualified(schema, name)}`);
}

/**
 * Drops the tables of a read model in a generation that is no longer served. With `keep` those that hold no personal data stay, to be
 * looked into: a person's row must not outlive the person's key.
 */
export async function dropTables(sql: Sql, schema: string, served: Checkpoint, keep: boolean): Promise<void> {
  const place = generationSchema(schema, served.generation);
  for (const name of tableNames(served, (table) => !keep || table.keeps === 'present')) {
    await sql.query(`drop table if exists ${qualified(place, name)}`);
  }
  if (!keep) await dropUnusedGenerations(sql, schema, [served.generation]);
}

function tableNames(
  { form }: Checkpoint,
  wanted: (table: Form['tables'][number]) => boolean = () => true,
): readonly string[] {
  // Written by `formOf` and by nothing else.
  const { tables } = JSON.parse(form) as Form;
  return tables.filter(wanted).flatMap(({ name, keeps }) => (keeps === 'history' ? [name, historyName(name)] : [name]));
}

/** Drops generations that no read model is served from: what an interrupted rebuild left, and what was kept to be looked into. */
export async function dropUnusedGenerations(sql: Sql, schema: string, among?: readonly number[]): Promise<void> {
  const used = new Set(
    [...(await readCheckpoints(sql, schema, 'active')).values()].map(({ generation }) => generation),
  );
  const unused = (among ?? (await generationsThere(sql, schema))).filter((generation) => !used.has(generation));
  for (const generation of unused) {
    await sql.query(`drop schema if exists ${quoted(generationSchema(schema, generation))} cascade`);
  }
  await sql.query(
    `delete from ${checkpointsTable(schema)} where state = 'building' and generation = any($1::integer[])`,
    [unused],
  );
}

/** Drops all generations with everything in them: the next start builds the read models anew from the log. */
export async function dropReadModels(sql: Sql, schema: string): Promise<void> {
  if (!(await hasSchema(sql, schema))) return;
  await sql.query(`delete from ${checkpointsTable(schema)}`);
  for (const generation of await generationsThere(sql, schema)) {
    // With the tables go the views that show them.
    await sql.query(`drop schema ${quoted(generationSchema(schema, generation))} cascade`);
  }
}

/** A transaction that changes what is served. It gives up soon when a long query is in its way, so that it does not hold up other queries. */
export const BEGIN_SWITCH = `begin; set local lock_timeout = '2s'`;
