-- The index of all runs. Written in the part of SQL that SQLite and PostgreSQL share.
-- A double stands in a "real" column; where that cannot hold it exactly everywhere (NaN, infinities, -0.0), the
-- "text" column beside it has it and the real one is null. Times are milliseconds since 1970-01-01T00:00Z.

create table schema_versions (
  version integer primary key,
  plugin text not null
);

create table builds (
  id text not null,
  module text not null,
  version text,
  started_ms bigint not null,
  ci_provider text,
  ci_url text,
  branch text,
  actor text,
  primary key (id, module)
);

create table runs (
  run_key integer primary key,
  id text not null unique,
  experiment text not null,
  model text,
  name text,
  parent text,
  trial integer,
  repeat_seed bigint,
  attempt integer not null,
  module text,
  test_class text,
  method text,
  unique_id text,
  build text,
  ci_url text,
  author text,
  author_source text,
  started_ms bigint not null,
  ended_ms bigint,
  status text not null,
  verdict text,
  reason text,
  failure_type text,
  source_sha256 text,
  environment_sha256 text,
  warning_count integer not null,
  problem_count integer not null,
  journal_sha256 text not null,
  journal_bytes bigint not null,
  journal_modified bigint not null,
  ledger_seq bigint
);
create index runs_by_build on runs (build, module);
create index runs_by_experiment on runs (experiment, started_ms);
create index runs_not_in_ledger on runs (status) where ledger_seq is null;

create table params (
  run_key integer not null,
  name text not null,
  type text not null,
  value_text text not null,
  value_real double precision,
  origin text not null,
  primary key (run_key, name)
);

-- One row a metric of a run; the values over steps stay in the journal.
create table metrics (
  run_key integer not null,
  name text not null,
  direction text,
  points bigint not null,
  last_step bigint,
  last_real double precision,
  last_text text,
  first_real double precision,
  first_text text,
  min_real double precision,
  min_text text,
  max_real double precision,
  max_text text,
  primary key (run_key, name)
);
create index metrics_by_name on metrics (name, last_real);

create table tags (
  run_key integer not null,
  name text not null,
  value text not null,
  primary key (run_key, name)
);

create table artifacts (
  run_key integer not null,
  ordinal integer not null,
  name text not null,
  media_type text,
  bytes bigint not null,
  sha256 text not null,
  primary key (run_key, ordinal)
);

create table datasets (
  run_key integer not null,
  ordinal integer not null,
  name text not null,
  role text,
  bytes_sha256 text,
  content_sha256 text,
  row_count bigint,
  column_count integer not null,
  location text,
  primary key (run_key, ordinal)
);
create index datasets_by_content on datasets (content_sha256);

create table models (
  run_key integer not null,
  ordinal integer not null,
  name text not null,
  artifact text not null,
  format text,
  bytes bigint not null,
  sha256 text,
  library text,
  library_version text,
  primary key (run_key, ordinal)
);
create index models_by_file on models (sha256);

create table checks (
  run_key integer not null,
  ordinal integer not null,
  rule text not null,
  kind text,
  metric text,
  observed_real double precision,
  observed_text text,
  verdict text not null,
  message text,
  primary key (run_key, ordinal)
);
