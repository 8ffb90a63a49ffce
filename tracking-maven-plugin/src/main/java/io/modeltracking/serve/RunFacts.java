package io.modeltracking.serve;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.report.ReportRun;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.util.Map;

/** A run with what it shares with others. What cannot be read is left out: the page says that it was not recorded. */
final class RunFacts {

    private final TrackingRoot root;

    RunFacts(TrackingRoot root) {
        this.root = root;
    }

    ReportRun told(RunRecord run) {
        return new ReportRun(
                run,
                fact(run, "source", SourceState.class),
                fact(run, "environment", EnvironmentState.class),
                root.run(run.id()).resolve("artifacts"),
                false,
                Map.of(),
                fact(run, "build", BuildState.class));
    }

    private <T> T fact(RunRecord run, String kind, Class<T> type) {
        String sha256 = run.facts().get(kind);
        try {
            return sha256 == null ? null : new FactStore(root).read(sha256, type);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
