def log = new File(basedir, 'build.log').text
// A sentence that was broken into lines, in one again.
def said = log.replaceAll(/\R\[\w+\] {3}/, ' ')
assert log.contains('Motor_2026_Frequency is not registered: the branch is main, and only runs of release/*')
assert log.contains('motor-frequency/1 is registered.')
assert log.contains('motor-frequency/1 went from None to Staging: Ada (git, CLAIMED), "lower-deviance".')
assert log.contains('motor-frequency/1 is to go to Production: Ben (property, CLAIMED)')
assert log.contains('motor-frequency/1 goes to Production only when somebody else agrees')
assert log.contains('motor-frequency/1 may go to Production: Eve (property, CLAIMED)')
assert log.contains('motor-frequency/1 went from Staging to Production, approved by Eve (property, CLAIMED)')
assert log =~ /motor-frequency\/1 +Production +\d{4}-\d\d-\d\d \d\d:\d\d +Ada \(git, CLAIMED\): lower-deviance/
assert log.contains('owner: Pricing') && log.contains('purpose: NOT PROVIDED')
assert said.contains('The ledger is as it was written: 7 event(s), 7 file(s); compared with 1 report(s), 0 tag(s), refs/tracking/ledger up to event 7')
assert log.contains('No version of motor-frequency was in production before')
assert log.count('there is nothing to go back to') == 1
