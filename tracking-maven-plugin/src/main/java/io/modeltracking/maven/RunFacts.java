package io.modeltracking.maven;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run shares with others: its code, and where it ran.
 *
 * @param source null when the run names none, or it cannot be read
 * @param environment likewise
 * @param problems why something could not be read, one line each
 */
record RunFacts(SourceState source, EnvironmentState environment, List<String> problems) {

    static RunFacts of(TrackingRoot root, RunRecord run) {
        List<String> problems = new ArrayList<>();
        SourceState source = read(root, run, "source", SourceState.class, problems);
        EnvironmentState environment = read(root, run, "environment", EnvironmentState.class, problems);
        return new RunFacts(source, environment, problems);
    }

    private static <T> T read(TrackingRoot root, RunRecord run, String kind, Class<T> type, List<String> problems) {
        String sha256 = run.facts().get(kind);
        try {
            return sha256 == null ? null : new FactStore(root).read(sha256, type);
        } catch (IOException e) {
            problems.add("The " + kind + " of run " + run.shortId() + " is not shown: " + e.getMessage());
            return null;
        }
    }

    /** {@code 1a2b… on main, DIRTY}; null when it is not known. */
    String commit() {
        if (source == null) {
            return null;
        }
        return (source.commit() == null ? "no commit" : source.commit())
                + (source.branch() == null ? "" : " on " + source.branch())
                + (source.dirty() ? ", DIRTY" : "");
    }
}
