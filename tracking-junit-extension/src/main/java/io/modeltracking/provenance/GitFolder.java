package io.modeltracking.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Where a repository lies, read without opening it.
 *
 * @param directory of this work tree: its HEAD and index
 * @param common of all its work trees: objects, refs and config; the same folder unless this is a linked work tree
 * @param workTree null when bare
 */
record GitFolder(Path directory, Path common, Path workTree) {

    private static final String LINK = "gitdir:";

    /**
     * Finds the nearest repository.
     *
     * @return empty when there is none
     * @throws IOException when there is something in its place that is no repository
     */
    static Optional<GitFolder> find(Path workingDirectory) throws IOException {
        Path start = workingDirectory.toAbsolutePath().normalize();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path git = folder.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(of(git, folder));
            }
            if (Files.isRegularFile(git)) {
                return Optional.of(of(linked(git), folder));
            }
            if (isBare(folder)) {
                return Optional.of(new GitFolder(folder, folder, null));
            }
        }
        return Optional.empty();
    }

    private static GitFolder of(Path directory, Path workTree) throws IOException {
        if (!Files.exists(directory.resolve("HEAD"))) {
            throw new IOException(directory + " is no Git repository: it has no HEAD");
        }
        Path link = directory.resolve("commondir");
        Path common = Files.isRegularFile(link)
                ? directory.resolve(Files.readString(link).strip()).normalize()
                : directory;
        return new GitFolder(directory, common, workTree);
    }

    private static Path linked(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (!text.startsWith(LINK)) {
            throw new IOException(file + " is no link to a Git repository: it does not begin with \"" + LINK + '"');
        }
        return file.resolveSibling(text.substring(LINK.length()).strip()).normalize();
    }

    private static boolean isBare(Path folder) {
        return Files.isRegularFile(folder.resolve("HEAD"))
                && Files.isDirectory(folder.resolve("objects"))
                && Files.isDirectory(folder.resolve("refs"));
    }

    /**
     * Opens it.
     *
     * @throws IOException when it is damaged, or has an object format that JGit does not read
     */
    Repository open() throws IOException {
        String format = objectFormat();
        if (!"sha1".equals(format)) {
            throw new IOException("the repository has the object format " + format + ", which cannot be read here");
        }
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .setGitDir(directory.toFile())
                .setGitCommonDir(common.toFile())
                .setMustExist(true);
        if (workTree == null) {
            builder.setBare();
        } else {
            builder.setWorkTree(workTree.toFile());
        }
        QuietGit.install();
        return builder.build();
    }

    Config config() throws IOException {
        Path file = common.resolve("config");
        Config config = new Config();
        try {
            config.fromText(Files.isRegularFile(file) ? Files.readString(file) : "");
        } catch (ConfigInvalidException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
        return config;
    }

    String objectFormat() throws IOException {
        String format = config().getString("extensions", null, "objectFormat");
        return format == null ? "sha1" : format;
    }

    /** What HEAD names: a ref's full name, or a commit when it is detached. */
    String head() throws IOException {
        String text = Files.readString(directory.resolve("HEAD")).strip();
        return text.startsWith("ref:") ? text.substring("ref:".length()).strip() : text;
    }

    /** The commit of HEAD from the text of the refs, whatever the object format; null when they do not tell. */
    String commit() throws IOException {
        String head = head();
        if (!head.startsWith("refs/")) {
            return head;
        }
        for (Path folder : new Path[] {directory, common}) {
            Path file = folder.resolve(head).normalize();
            if (file.startsWith(folder) && Files.isRegularFile(file)) {
                return Files.readString(file).strip();
            }
        }
        Path packed = common.resolve("packed-refs");
        if (!Files.isRegularFile(packed)) {
            return null;
        }
        return Files.readAllLines(packed).stream()
                .filter(line -> line.endsWith(' ' + head))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElse(null);
    }
}
