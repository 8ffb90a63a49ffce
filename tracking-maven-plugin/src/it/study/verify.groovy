import io.modeltracking.run.JournalReader
import io.modeltracking.run.TrackingRoot

def log = new File(basedir, 'build.log').text
assert log.contains('Flakes: 1')
assert log.contains('7 new runs in the history') : 'two attempts of the study, four trials, and the one that is run again'
assert log.contains('The gate holds, over 7 runs.')
assert log.contains('5 new runs in the history') : 'the method, chosen by its name, is the whole study'
assert log.contains('- Motor_2026_Depth: holdout.rmse <= 0.1, but it is 0.333334 (run ')

def root = TrackingRoot.find(basedir.toPath(), basedir.path)
def runs = root.runs().toFile().list().collect { new JournalReader(root).read(root.run(it)) }.sort { it.started().time() }
def (flaky, typed, filtered) = runs.groupBy { it.started().build() }.values() as List
def studies = { build -> build.findAll { it.started().parent() == null } }
def trials = { build -> build.findAll { it.started().parent() != null }.collect { [it.started().trial(), it.status().name()] } }

assert studies(flaky).collect { it.status().name() } == ['FAILED', 'FINISHED']
assert trials(flaky) == [[0, 'FINISHED'], [1, 'FAILED'], [2, 'FINISHED'], [3, 'ABORTED'], [1, 'FINISHED']]
assert studies(flaky)[1].warnings()*.code().containsAll(['trials-reused', 'rejected-though-better'])
assert studies(filtered)*.status()*.name() == ['FINISHED']
assert trials(filtered) == [[0, 'FINISHED'], [1, 'FINISHED'], [2, 'FINISHED'], [3, 'ABORTED']]
assert trials(typed) == [[0, 'FINISHED']]
assert typed.every { it.seeds().every { seed -> seed.root() == 7 } } && typed[1].params().depth.value().text() == '2'
assert log.contains('Motor_2026_Depth: FINISHED, run ' + studies(typed)[0].shortId())
[studies(flaky)[1], studies(filtered)[0]].each {
    assert it.search().winner().trial() == 2
    assert Math.abs(it.metric('holdout.rmse').get() - 1 / 3d) < 1e-12
}

def report = new File(basedir, 'target/tracking/report')
assert new File(report, 'index.html').isFile()
assert new File(report, 'summary.md').text.contains('**REJECTED THOUGH BETTER**: trial 3')
assert new groovy.json.JsonSlurper().parse(new File(report, 'report.json')).gates*.run == [studies(filtered)[0].id()]
