package io.modeltracking.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;

/** A dossier in a folder. */
final class ReceivedFolder implements ReceivedFiles {

    private final Path folder;
    private final Set<String> names = new TreeSet<>();

    ReceivedFolder(Path folder, int maxFiles, CheckLog log) throws IOException {
        this.folder = folder;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                if (names.size() == maxFiles) {
                    log.finding(
                            name, "size", "the dossier has more than " + maxFiles + " files; the rest is not checked");
                    return FileVisitResult.TERMINATE;
                }
                if (attributes.isRegularFile()) {
                    names.add(name);
                } else {
                    log.finding(name, "link", "it is no file of its own, but a link or a device");
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {
        // A folder is not held open.
    }
}
