import { type Migration } from '../../../postgres/migrations';
import { LOG_FORM } from '../journal';

/**
 * The log in PostgreSQL. Positions must show in the order in which they are drawn, or a reader that has passed position 7 never
 * sees a 6 that commits later. So one function appends, and its first statement takes a lock that is given back only after the
 * commit: a position is drawn when every lower one can be seen. They have no gaps either, since a rollback draws none.
 *
 * Triggers keep everybody else out: rows are inserted by that function only (it alone sets `direct_debit_ledger.appending`), and
 * nothing is ever changed or deleted. They guard against mistakes; the owner of a database can always lift them.
 */
export const eventStoreMigrations: readonly Migration[] = [
  {
    name: 'event-store',
    sql: `
create table event_store (
  only_row boolean primary key default true check (only_row),
  tag text not null
);
comment on column event_store.tag is 'Names this log in every position, so that a position of another log is refused.';
insert into event_store (tag) values (left(replace(gen_random_uuid()::text, '-', ''), 8));

create table events (
  position bigint primary key,
  stream text collate "C" not null,
  revision integer not null check (revision >= 0),
  id uuid not null,
  type text collate "C" not null,
  data text not null,
  metadata text not null,
  constraint events_stream_revision unique (stream, revision)
);

create function append_events(
  streams text[], expected integer[], sizes integer[],
  owners integer[], revisions integer[], ids uuid[], types text[], data text[], metadata text[]
) returns table (actual integer, last_position bigint)
language plpgsql
set search_path from current
set direct_debit_ledger.appending = 'on'
-- A plan made while the table was small would scan all of it for ever.
set enable_seqscan = off
-- Planning anew for each call costs more than the call.
set plan_cache_mode = force_generic_plan
as $append$
#variable_conflict use_column
declare
  head bigint;
  found integer[];
begin
  perform pg_advisory_xact_lock('events'::regclass::oid::bigint);
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'append_events() needs the isolation level "read committed": others would not see what the lock protects';
  end if;

  select coalesce(max(e.position), 0) into head from events e;
  select array_agg(coalesce((
      select e.revision from events e where e.stream = item.stream order by e.revision desc limit 1
    ), -1) order by item.number)
    into found
    from unnest(append_events.streams) with ordinality item(stream, number);

  insert into events (position, stream, revision, id, type, data, metadata)
  select head + row_number() over (order by event.number), append_events.streams[event.owner],
         event.revision, event.id, event.type, event.data, event.metadata
    from unnest(append_events.owners, append_events.revisions, append_events.ids, append_events.types,
                append_events.data, append_events.metadata)
         with ordinality event(owner, revision, id, type, data, metadata, number)
   where found[event.owner] = append_events.expected[event.owner];

  return query
  select item.actual,
         case
           when item.actual = item.expected then
             (head + sum(item.size) filter (where item.actual = item.expected) over (order by item.number))::bigint
           -- The same events at the same place: the append is a repeat, and is answered as the first one was.
           when item.actual > item.expected then (
             select case when count(*) = item.size then max(e.position) end
               from unnest(append_events.owners, append_events.revisions, append_events.ids) event(owner, revision, id)
               join events e on e.stream = item.stream and e.revision = event.revision and e.id = event.id
              where event.owner = item.number)
         end
    from unnest(append_events.streams, append_events.expected, append_events.sizes, found)
         with ordinality item(stream, expected, size, actual, number)
   order by item.number;
end
$append$;
comment on function append_events is
  'Appends several items, each to a stream of its own. One row an item: the stream''s revision before (-1: no stream) and the '
  'position of the item''s last event, or null when the expected revision was wrong and it is not a repeat.';
revoke all on function append_events from public;

create function refuse_statement_on_events() returns trigger language plpgsql as $refuse$
begin
  raise exception 'events are appended through append_events() and never change' using errcode = 'restrict_violation';
end
$refuse$;
create trigger events_only_through_append before insert on events
  for each statement when (current_setting('direct_debit_ledger.appending', true) is distinct from 'on')
  execute function refuse_statement_on_events();
create trigger events_never_change before update or delete or truncate on events
  for each statement execute function refuse_statement_on_events();
`,
  },
  {
    name: 'event-store-form',
    sql: `
alter table event_store add column form integer not null default 1;
update event_store set form = ${LOG_FORM} where not exists (select from events);
comment on column event_store.form is 'The form of what is stored; a log of another form is refused.';
`,
  },
];
