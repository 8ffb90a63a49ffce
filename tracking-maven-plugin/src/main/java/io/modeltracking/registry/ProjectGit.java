package io.modeltracking.registry;

import io.modeltracking.provenance.GitCommits;
import io.modeltracking.provenance.GitTags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the registry writes into, and reads from, the Git repository that the models come from. */
public final class ProjectGit {

    /** Without a repository. */
    public static final ProjectGit NONE = new ProjectGit(null, false, text -> {}, text -> {});

    private final Path directory;
    private final boolean anchor;
    private final Consumer<String> news;
    private final Consumer<String> problems;

    /**
     * @param directory in the repository
     * @param anchor whether a change of stage is anchored by a tag
     * @param news is told what was done
     * @param problems is told what could not be done; the change stands all the same
     */
    public ProjectGit(Path directory, boolean anchor, Consumer<String> news, Consumer<String> problems) {
        this.directory = directory;
        this.anchor = anchor;
        this.news = news;
        this.problems = problems;
    }

    /** Writes the hash of an event that moved a version into a tag, and says so in the ledger. */
    void anchor(Ledger ledger, LedgerEvent written) {
        ModelEvent event = anchor ? EventCodec.read(written) : new ModelEvent.Other(written.type());
        Optional<Move> found = Move.of(event);
        if (found.isEmpty()) {
            return;
        }
        Move move = found.get();
        ModelVersion version = Registry.of(ledger.events()).version(event.model() + "/" + move.version());
        int count = (int) version.history().stream()
                .filter(change -> change.seq() <= written.seq())
                .filter(change -> Move.of(change.event()).equals(found))
                .count();
        AnchorTag tag = new AnchorTag(event.model(), move.version(), move.to(), count);
        try {
            Optional<GitTags> tags = GitTags.at(directory);
            if (tags.isEmpty()) {
                problems.accept(
                        "The change is in the ledger, and not anchored: " + directory + " is in no Git repository");
                return;
            }
            Actor actor = event.actor();
            tags.get()
                    .create(new GitTags.NewTag(
                            tag.name(),
                            version.evidence().commit(),
                            tag.message(written),
                            actor.name(),
                            actor.email(),
                            written.time()));
            ModelEvent made = new ModelEvent.Anchor(
                    event.model(), move.version(), tag.name(), written.hash(), actor, "tracking.anchor is set");
            ledger.append(
                    EventCodec.type(ModelEvent.Anchor.class), () -> Optional.of(EventCodec.body(made)), done -> null);
            news.accept("Anchored by the Git tag " + tag.name() + ": \"git push origin " + tag.name()
                    + "\" takes it to where nobody here can change it.");
        } catch (IOException | RuntimeException e) {
            problems.accept("The change is in the ledger, and not anchored: " + e.getMessage());
        }
    }

    /**
     * Who made the commits of a version.
     *
     * @param champion the version in Production, whose commits count no more; null means the version's commit alone
     */
    List<Actor> people(ModelVersion version, ModelVersion champion) {
        if (directory == null) {
            return List.of();
        }
        GitCommits commits = GitCommits.between(
                directory,
                version.evidence().commit(),
                champion == null ? null : champion.evidence().commit());
        if (commits.problem() != null) {
            problems.accept("Not everybody is known who made the commits of " + version + ": " + commits.problem()
                    + ". Who approves it was compared with who is known");
        }
        return commits.people().stream()
                .map(person -> new Actor(person.name(), person.email(), "git"))
                .toList();
    }

    /**
     * The heads that tags name, by the tag's name.
     *
     * @return empty when there is no repository
     */
    public static Optional<Map<String, String>> anchors(Path directory) throws IOException {
        Optional<GitTags> tags = GitTags.at(directory);
        if (tags.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> heads = new LinkedHashMap<>();
        tags.get()
                .messages(AnchorTag.PREFIX)
                .forEach((name, message) -> AnchorTag.head(message).ifPresent(head -> heads.put(name, head)));
        return Optional.of(heads);
    }

    private record Move(int version, Stage to) {

        static Optional<Move> of(ModelEvent event) {
            if (event instanceof ModelEvent.Promote promote) {
                return Optional.of(new Move(promote.version(), promote.to()));
            }
            if (event instanceof ModelEvent.Rollback rollback) {
                return Optional.of(new Move(rollback.version(), Stage.PRODUCTION));
            }
            if (event instanceof ModelEvent.Archive archive) {
                return Optional.of(new Move(archive.version(), Stage.ARCHIVED));
            }
            return Optional.empty();
        }
    }
}
