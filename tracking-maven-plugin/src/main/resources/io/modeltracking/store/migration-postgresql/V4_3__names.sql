-- Many runs have the same value: a hash index puts them all into one long chain, and each insert walks it.
drop index params_by_text;
drop index tags_by_text;
create index tags_by_name on tags (name, run_key);
