package io.modeltracking.provenance;

import io.modeltracking.run.SourceState;
import io.modeltracking.run.SourceState.OverlayFile;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Reads the state of the source code: commit, branch, remote, and what is not committed.
 *
 * <p>What is not committed is kept twice: as a diff to read, and as a copy of each changed or untracked file (not the
 * ignored ones), so that the tree can be built again. Files that by their names hold credentials are in neither.
 */
public final class SourceReader {

    private final FactStore store;
    private final Map<String, String> env;
    private final SizeLimits limits;
    private final List<String> problems = new ArrayList<>();

    private SourceReader(FactStore store, Map<String, String> env, SizeLimits limits) {
        this.store = store;
        this.env = env;
        this.limits = limits;
    }

    /**
     * Reads the repository that a folder lies in. Never throws: what went wrong is in {@link SourceState#problem()}.
     *
     * @param env the environment variables: on a CI server these name the branch
     * @param root where diff and copies are stored
     */
    public static SourceState read(
            Path workingDirectory, Map<String, String> env, TrackingRoot root, SizeLimits limits) {
        return new SourceReader(new FactStore(root), env, limits).read(workingDirectory);
    }

    private SourceState read(Path workingDirectory) {
        GitFolder folder = null;
        try {
            Optional<GitFolder> found = GitFolder.find(workingDirectory);
            if (found.isEmpty()) {
                problems.add("no Git repository at " + workingDirectory.getFileName() + " or above it");
                return state("none", null, new Head(null, null, false), null, Changes.NONE);
            }
            folder = found.get();
            String format = folder.objectFormat();
            return "sha1".equals(format) ? readable(folder) : unreadable(folder, format);
        } catch (IOException | RuntimeException e) {
            problems.add("the Git repository cannot be read: " + message(e));
            return state("unreadable", null, new Head(null, null, false), null, Changes.NONE);
        }
    }

    private SourceState readable(GitFolder folder) throws IOException {
        try (Repository repository = folder.open()) {
            ObjectId commit = repository.resolve(Constants.HEAD);
            String head = repository.getFullBranch();
            if (head == null || commit == null && !head.startsWith(Constants.R_HEADS)) {
                throw new IOException("HEAD names no commit");
            }
            boolean shallow =
                    !repository.getObjectDatabase().getShallowCommits().isEmpty();
            if (commit == null) {
                problems.add("no commit yet");
            }
            if (shallow) {
                problems.add("shallow clone: the history before it is not here");
            }
            Changes changes = folder.workTree() == null ? bare() : changes(repository, commit);
            return state(
                    "git",
                    "sha1",
                    new Head(commit == null ? null : commit.name(), head, shallow),
                    remote(repository.getConfig()),
                    changes);
        }
    }

    private SourceState unreadable(GitFolder folder, String format) throws IOException {
        problems.add("the repository has the object format " + format
                + ", which cannot be read here: commit and branch are known, whether files were changed is not");
        return state(
                "unreadable",
                format,
                new Head(folder.commit(), folder.head(), false),
                remote(folder.config()),
                new Changes(false, null, List.of(), false));
    }

    private Changes bare() {
        problems.add("bare repository: it has no work tree");
        return Changes.NONE;
    }

    private Changes changes(Repository repository, ObjectId commit) {
        Overlay overlay = new Overlay(store, limits);
        List<OverlayFile> files = List.of();
        try {
            Uncommitted uncommitted = Uncommitted.of(repository, commit);
            if (uncommitted.isEmpty()) {
                return Changes.NONE;
            }
            files = uncommitted.overlay(overlay);
            if (!overlay.isComplete()) {
                problems.add("some changed files are not copied: too large, a repository of their own, unreadable, or"
                        + " by their name a place of credentials");
            }
            return new Changes(true, store.putFile(uncommitted.diff()), files, overlay.isComplete());
        } catch (IOException | RuntimeException e) {
            problems.add("the uncommitted changes cannot be read whole: " + message(e));
            return new Changes(true, null, files, !files.isEmpty() && overlay.isComplete());
        }
    }

    private SourceState state(String state, String format, Head head, String remote, Changes changes) {
        Optional<CiProvider> ci = CiProvider.detect(env).filter(provider -> provider.branch() != null);
        String branch = ci.map(CiProvider::branch).orElse(head.branch());
        return new SourceState(
                state,
                problems.isEmpty() ? null : String.join("; ", problems),
                head.commit(),
                branch,
                branch == null ? null : ci.map(CiProvider::branchVariable).orElse("git"),
                remote,
                changes.dirty(),
                head.shallow(),
                format,
                changes.diffSha256(),
                changes.overlay(),
                changes.complete());
    }

    static String remote(Config config) {
        String origin = config.getString("remote", "origin", "url");
        if (origin == null) {
            origin = config.getSubsections("remote").stream()
                    .map(name -> config.getString("remote", name, "url"))
                    .filter(url -> url != null)
                    .findFirst()
                    .orElse(null);
        }
        return Masking.url(origin);
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : Masking.url(e.getMessage());
    }

    /** A commit and the full name of what HEAD stands on. */
    private record Head(String commit, String ref, boolean shallow) {
        String branch() {
            return ref != null && ref.startsWith(Constants.R_HEADS) ? ref.substring(Constants.R_HEADS.length()) : null;
        }
    }

    private record Changes(boolean dirty, String diffSha256, List<OverlayFile> overlay, boolean complete) {
        static final Changes NONE = new Changes(false, null, List.of(), true);
    }
}
