import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def run = new File(basedir, 'run.properties').text.trim() - 'run='
assert log.contains('motor-frequency/1 is registered.')
def accepted = "run $run is the accepted baseline of motor-frequency: Ada (git, CLAIMED), \"lower-deviance\"."
def said = log.replaceAll(/\n\[INFO\] */, ' ')
assert said.contains('Dry run: ' + accepted)
assert said.count(accepted) == 2

def file = new JsonSlurper().parse(new File(basedir, 'tracking-baseline.json')).baselines['motor-frequency']
assert file.run == run
assert file.metrics['test.rmse'].value == 0.5
assert file.data.test ==~ /[0-9a-f]{64}/

['motor-frequency/1 (Production)', "the accepted run ${run[0..7]}", "run ${run[0..7]} on main"].each { baseline ->
    def gate = "it is 0.505 against 0.5 of $baseline"
    def requirement = "observed 0.6 against 0.5 of $baseline"
    def flat = log.replaceAll(/\n(\[ERROR\])? */, ' ')
    assert flat.contains(gate)
    assert flat.contains(requirement)
}
def interval = /is 0\.005\d* \[0\.00\d+, 0\.005\d*\] on 150 rows, and the limit is 0\.001/
assert log.replaceAll(/\n(\[ERROR\])? */, ' ') =~ interval
assert log.contains('upper(judged.rmse) at most 0.001 worse than production')
assert log.contains('-Drun=ffff names 0 runs')
