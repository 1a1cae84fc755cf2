import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Migration } from '../../../postgres/migrations';

/**
 * The log in PostgreSQL. Positions must show in the order in which they are drawn, or a reader that has passed position 7 never
 * sees a 6 that commits later. So one function appends, and its first statement takes a lock that is given back only after the
 * commit: a position is drawn when every lower one can be seen. They have no gaps either, since a rollback draws none.
 *
 * Triggers refuse everything else: rows are inserted by that function only (it alone sets `direct_debit_ledger.appending`), and
 * nothing is ever changed or deleted. They guard against mistakes; the owner of a database can always lift them.
 */
export const eventStoreMigrations: readonly Migration[] = [
  {
    name: 'event-store',
    sql: ['', ...['tables', 'append_events', 'refuse_statement_on_events'].map(readSql)].join('\n'),
  },
  {
    name: 'event-store-form',
    sql: `
alter table event_store add column form integer not null default 1;
update event_store set form = 2 where not exists (select from events);
comment on column event_store.form is 'The form of what is stored; a log of another form is refused.';
`,
  },
];

/** Each file is named after what it makes. */
function readSql(name: string): string {
  return readFileSync(join(__dirname, `${name}.sql`), 'utf8');
}
