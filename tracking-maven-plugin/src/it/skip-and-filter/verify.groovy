import io.modeltracking.run.TrackingRoot
import io.modeltracking.store.History
import io.modeltracking.store.RunQuery

def log = new File(basedir, 'build.log').text
assert log.count('Skipped, as tracking.skip says.') == 4
assert log.contains('Gates not evaluated: tests are filtered by -Dit.test=SeverityIT.')
assert log.contains('Gates not evaluated: tests are skipped by -DskipITs.')
assert log.contains('tracking.requireRuns: this module made no run in this build')
assert log.contains('tracking.study.shard = auto needs a shared store: set')
assert log.contains('4 new runs (2 from outside a build) in the history')

def root = TrackingRoot.find(basedir.toPath(), basedir.path)
History.open(root, 'it', false).withCloseable { history ->
    def runs = history.store().runs(new RunQuery.All())
    assert runs.size() == 4
    assert runs.count { it.build() == null } == 2
    assert runs.findAll { it.build() != null }.collect { it.build() }.unique().size() == 2
}
