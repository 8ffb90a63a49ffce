import io.modeltracking.registry.Ledger
import io.modeltracking.run.TrackingRoot
import io.modeltracking.store.History
import io.modeltracking.store.RunQuery
import java.time.Clock
import java.util.concurrent.TimeUnit

def second = context.get('second')
assert second.waitFor(2, TimeUnit.MINUTES)
def logs = ['build.log', 'second.log'].collect { new File(basedir, it).text }
assert second.exitValue() == 0 : logs[1]
logs.each { assert it.contains('The gate holds, over 41 runs.') }

def root = TrackingRoot.find(basedir.toPath(), basedir.path)
def onDisk = root.runs().toFile().list().sort()
assert onDisk.size() == 82
def events = new Ledger(root, Clock.systemUTC()).events()
assert events.collectMany { it.body().path('runs').collect { it.path('run').asText() } }.sort() == onDisk
def builds = ['target', 'target-2'].collect {
    (new File(basedir, "$it/tracking/build.json").text =~ /"buildId" : "([0-9a-f]{32})"/)[0][1]
}
assert builds.unique().size() == 2
History.open(root, 'it', false).withCloseable { history ->
    assert history.store().runs(new RunQuery.All())*.id().sort() == onDisk
    builds.each {
        assert history.store().runs(new RunQuery.OfBuild(it, 'io.modeltracking.it:at-once')).size() == 41
    }
}
true
