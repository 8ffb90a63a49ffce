def log = new File(basedir, 'build.log').text
assert log.count('The gate holds, over 1 run.') == 4
['.', 'store'].each { store ->
    assert new File(basedir, "$store/.tracking/runs").list().length == 2
    def recorded = new File(basedir, "$store/.tracking/ledger.jsonl").readLines()
            .collectMany { (it =~ /"run":"([0-9a-f]{32})"/).collect { it[1] } }
    assert recorded.size() == 2 && recorded.unique().size() == 2
}
['one', 'two'].each {
    assert !new File(basedir, "$it/.tracking").exists()
    assert !new File(basedir, "$it/store").exists()
}
def ids = ['one', 'two'].collect {
    (new File(basedir, "$it/target/tracking/build.json").text =~ /"buildId" : "([0-9a-f]{32})"/)[0][1]
}
assert ids.unique().size() == 1
