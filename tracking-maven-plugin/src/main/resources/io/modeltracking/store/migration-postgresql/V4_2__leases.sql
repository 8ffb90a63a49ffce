-- Studies that several jobs of one pipeline search together.
create table shared_studies (
  study bigint generated always as identity primary key,
  build text not null,
  module text not null,
  experiment text not null,
  -- What has to be the same in all jobs, as JSON.
  definition text not null,
  -- The points that are tried first, as JSON: those of the job that came first.
  given text not null,
  planned integer not null check (planned > 0),
  -- Counts what has finished, so that a job asks for what is new to it.
  revision bigint not null default 0,
  -- Why no further trial begins; null while some are to come.
  ended text,
  -- The verdict, as JSON.
  conclusion text,
  unique (build, module, experiment)
);

-- Numbered from 0 without a gap.
create table shared_trials (
  study bigint not null references shared_studies on delete cascade,
  number integer not null check (number >= 0),
  attempt integer not null check (attempt > 0),
  owner text not null,
  leased_until timestamptz not null,
  -- Params, and the trials that the sampler saw, as JSON; null until they are chosen.
  proposal text,
  -- How it ended, as JSON; null until then.
  result text,
  revision bigint,
  primary key (study, number)
);
