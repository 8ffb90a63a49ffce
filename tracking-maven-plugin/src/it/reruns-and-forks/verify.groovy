import io.modeltracking.run.JournalReader
import io.modeltracking.run.TrackingRoot

def log = new File(basedir, 'build.log').text
assert log.count('Flakes: 1') >= 2 : 'one under Surefire, one under Failsafe'
assert log.contains('5 new runs in the history')
assert log.contains('The gate holds, over 5 runs.')

def root = TrackingRoot.find(basedir.toPath(), basedir.path)
def runs = root.runs().toFile().list().collect { new JournalReader(root).read(root.run(it)) }
def attempts = { experiment ->
    runs.findAll { it.experiment() == experiment }.sort { it.started().attempt() }.collect { [it.started().attempt(), it.status().name()] }
}
assert attempts('Motor_2026_Frequency') == [[1, 'FAILED'], [2, 'FINISHED']]
assert attempts('Motor_2026_Ranking') == [[1, 'FAILED'], [2, 'FINISHED']]
assert attempts('Motor_2026_Severity') == [[1, 'FINISHED']]
assert runs.findAll { it.started().testClass().endsWith('IT') }.collect { it.tags().pid }.unique().size() == 2
assert runs.every { it.started().module() == 'io.modeltracking.it:reruns-and-forks' }
assert runs.collect { it.started().build() }.unique().size() == 1
