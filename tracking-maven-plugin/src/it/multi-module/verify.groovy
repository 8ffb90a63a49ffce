def log = new File(basedir, 'build.log').text
assert log.count('The gate holds, over 1 run.') == 2
assert new File(basedir, '.tracking/runs').list().length == 2
assert !new File(basedir, 'one/.tracking').exists()
def ids = ['one', 'two'].collect {
    (new File(basedir, "$it/target/tracking/build.json").text =~ /"buildId" : "([0-9a-f]{32})"/)[0][1]
}
assert ids.unique().size() == 1
def recorded = new File(basedir, '.tracking/ledger.jsonl').readLines().collectMany { (it =~ /"run":"([0-9a-f]{32})"/).collect { it[1] } }
assert recorded.size() == 2 && recorded.unique().size() == 2
