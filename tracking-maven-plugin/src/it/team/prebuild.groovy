import io.modeltracking.store.S3Server
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.nio.file.Path

// Both end with this JVM.
def postgres = EmbeddedPostgres.builder().start()
def s3 = S3Server.start(new File(basedir, 'target/s3').toPath(), Path.of(basedir.path, '../../s3proxy.jar'))
def config = new File(basedir, '.mvn/maven.config')
config.parentFile.mkdirs()
config.text = """-Dtracking.store=${postgres.getJdbcUrl(null, 'postgres').replaceAll(/\?.*/, '')}
-Dtracking.blobs=s3://${S3Server.BUCKET}/motor
-Dtracking.blobs.endpoint=${s3.endpoint()}
-Dtracking.blobs.pathStyle=true
-Dtracking.blobs.region=us-east-1
"""
def git = { String... words ->
    def process = (['git', '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'] + words.toList()).execute(null, basedir)
    assert process.waitFor() == 0: process.err.text
}
git('init', '-q', '-b', 'main')
new File(basedir, '.gitignore').text = '.mvn/\ntarget/\nbuild.log\n.tracking/\nlocal-repo/\n'
git('add', '-A')
git('commit', '-q', '-m', 'first')
