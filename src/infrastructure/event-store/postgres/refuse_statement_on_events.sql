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
