// What the first builds have brought into the local repository is enough.
def command = [
    new File(System.getProperty('maven.home'), 'bin/mvn').path, '-B', '-o',
    '-Daether.enhancedLocalRepository.trackingFilename=none', "-Dmaven.repo.local=$localRepositoryPath".toString(),
    'verify', '-Doutput=target-2', '-Dself=second', '-Dother=first'
]
def builder = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true)
builder.redirectOutput(new File(basedir, 'second.log'))
context.put('second', builder.start())
true
