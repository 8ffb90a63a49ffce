package io.modeltracking.experiment;

import io.modeltracking.provenance.CiProvider;
import io.modeltracking.provenance.EnvironmentReader;
import io.modeltracking.provenance.FactStore;
import io.modeltracking.provenance.GitIdentity;
import io.modeltracking.provenance.SizeLimits;
import io.modeltracking.provenance.SourceReader;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.RunEvent.Author;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Source, environment and build: the same for all runs of a JVM, read once, beside the tests. */
final class SharedFacts {

    private final Map<String, CompletableFuture<String>> facts = new LinkedHashMap<>();

    private volatile SourceState source;

    /** What is not committed; set before the source is complete. */
    private volatile Optional<Path> diff = Optional.empty();

    /** Reads one fact. */
    private interface Reading {
        Object read() throws IOException;
    }

    /** @param build null outside a build */
    static SharedFacts start(TrackingRoot root, BuildState build) {
        SharedFacts shared = new SharedFacts();
        Path workingDirectory = Path.of("").toAbsolutePath();
        shared.read(root, "source", () -> {
            SourceState read = SourceReader.read(workingDirectory, System.getenv(), root, SizeLimits.DEFAULT);
            shared.diff = Optional.ofNullable(read.diffSha256()).map(root::factFile);
            shared.source = read;
            return read;
        });
        shared.read(root, "environment", () -> EnvironmentReader.read(root.base(), System.getenv(), Clock.systemUTC()));
        if (build != null) {
            shared.read(root, "build", () -> build);
        }
        return shared;
    }

    private void read(TrackingRoot root, String kind, Reading reading) {
        CompletableFuture<String> fact = new CompletableFuture<>();
        facts.put(kind, fact);
        // A thread of its own: a test may block the common pool for hours.
        Thread thread = new Thread(
                () -> {
                    try {
                        fact.complete(new FactStore(root).put(reading.read()));
                    } catch (IOException | RuntimeException e) {
                        fact.completeExceptionally(e);
                    }
                },
                "tracking-" + kind);
        thread.setDaemon(true);
        thread.start();
    }

    /** Who runs this: the property, else the CI's, else Git's, else the operating system's idea of it. */
    Author author(Optional<String> actor) {
        if (actor.isPresent()) {
            return new Author(actor.get(), null, "property");
        }
        Optional<CiProvider> ci = CiProvider.detect(System.getenv()).filter(provider -> provider.actor() != null);
        if (ci.isPresent()) {
            return new Author(ci.get().actor(), null, "ci:" + ci.get().name());
        }
        return GitIdentity.at(Path.of("").toAbsolutePath())
                .map(git -> new Author(git.name(), git.email(), "git"))
                .orElseGet(() -> new Author(System.getProperty("user.name"), null, "os"));
    }

    /** Adds what is known so far to a run that has just opened. */
    void announce(RunLog log) {
        facts.forEach((kind, fact) -> {
            if (fact.isDone() && !fact.isCompletedExceptionally()) {
                log.fact(kind, fact.join());
            }
        });
    }

    /** The uncommitted diff; empty when there is none, or it is still being read. */
    Optional<Path> diff() {
        return diff;
    }

    /** Waits for the source; null when it cannot be read. */
    SourceState source() {
        try {
            facts.get("source").join();
            return source;
        } catch (CompletionException e) {
            return null;
        }
    }

    /** Waits for what is still being read and adds it. */
    void complete(RunLog log) {
        facts.forEach((kind, fact) -> {
            try {
                log.fact(kind, fact.join());
            } catch (CompletionException e) {
                log.warning(kind + "-unknown", "the " + kind + " could not be recorded: " + e.getCause());
            }
        });
    }
}
