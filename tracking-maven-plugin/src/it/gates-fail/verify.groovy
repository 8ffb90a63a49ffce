def log = new File(basedir, 'build.log').text
assert log.count('4 violations of the gates of io.modeltracking.it:gates-fail') == 2
assert log.contains('[WARNING] 4 violations') : 'the second build only warns'
assert log.contains('- Motor_2026_Frequency: test.rmse <= 0.60, but it is 0.600001 (run ')
assert log.contains('- Motor_*: test.gini >= 0.3 (MEAN), but it is NaN')
assert log.contains('- Motor_2026_Frequency: test.mae <= 1, but it was never logged')
assert log.contains('- Household_*: test.rmse <= 1, but no run of it is in this build')
assert log.contains('mvn verify -Dtracking.haltOnFailure=false')
assert log.contains('/MojoFailureException')
def report = new File(basedir, 'target/tracking/report/index.html')
assert log.contains("Report: $report")
assert report.isFile()
assert new File(basedir, 'step-summary.md').text == new File(basedir, 'target/tracking/report/summary.md').text
assert (log =~ /argLine set to -javaagent:\S+/)
assert !log.contains('-XX:TieredStopAtLevel')
