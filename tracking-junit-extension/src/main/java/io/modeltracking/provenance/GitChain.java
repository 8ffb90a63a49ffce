package io.modeltracking.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Texts kept as the messages of commits without files, behind a ref of their own: they outlive the folder that they were
 * written in, and can be pushed. The ref only ever moves forward. {@code git log --reverse --format=%b <ref>} prints the
 * texts, one a line.
 */
public final class GitChain implements AutoCloseable {

    private static final String BETWEEN = "\n\n";
    private static final String AUTHOR = "Model tracking";

    private final Repository repository;
    private final String ref;

    /**
     * A text to keep.
     *
     * @param subject one line for people
     * @param text one line; what {@link #texts} gives back
     * @param time of the commit, so that the same texts make the same commits
     */
    public record Link(String subject, String text, Instant time) {}

    private GitChain(Repository repository, String ref) {
        this.repository = repository;
        this.ref = ref;
    }

    /**
     * Opens the chain in the repository that a folder lies in.
     *
     * @param ref {@code refs/…}, of any kind but a branch or a tag
     * @return empty when there is no repository
     * @throws IOException when the repository cannot be read
     * @throws IllegalArgumentException for any other ref
     */
    public static Optional<GitChain> open(Path directory, String ref) throws IOException {
        if (!Repository.isValidRefName(ref)
                || !ref.startsWith("refs/")
                || ref.startsWith("refs/heads/")
                || ref.startsWith("refs/tags/")
                || ref.startsWith("refs/remotes/")) {
            throw new IllegalArgumentException("\"" + ref + "\" cannot hold the ledger: name a ref of its own, as"
                    + " refs/tracking/ledger, that is no branch and no tag");
        }
        Optional<GitFolder> folder = GitFolder.find(directory);
        return folder.isEmpty()
                ? Optional.empty()
                : Optional.of(new GitChain(folder.get().open(), ref));
    }

    /** The text that was kept last; empty before the first. */
    public Optional<String> last() throws IOException {
        ObjectId tip = repository.resolve(ref);
        if (tip == null) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return Optional.of(text(walk.parseCommit(tip)));
        }
    }

    /** All texts, the first one first. */
    public List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            for (ObjectId id = repository.resolve(ref); id != null; ) {
                RevCommit commit = walk.parseCommit(id);
                texts.add(text(commit));
                id = commit.getParentCount() == 0 ? null : commit.getParent(0);
            }
        }
        Collections.reverse(texts);
        return texts;
    }

    private static String text(RevCommit commit) {
        String message = commit.getFullMessage();
        int start = message.indexOf(BETWEEN);
        return start < 0 ? message : message.substring(start + BETWEEN.length()).stripTrailing();
    }

    /**
     * Keeps texts, all or none.
     *
     * @throws IOException when they cannot be written, or another process moved the ref meanwhile
     */
    public void append(List<Link> links) throws IOException {
        ObjectId before = repository.resolve(ref);
        ObjectId tip = before;
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId noFiles = inserter.insert(new TreeFormatter());
            for (Link link : links) {
                tip = inserter.insert(commit(link, noFiles, tip));
            }
            inserter.flush();
        }
        RefUpdate update = repository.updateRef(ref);
        update.setExpectedOldObjectId(before == null ? ObjectId.zeroId() : before);
        update.setNewObjectId(tip);
        update.disableRefLog();
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
            throw new IOException("Git did not move " + ref + ": " + result
                    + (result == RefUpdate.Result.LOCK_FAILURE
                            ? ". Where a process was killed that held it, remove " + ref + ".lock in "
                                    + repository.getCommonDirectory()
                            : ""));
        }
    }

    private static CommitBuilder commit(Link link, ObjectId noFiles, ObjectId parent) {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(noFiles);
        if (parent != null) {
            commit.setParentId(parent);
        }
        PersonIdent author = new PersonIdent(AUTHOR, "", link.time(), ZoneOffset.UTC);
        commit.setAuthor(author);
        commit.setCommitter(author);
        // Without a line end, Git's own formats print one text a line, and no empty ones.
        commit.setMessage(link.subject() + BETWEEN + link.text());
        return commit;
    }

    @Override
    public void close() {
        repository.close();
    }
}
