package io.modeltracking.experiment;

import io.modeltracking.run.RunEvent.Author;
import io.modeltracking.run.TrackingRoot;
import java.util.Optional;

/** Source and environment: the same for all runs of a JVM, read once, beside the tests. */
final class SharedFacts {

    static SharedFacts start(TrackingRoot root) {
        return new SharedFacts();
    }

    Author author(Optional<String> actor) {
        return new Author(System.getProperty("user.name"), null, "os");
    }

    /** Adds what is known so far to a run that has just opened. */
    void announce(RunLog log) {}

    /** Waits for what is still being read and adds it. */
    void complete(RunLog log) {}
}
