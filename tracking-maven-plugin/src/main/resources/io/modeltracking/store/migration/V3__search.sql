-- Filters and orders over many runs: each value is found in one index, without its row.

alter table runs add column lifecycle_stage text not null default 'active';
-- By a later change; the name that a child run was made with stays.
alter table runs add column given_name text;
create index runs_by_start on runs (started_ms);

create table sources (
  sha256 text primary key,
  commit_hash text,
  branch text,
  dirty text
);

drop index metrics_by_name;
create index metrics_by_run on metrics (name, run_key, last_real, last_text);
create index params_by_value on params (name, value_text, type, value_real, run_key);
create index tags_by_value on tags (name, value, run_key);
create index datasets_by_name on datasets (name, run_key);
