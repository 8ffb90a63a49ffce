def log = new File(basedir, 'build.log').getText('UTF-8')
def flat = log.replaceAll(/\[(INFO|WARNING|ERROR)\]/, ' ').replaceAll(/\s+/, ' ')
def folder = { String machine, String path -> new File(basedir, "$machine/.tracking/$path") }

// Ada's build registers; Ben, who has never built, promotes what he has got from there.
assert flat.contains('motor-frequency/1 is registered')
assert flat.contains('motor-frequency/1 went from Staging to Production')
assert folder('ben', 'ledger.jsonl').text.startsWith(folder('ada', 'ledger.jsonl').text)

// Without the store: one line a build, then the runs of both builds arrive once.
def line = 'The shared store jdbc:postgresql://localhost:1/postgres cannot be used'
assert log.count(line) >= 2
assert flat.contains('the shared baseline was not reachable')
assert flat.contains('<ignoreMissingBaseline> goes on without one')
assert flat.contains('2 taken to jdbc:postgresql://localhost')
assert !folder('carla', 'unsent').list()

// Dave's gate compares with what Ada registered and Ben promoted.
assert flat.contains('The ledger is as it was written')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/tracking/report/report.json'))
assert report.gates.every { it.verdict == 'PASSED' }
assert report.gates.any { it.rule.contains('production') || it.toString().contains('motor-frequency/1') }

// A whole history comes back, with its chain, and a dossier is made from a machine that had nothing.
assert flat.contains('has the whole history: 4 run(s)')
assert new File(basedir, 'copy/.tracking/ledger.jsonl').text == folder('erin', 'ledger.jsonl').text
assert new File(basedir, 'target/tracking/dossier/motor-frequency-1').isDirectory()

assert flat.contains('tracking.store must not hold a user or a password')
assert !log.contains('local-credential')
assert !log.contains(':secret@') || log.count(':secret@') == 0
