def git = { String... arguments ->
    def process = new ProcessBuilder(['git', *arguments]).directory(basedir).redirectErrorStream(true).start()
    def output = process.text
    assert process.waitFor() == 0 : output
}
new File(basedir, '.gitignore').text = 'target/\nbuild.log\n.tracking/\nrun.properties\n'
git('init', '-q')
git('symbolic-ref', 'HEAD', 'refs/heads/main')
git('config', 'user.name', 'Ada')
git('config', 'user.email', 'ada@example.org')
git('add', '-A')
git('commit', '-q', '-m', 'The experiment')
true
