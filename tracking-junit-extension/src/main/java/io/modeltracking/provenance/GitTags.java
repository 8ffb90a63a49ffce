package io.modeltracking.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;

/** Annotated, unsigned tags of the repository that a folder lies in. */
public final class GitTags {

    private final GitFolder folder;

    /**
     * A tag to make.
     *
     * @param name without {@code refs/tags/}
     * @param commit that it stands on; null, and one that is not here, means HEAD
     * @param email may be null
     */
    public record NewTag(String name, String commit, String message, String tagger, String email, Instant time) {}

    private GitTags(GitFolder folder) {
        this.folder = folder;
    }

    /** Empty when there is no repository. */
    public static Optional<GitTags> at(Path directory) throws IOException {
        return GitFolder.find(directory).map(GitTags::new);
    }

    /** The messages of all annotated tags whose names begin so, by name. */
    public Map<String, String> messages(String prefix) throws IOException {
        Map<String, String> messages = new TreeMap<>();
        try (Repository repository = folder.open();
                RevWalk walk = new RevWalk(repository)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS + prefix)) {
                if (walk.parseAny(ref.getObjectId()) instanceof RevTag tag) {
                    messages.put(ref.getName().substring(Constants.R_TAGS.length()), tag.getFullMessage());
                }
            }
        }
        return messages;
    }

    /** @throws IOException when there is such a tag, no commit to stand on, or Git cannot be written */
    public void create(NewTag tag) throws IOException {
        String ref = Constants.R_TAGS + tag.name();
        if (!Repository.isValidRefName(ref)) {
            throw new IOException("\"" + tag.name() + "\" cannot be the name of a Git tag");
        }
        try (Repository repository = folder.open()) {
            ObjectId id;
            try (RevWalk walk = new RevWalk(repository);
                    ObjectInserter inserter = repository.newObjectInserter()) {
                TagBuilder builder = new TagBuilder();
                builder.setTag(tag.name());
                builder.setObjectId(target(repository, walk, tag.commit()));
                builder.setTagger(new PersonIdent(
                        tag.tagger(), tag.email() == null ? "" : tag.email(), tag.time(), ZoneOffset.UTC));
                builder.setMessage(tag.message());
                id = inserter.insert(builder);
                inserter.flush();
            }
            RefUpdate update = repository.updateRef(ref);
            update.setExpectedOldObjectId(ObjectId.zeroId());
            update.setNewObjectId(id);
            update.disableRefLog();
            RefUpdate.Result result = update.update();
            if (result != RefUpdate.Result.NEW) {
                throw new IOException("the Git tag " + tag.name() + " was not made, or is there already: " + result);
            }
        }
    }

    private static RevObject target(Repository repository, RevWalk walk, String commit) throws IOException {
        if (commit != null && ObjectId.isId(commit)) {
            ObjectId id = ObjectId.fromString(commit);
            if (repository.getObjectDatabase().has(id)) {
                return walk.parseCommit(id);
            }
        }
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null) {
            throw new IOException("there is no commit yet that a Git tag could stand on");
        }
        return walk.parseCommit(head);
    }
}
