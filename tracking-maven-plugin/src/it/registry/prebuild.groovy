def git = { String... arguments ->
    def process = new ProcessBuilder(['git', *arguments]).directory(basedir).redirectErrorStream(true).start()
    def output = process.text
    assert process.waitFor() == 0 : output
}
new File(basedir, '.gitignore').text = 'target/\nbuild.log\n.tracking/\n.mvn/\ncopy.bin\n'
new File(basedir, 'copy.bin').text = 'the model'
git('init', '-q')
git('symbolic-ref', 'HEAD', 'refs/heads/main')
git('config', 'user.name', 'Ada')
git('config', 'user.email', 'ada@example.org')
git('add', '-A')
git('commit', '-q', '-m', 'The experiment\n\nCo-authored-by: Carla <carla@example.org>')
true
