def log = new File(basedir, 'build.log').text
def said = log.replaceAll(/\R\[\w+\] {3}/, ' ')
assert said.contains('Checked: 6 of 6 file(s) that the manifest lists are there as it says.')
assert said.contains('the provenance is signed with the key of Ada: VOUCHED')
assert log.contains('dossier is as it was written, so far as that was checked.')
assert said.contains('Not checked: who made the provenance: CLAIMED, as tracking.signing.publicKeys names no keys')
assert said.contains('dossier is not as it was written: 2 finding(s).')
assert said.contains('- ledger.jsonl [event]: line 3 was changed after it was written, or is no event')
assert said.contains('- provenance.dsse.json [signature]: it is missing: public keys were given')
