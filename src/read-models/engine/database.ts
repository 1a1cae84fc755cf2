import { type Pool } from 'pg';
import { type LockName } from '../../postgres/session-lock';

/** Where the read models live: the schema holds the checkpoints and the views, `<schema>_g<N>` the tables of generation N. */
export interface ReadModelDatabase {
  readonly pool: Pool;
  readonly schema: string;
}

export const READ_MODEL_DATABASE = Symbol('ReadModelDatabase');

/** `runner`: held by the process that keeps the read models up to date; `generations`: by the one that adds, builds or drops their tables. */
export function readModelLock({ schema }: ReadModelDatabase, name: 'runner' | 'generations'): LockName {
  return { space: `${schema} read models`, name };
}
