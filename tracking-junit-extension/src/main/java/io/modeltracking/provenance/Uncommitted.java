package io.modeltracking.provenance;

import io.modeltracking.run.SourceState.OverlayFile;
import io.modeltracking.run.TrackingRoot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

/** What differs between the commit and the work tree: which files, and the diff to read. */
final class Uncommitted {

    private static final int CONTEXT_LINES = 3;
    private static final int LARGEST_TEXT = 1 << 20;

    private final Repository repository;
    private final ObjectId head;
    private final SortedSet<String> paths;

    private Uncommitted(Repository repository, ObjectId head, SortedSet<String> paths) {
        this.repository = repository;
        this.head = head;
        this.paths = paths;
    }

    /**
     * Compares commit, index and work tree.
     *
     * @param head null in a repository without commits
     */
    static Uncommitted of(Repository repository, ObjectId head) throws IOException {
        IndexDiff diff = new IndexDiff(repository, head, new FileTreeIterator(repository));
        diff.diff();
        SortedSet<String> paths = new TreeSet<>();
        Stream.of(
                        diff.getAdded(),
                        diff.getChanged(),
                        diff.getRemoved(),
                        diff.getMissing(),
                        diff.getModified(),
                        diff.getUntracked(),
                        diff.getConflicting())
                .flatMap(Collection::stream)
                .filter(path -> !List.of(path.split("/")).contains(TrackingRoot.NAME))
                .forEach(paths::add);
        return new Uncommitted(repository, head, paths);
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    List<OverlayFile> overlay(Overlay overlay) {
        Path workTree = repository.getWorkTree().toPath();
        return paths.stream().map(path -> overlay.take(workTree, path)).toList();
    }

    /** The unified diff, new files included; files that may hold credentials are left out of it. */
    byte[] diff() throws IOException {
        List<String> shown = paths.stream()
                .filter(path -> !Masking.isSecretFile(lastPart(path)))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (shown.isEmpty()) {
            return out.toByteArray();
        }
        try (ObjectReader reader = repository.newObjectReader();
                DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.setRepository(repository);
            formatter.setContext(CONTEXT_LINES);
            formatter.setBinaryFileThreshold(LARGEST_TEXT);
            formatter.setDetectRenames(false);
            formatter.setPathFilter(PathFilterGroup.createFromStrings(shown));
            formatter.format(commitTree(reader), new FileTreeIterator(repository));
        }
        return out.toByteArray();
    }

    private AbstractTreeIterator commitTree(ObjectReader reader) throws IOException {
        if (head == null) {
            return new EmptyTreeIterator();
        }
        try (RevWalk walk = new RevWalk(reader)) {
            return new CanonicalTreeParser(null, reader, walk.parseCommit(head).getTree());
        }
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
