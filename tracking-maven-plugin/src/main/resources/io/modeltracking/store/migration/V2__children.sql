-- The trials of a study, and the repeats and folds of a trial, are asked for by their parent.
create index runs_by_parent on runs (parent);
