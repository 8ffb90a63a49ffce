-- Which shared store has the run, as its journal is now; null where none has.
alter table runs add column pushed_to text;
