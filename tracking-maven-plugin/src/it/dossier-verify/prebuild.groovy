import io.modeltracking.dossier.Keys
import io.modeltracking.dossier.ReceivedDossier

def base = basedir.toPath()
def dossier = ReceivedDossier.write(base, Keys.ada(base))
Keys.publicKey(base.resolve('keys'), 'Ada', Keys.ADAS_PUBLIC)
dossier.zip('')
def forged = ReceivedDossier.write(java.nio.file.Files.createDirectory(base.resolve('forged')), null)
forged.replace('ledger.jsonl', 'lower deviance', 'as I like it')
forged.list()
true
