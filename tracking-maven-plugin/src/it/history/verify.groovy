def log = new File(basedir, 'build.log').text
assert log.count('1 new run in the history') == 2
assert log.contains('history.db rebuilt from 3 run(s): it was missing')
assert log.count('The gate holds, over 1 run.') == 3
// Long lines are broken; what record has said, report does not say again.
def flat = log.replaceAll(/\n\[\w+\]\s+/, ' ')
assert flat.count("notes.txt is no run's folder") == 4
assert flat.count('its first line is no event') == 4
assert flat.count('MOVED GOALPOSTS') == 2
assert flat =~ /MOVED GOALPOSTS: Motor_2026_Frequency: the gate on test\.rmse was at most 0\.6 \(commit [^)]+\) and is at most 0\.65 \(commit [^)]+\), moved after run [0-9a-f]{8} had read the hold-out/

def runs = new File(basedir, '.tracking/runs').listFiles().findAll { it.directory && it.name != 'a' * 32 }
assert runs.size() == 3
assert new File(basedir, '.tracking/ledger.jsonl').readLines().size() == 3
assert new File(basedir, '.tracking/history.db').isFile()
assert new File(basedir, '.tracking/.gitignore').text.trim() == '*'
assert new File(basedir, 'target/tracking/build.json').text.contains('"module" : "io.modeltracking.it:history"')
['index.html', 'summary.md', 'report.json', 'metrics.txt'].each {
    assert new File(basedir, "target/tracking/report/$it").length() > 0
}

def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/tracking/report/report.json'))
assert report.verdict == 'PASSED' && report.experiments[0].runs == 1
assert report.runs.empty && report.listing.hiddenByFilter == 1
assert new File(basedir, 'target/tracking/report/summary.md').text.contains(
        "0 of 1 runs and trials are listed; hidden are 1 by the filter `status = 'FAILED' AND metrics.test.rmse < 1`.")
assert log.readLines().findAll { it =~ /\[(INFO|WARNING)\] .*(history|gate|Gates)/ && !it.contains('---') && !it.contains('/') }
        .every { it.length() <= 100 }
