import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('The gate holds, over 2 runs.')
assert log.contains('1 violation of the gates of io.modeltracking.it:overview')
assert log.replaceAll(/\n(\[ERROR\])? */, ' ') =~ /Motor_2026_Frequency: test.rmse <= 1.5, but it is 2 \(run [0-9a-f]{8}\)/
assert log.contains('No gates are configured; 2 runs in this build.')
assert !log.contains('Not part of this build')

['overview', '.'].each { module ->
    def report = new JsonSlurper().parse(new File(basedir, "$module/target/tracking/report-aggregate/report.json"))
    assert report.runs*.module.sort() == ['io.modeltracking.it:one', 'io.modeltracking.it:two']
}
true
