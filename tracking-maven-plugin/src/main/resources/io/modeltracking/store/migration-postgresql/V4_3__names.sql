-- Many runs have the same value: a hash index puts them all into one long chain, and each insert walks it.
drop index if exists params_by_text;
drop index if exists tags_by_text;
create index if not exists tags_by_name on tags (name, run_key);
