def log = new File(basedir, 'build.log').text

assert log.contains('Verdict: IDENTICAL')
assert log.contains('OK         commit')
assert log =~ /OK\s+threads\s+\d+/
assert log =~ /OK\s+dependencies\s+\d+ with the recorded SHA-256/

// The winner of a study: made alone, with what the study then looked at.
assert log =~ /OK\s+trial\s+1, alone/
assert log =~ /OK\s+data train\s+data\/portfolio.csv, sha256 [0-9a-f]{12}, from/

assert log.contains('Verdict: DIVERGED')
assert log =~ /differs    metric test.rmse: [0-9.E-]+\s+(\[INFO\])?\s*→/

assert log.contains('Verdict: NOT REPRODUCIBLE')
assert log =~ /MISSING\s+data train\s+target\/gone.csv, sha256 [0-9a-f]{12}: no file with that/

assert log.contains('Nothing is named to reproduce: give -Drun=')
assert log.contains('zzzz')

// Each try is an event, and the chain is whole.
// But what would be is none: the library stands in the copy's POM alone.
assert new File(basedir, '.tracking/ledger.jsonl').text.count('REPRODUCED') == 2
assert log =~ /DIFFERENT\s+what if\s+org.opentest4j:opentest4j:1.3.0 in place of/
def luck = new File(basedir, 'target/tracking/reproduce').listFiles().find { it.name.endsWith('-what-if') }
assert new File(luck, 'source/pom.xml').text.contains('<artifactId>opentest4j</artifactId>')
assert !new File(basedir, 'pom.xml').text.contains('opentest4j')
assert new File(luck, 'reproduction.html').text.startsWith('<!DOCTYPE html>')
assert log =~ /The ledger is as it was written/

// The copy has its own history, and the new run says whose it is.
def runs = new File(basedir, '.tracking/runs').list()
assert runs.length == 6
def folders = new File(basedir, 'target/tracking/reproduce').listFiles()
assert folders.length == 3
def again = folders.findAll { new File(it, 'source/.tracking/runs').isDirectory() }
assert again.size() == 2
again.each { folder ->
    def journals = new File(folder, 'source/.tracking/runs').listFiles().collect { new File(it, 'run.jsonl').text }
    def evidence = new File(folder, 'reproduction.json').text
    def study = journals.any { it.contains('"winner"') }
    assert journals.size() == (study ? 2 : 1)
    assert !study || journals.any { it.contains('holdout.rmse') }
    assert journals.count { it.contains('"reproduceOf":"' + (evidence =~ /"original" : "([0-9a-f]{32})"/)[0][1] + '"') } == 1
    assert new File(folder, 'reproduction.md').text.startsWith('# ')
}
true
