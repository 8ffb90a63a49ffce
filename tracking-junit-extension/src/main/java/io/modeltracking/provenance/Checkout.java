package io.modeltracking.provenance;

import io.modeltracking.run.SourceState.OverlayFile;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The files of an old commit in a folder of their own: a repository that borrows the objects of the user's, so that a commit
 * is found which no branch has any more, and nothing of the user's is written.
 */
public final class Checkout {

    private static final String DELETED = "000000";
    private static final String EXECUTABLE = "100755";
    private static final String LINK = "120000";

    private Checkout() {}

    /**
     * Whether the repository that a folder lies in still has the commit.
     *
     * @throws IOException when there is no repository, or it cannot be read
     */
    public static boolean holds(Path directory, String commit) throws IOException {
        try (Repository repository = folder(directory).open()) {
            return repository.getObjectDatabase().has(ObjectId.fromString(commit));
        }
    }

    /**
     * Whether the repository still has the branch, here or at a remote as last fetched.
     *
     * @throws IOException when there is no repository, or it cannot be read
     */
    public static boolean hasBranch(Path directory, String branch) throws IOException {
        try (Repository repository = folder(directory).open()) {
            return repository.findRef(Constants.R_HEADS + branch) != null
                    || repository.findRef(Constants.R_REMOTES + "origin/" + branch) != null;
        }
    }

    /**
     * Where the repository comes from, credentials masked; null when it has no remote.
     *
     * @throws IOException when there is no repository, or it cannot be read
     */
    public static String remote(Path directory) throws IOException {
        try (Repository repository = folder(directory).open()) {
            return SourceReader.remote(repository.getConfig());
        }
    }

    /**
     * Writes the files of a commit.
     *
     * @param directory in the work tree of the repository that has the commit
     * @param target is made, and has to be empty
     * @throws IOException when the commit cannot be read, or the folder cannot be written
     */
    public static void write(Path directory, String commit, Path target) throws IOException {
        Path objects = folder(directory).common().resolve("objects");
        QuietGit.install();
        try (Repository copy = new FileRepositoryBuilder()
                .setWorkTree(target.toFile())
                .setGitDir(target.resolve(".git").toFile())
                .build()) {
            copy.create();
            Path alternates = target.resolve(".git/objects/info/alternates");
            Files.createDirectories(alternates.getParent());
            Files.writeString(alternates, objects.toAbsolutePath() + "\n");
            try (Repository borrowing = new FileRepositoryBuilder()
                            .setWorkTree(target.toFile())
                            .setGitDir(target.resolve(".git").toFile())
                            .build();
                    RevWalk walk = new RevWalk(borrowing)) {
                RevCommit parsed = walk.parseCommit(ObjectId.fromString(commit));
                new DirCacheCheckout(borrowing, borrowing.lockDirCache(), parsed.getTree()).checkout();
                RefUpdate head = borrowing.updateRef(Constants.HEAD, true);
                head.setNewObjectId(parsed);
                head.forceUpdate();
            }
        }
    }

    /**
     * Lays the files over it that were not committed.
     *
     * @param root that has their contents
     * @throws IOException when a content is missing or damaged, or a path leads out of the folder
     */
    public static void overlay(TrackingRoot root, List<OverlayFile> files, Path target) throws IOException {
        for (OverlayFile file : files) {
            Path path = inside(target, file.path());
            if (file.mode().equals(DELETED)) {
                Files.deleteIfExists(path);
                continue;
            }
            byte[] content = content(root, file);
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            if (file.mode().equals(LINK)) {
                Files.createSymbolicLink(path, Path.of(new String(content, StandardCharsets.UTF_8)));
            } else {
                Files.write(path, content);
                if (file.mode().equals(EXECUTABLE)) {
                    permitExecution(path);
                }
            }
        }
    }

    /** Paths come from a run's files: none of them, and no link on the way, may lead elsewhere. */
    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target) || path.equals(target) || path.startsWith(target.resolve(".git"))) {
            throw new IOException("The changed file \"" + name + "\" is none of the work tree's");
        }
        for (Path folder = path.getParent(); !folder.equals(target); folder = folder.getParent()) {
            if (Files.isSymbolicLink(folder)) {
                throw new IOException("The changed file \"" + name + "\" stands behind a symbolic link");
            }
        }
        return path;
    }

    private static byte[] content(TrackingRoot root, OverlayFile file) throws IOException {
        if (file.sha256() == null) {
            throw new IOException("The content of the changed file \"" + file.path() + "\" was not kept");
        }
        Path kept = root.factFile(file.sha256());
        if (!Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("The content of the changed file \"" + file.path() + "\" is missing");
        }
        byte[] content = Files.readAllBytes(kept);
        if (!Sha256.of(content).equals(file.sha256())) {
            throw new IOException("The kept content of the changed file \"" + file.path() + "\" is damaged");
        }
        return content;
    }

    private static void permitExecution(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static GitFolder folder(Path directory) throws IOException {
        return GitFolder.find(directory)
                .orElseThrow(() -> new IOException("There is no Git repository at " + directory + " or above it"));
    }
}
