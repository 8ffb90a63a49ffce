package io.modeltracking.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Who made commits, as they say themselves.
 *
 * @param people authors, committers, and who is named by {@code Co-authored-by}
 * @param problem why these may not be all, or null
 */
public record GitCommits(Set<GitIdentity> people, String problem) {

    private static final Pattern PERSON = Pattern.compile("\\s*(.*?)\\s*<([^<>]*)>\\s*");

    public GitCommits {
        people = Set.copyOf(people);
    }

    /** The full hash of the commit that is checked out; empty where there is none, or it cannot be read. */
    public static Optional<String> head(Path directory) {
        try {
            Optional<GitFolder> folder = GitFolder.find(directory);
            return folder.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(folder.get().commit());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The people of a commit, and of all that lead to it and not to an earlier one. Never throws: what went wrong is in
     * {@link #problem()}.
     *
     * @param commit full hash, or null where it is not known
     * @param since full hash of the earlier one; null means the commit alone
     */
    public static GitCommits between(Path directory, String commit, String since) {
        if (commit == null) {
            return new GitCommits(Set.of(), "its commit is not known");
        }
        try {
            Optional<GitFolder> folder = GitFolder.find(directory);
            if (folder.isEmpty()) {
                return new GitCommits(Set.of(), directory + " is in no Git repository");
            }
            try (Repository repository = folder.get().open();
                    RevWalk walk = new RevWalk(repository)) {
                return read(repository, walk, commit, since);
            }
        } catch (IOException | RuntimeException e) {
            return new GitCommits(Set.of(), "the Git repository cannot be read: " + e.getMessage());
        }
    }

    private static GitCommits read(Repository repository, RevWalk walk, String commit, String since)
            throws IOException {
        Optional<RevCommit> last = find(repository, walk, commit);
        if (last.isEmpty()) {
            return new GitCommits(Set.of(), "commit " + commit + " is not in this repository");
        }
        Set<GitIdentity> people = new LinkedHashSet<>();
        add(last.get(), people);
        if (since == null) {
            return new GitCommits(people, null);
        }
        Optional<RevCommit> earlier = find(repository, walk, since);
        if (earlier.isEmpty()) {
            return new GitCommits(
                    people,
                    "commit " + since + " is not in this repository, so of those since only " + commit
                            + " was looked at");
        }
        walk.markStart(last.get());
        walk.markUninteresting(earlier.get());
        for (RevCommit between : walk) {
            add(between, people);
        }
        boolean shallow = !repository.getObjectDatabase().getShallowCommits().isEmpty();
        return new GitCommits(people, shallow ? "this is a shallow clone, commits may be missing" : null);
    }

    private static Optional<RevCommit> find(Repository repository, RevWalk walk, String commit) throws IOException {
        return ObjectId.isId(commit) && repository.getObjectDatabase().has(ObjectId.fromString(commit))
                ? Optional.of(walk.parseCommit(ObjectId.fromString(commit)))
                : Optional.empty();
    }

    private static void add(RevCommit commit, Set<GitIdentity> people) {
        add(commit.getAuthorIdent(), people);
        add(commit.getCommitterIdent(), people);
        for (String other : commit.getFooterLines("Co-authored-by")) {
            Matcher person = PERSON.matcher(other);
            if (person.matches()) {
                people.add(new GitIdentity(person.group(1), person.group(2)));
            }
        }
    }

    private static void add(PersonIdent person, Set<GitIdentity> people) {
        if (person != null) {
            people.add(new GitIdentity(person.getName(), person.getEmailAddress()));
        }
    }
}
