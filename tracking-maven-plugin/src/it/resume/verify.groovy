import io.modeltracking.run.JournalReader
import io.modeltracking.run.TrackingRoot

def runs = { String path ->
    def root = TrackingRoot.find(basedir.toPath(), new File(basedir, path).path)
    root.runs().toFile().list().collect { new JournalReader(root).read(root.run(it)) }
}
def studies = { all -> all.findAll { it.started().parent() == null }.sort { it.started().time() } }
def trials = { all, study ->
    // The one that was killed may not have come to say which it is.
    all.findAll { it.status().name() != 'INTERRUPTED' }
            .findAll { run -> run.started().parent() == study.id() || study.search().reused().any { it.run() == run.id() } }
            .sort { it.search().trial().number() }
}
def content = { trial -> [trial.search(), trial.params(), trial.status(), trial.verdict(), trial.metrics()*.value()] }

def disturbed = runs('.')
def (killed, resumed) = studies(disturbed)
assert killed.status().name() == 'INTERRUPTED'
assert trials(disturbed, killed).size() == 5
assert resumed.status().name() == 'FINISHED'
assert resumed.started().links().resumedFrom == killed.id()
assert disturbed.findAll { it.started().parent() == resumed.id() }.size() == 5 : 'trials 5 to 8, and the best of the others'

def undisturbed = runs('undisturbed')
def whole = studies(undisturbed)[0]
assert trials(disturbed, resumed)*.with(content) == trials(undisturbed, whole)*.with(content)
assert resumed.search().winner().trial() == whole.search().winner().trial()
assert resumed.search().winner().objective() == whole.search().winner().objective()
