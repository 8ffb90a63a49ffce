-- What PostgreSQL needs beside the tables that it shares with SQLite.

-- Several builds record at once.
create sequence run_keys;

-- An index on a whole value refuses long ones here.
drop index params_by_value;
drop index tags_by_value;
create index params_by_number on params (name, value_real, run_key);
create index params_by_text on params using hash (value_text);
create index tags_by_text on tags using hash (value);

-- Texts have the same order on every server.
do $$
declare
  text_column record;
begin
  for text_column in
    select c.table_name, c.column_name
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.data_type = 'text'
      and c.table_name in ('builds', 'runs', 'sources', 'params', 'metrics', 'tags', 'artifacts', 'datasets', 'models', 'checks')
  loop
    execute format('alter table %I alter column %I type text collate "C"', text_column.table_name, text_column.column_name);
  end loop;
end $$;

-- The chain of events. Nobody changes or removes one, whatever the role.
create table ledger (
  seq bigint primary key check (seq > 0),
  hash text not null unique,
  line text not null
);

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % is refused', tg_op;
end $$;

create trigger ledger_rows before update or delete on ledger
  for each row execute function ledger_is_append_only();
create trigger ledger_table before truncate on ledger
  for each statement execute function ledger_is_append_only();
