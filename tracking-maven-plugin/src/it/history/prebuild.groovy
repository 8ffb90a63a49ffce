def runs = new File(basedir, '.tracking/runs')
assert new File(runs, 'a' * 32).mkdirs()
new File(runs, 'a' * 32 + '/run.jsonl').text = 'this is no journal\n'
new File(runs, 'notes.txt').text = 'mine'
true
