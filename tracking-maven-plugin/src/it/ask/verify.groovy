def log = new File(basedir, 'build.log').text
def lines = log.readLines()

// What the filter and the order speak of is shown, the best first.
def header = lines.findIndexOf { it =~ /RUN +run_name +status +start_time \(UTC\) +\S+test.rmse +\S+max_depth$/ }
assert lines[header + 1] =~ /3c6ef362 +Motor_2026_Frequency +FINISHED +2026-11-23 08:01 +0.48 +5$/
assert lines[header + 2] =~ /9e3779b1 +Motor_2026_Frequency +FINISHED +2026-11-23 08:00 +0.61 +3$/
assert log.contains('run: 3c6ef362000000000000000000000002')

// The caret stands under the name that is wrong.
def fault = lines.findIndexOf { it.contains('Column 26 of the filter: no run has metrics.test.rsme.') }
assert fault > 0
def shown = lines[fault + 1]
def caret = lines[fault + 2]
assert caret.indexOf('^') == shown.indexOf('metrics.test.rsme')
assert lines[fault + 3].endsWith('Nearest: metrics.test.rmse, metrics.test.gini.')

assert log =~ /max_depth +3 +5/
assert log =~ /test.rmse +0.61 +0.48 +-0.13 +3c6ef362/
assert log.contains("No run's id begins with ffff")

def flat = log.replaceAll(/\n\[\w+\]\s+/, ' ')
assert flat.contains('Dry run: run 9e3779b1: tag team = pricing, archived: Ada (property, CLAIMED), "superseded".')
assert flat.contains('run 9e3779b1: named first, tag team = pricing, archived: Ada (property, CLAIMED), "superseded".')
def run = new File(basedir, '.tracking/runs/9e3779b1000000000000000000000001')
assert new File(run, 'changes.jsonl').readLines().size() == 1
assert new File(basedir, 'runs.csv').readLines()*.take(8) == ['run,attr', '3c6ef362']
assert new File(basedir, 'all.csv').readLines() == [
        'run,attributes.run_name,tags.team',
        '3c6ef362000000000000000000000002,Motor_2026_Frequency,',
        '9e3779b1000000000000000000000001,first,pricing']
assert lines.findAll { it.startsWith('[INFO]') && !it.contains('/') && !it.contains('---') }.every { it.length() <= 100 }
assert log.contains('-Dformat=csv is not known to compare: use table or json')
