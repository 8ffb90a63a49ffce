def log = new File(basedir, 'build.log').text
assert log.contains('Motor_*: test.rmse <= 1, but no run of it is in this build')
assert log.contains('User property: tracking.haltOnFailure')
