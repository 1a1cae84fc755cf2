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
