def log = new File(basedir, 'build.log').text
// A sentence that was broken into lines, in one again.
def said = log.replaceAll(/\R\[\w+\] {3}/, ' ')
assert log.contains('Motor_2026_Frequency is not registered: the branch is main, and only runs of release/*')
assert log.contains('motor-frequency/1 is registered.')
assert log.count('No model is packaged: this build registered none in this module.') == 1
assert said.count('motor-frequency/1 is attached with the classifier model: ') == 2 : 'by the build, and as -Dmodel names it'
def bundle = new File(basedir, 'target/registry-1-model.jar')
new URLClassLoader([bundle.toURI().toURL()] as URL[], (ClassLoader) null).withCloseable { service ->
    def loader = service.loadClass('io.modeltracking.bundle.ModelBundle')
    assert loader.of('motor-frequency', service).open().text == 'the model'
}
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

assert said.contains('-Drun=ffffffff names 0 runs of this build: ') && said.contains('(Motor_2026_Frequency, FINISHED)')
assert said.contains('motor-frequency/1 has the same bytes already.')
assert log.contains('No model is registered.')
def csv = new File(basedir, 'target/models.csv').text
assert csv.startsWith('model,version,stage') && csv.contains('motor-frequency,1,Production')
assert log =~ /version: motor-frequency\/1, Production/
assert said =~ /UNKNOWN: no registered version and no run has the content of .*pom\.xml \(sha256:[0-9a-f]{64}\)/
assert said.contains('dirty-tree is waived for motor-frequency until 2099-12-31T23:59:59.999999999Z: Ada')
assert said.contains('There is no model "motor-severity": there are motor-frequency')
assert said.contains('motor-frequency/1 went from Production to Archived: Ada')
assert said.contains('Anchored by the Git tag model/motor-frequency/v1/archived-1')
assert said.contains('Carla made a commit that motor-frequency/1 stands on, and cannot approve it')
assert said.contains('motor-frequency/1 may not go to Staging: Eve')
assert said.contains('No stage is named: give -Dstage=Staging or -Dstage=Production')
assert said.contains('No reason is given: say why in 10 characters or more by -Dreason="why"')
assert said.contains('No model is named: give -Dmodel=motor-frequency/3 or -Dmodel=motor-frequency@Production')
assert said =~ /The ledger has no event sha256:0, which was its last when what -Dhead comes from was written/
// The waiver was not mirrored by itself: the next event takes it along.
assert said.contains('motor-frequency/1 has the tag line = motor: Ada')
assert said.contains('13 event(s), 7 file(s); compared with 1 report(s), 1 tag(s), refs/tracking/ledger up to event 13')
def mirror = new ProcessBuilder('git', 'log', '--reverse', '--format=%b', 'refs/tracking/ledger').directory(basedir).start().text
def ledger = new File(basedir, '.tracking/ledger.jsonl').readLines()
assert ledger.size() == 13 && ledger.last().contains('"type":"NOTE"')
assert mirror.readLines() == ledger
def tag = new ProcessBuilder('git', 'cat-file', '-t', 'model/motor-frequency/v1/archived-1').directory(basedir).start().text
assert tag.trim() == 'tag'

def dossier = new File(basedir, 'target/tracking/dossier/motor-frequency-1')
assert said =~ /The dossier of motor-frequency\/1, \d+ files: /
assert new File(dossier, 'history.csv').text.contains(',chosen,') && new File(dossier.parentFile, 'motor-frequency-1.zip').exists()
def page = new File(dossier, 'index.html').text
assert page.contains('<strong class="missing">NOT PROVIDED</strong>') && page.contains('Never reproduced')
assert page.contains('version 1 approved for Production') && page.contains('Eve (property, CLAIMED)')
assert new File(dossier, 'MANIFEST.sha256').readLines().every { line ->
    def hash = java.security.MessageDigest.getInstance('SHA-256').digest(new File(dossier, line.substring(66)).bytes)
    line.startsWith(hash.encodeHex().toString() + '  ')
}
