def log = new File(basedir, 'build.log').text
assert log.count('Skipped, as tracking.skip says.') == 4
assert log.contains('Gates not evaluated: tests are filtered by -Dit.test=SeverityIT.')
assert log.contains('Gates not evaluated: tests are skipped by -DskipITs.')
assert log.contains('tracking.requireRuns: this module made no run in this build')
assert log.contains('2 new runs (2 from outside a build)') || log.contains('3 new runs (2 from outside a build)')
