import { type Row, type Table } from '../../src/read-models/engine/read-model';
import { plainFold } from './plain-fold';
import { type PlayedWorld } from './played-world';

/** The rows of a table after all that happened in a world, without what only its fold needs. */
export async function foldedRows<R extends Row>(table: Table<R>, world: PlayedWorld): Promise<readonly Partial<R>[]> {
  // The rows were made by the table's own fold.
  return plainFold(table, await world.log()).rows.map(({ row }) => row as unknown as Partial<R>);
}
