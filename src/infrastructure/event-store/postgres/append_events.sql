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
