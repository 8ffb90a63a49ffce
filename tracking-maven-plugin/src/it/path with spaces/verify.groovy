def log = new File(basedir, 'build.log').text
assert log.contains('argLine set to ')
assert log.contains("\"-Dtracking.root=$basedir\"")
assert log.contains('The gate holds, over 1 run.')
assert new File(basedir, '.tracking/runs').list().length == 1
