package io.modeltracking.reproduce;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;

/**
 * A run with what it was made from.
 *
 * @param source null when it was not recorded, or is lost
 * @param environment null likewise
 * @param build null likewise, and for a run outside a build
 */
record Original(TrackingRoot root, RunRecord run, SourceState source, EnvironmentState environment, BuildState build) {

    /** @throws io.modeltracking.run.JournalException when the journal cannot be read */
    static Original read(TrackingRoot root, String id) {
        RunRecord run = new JournalReader(root).read(root.run(id));
        return new Original(
                root,
                run,
                fact(root, run, "source", SourceState.class),
                fact(root, run, "environment", EnvironmentState.class),
                fact(root, run, "build", BuildState.class));
    }

    private static <T> T fact(TrackingRoot root, RunRecord run, String kind, Class<T> type) {
        String sha256 = run.facts().get(kind);
        try {
            return sha256 == null ? null : new FactStore(root).read(sha256, type);
        } catch (IOException e) {
            return null;
        }
    }

    /** {@code artifactId} of the module, with a colon before it; null outside a build. */
    String module() {
        String module = run.started().module();
        return module == null || module.indexOf(':') < 0 ? null : module.substring(module.indexOf(':'));
    }

    /** Whether Failsafe runs the test, by the names that it takes. */
    boolean isIntegrationTest() {
        String name = simpleClass();
        return name.startsWith("IT") || name.endsWith("IT") || name.endsWith("ITCase");
    }

    /** {@code Class#method}, as Surefire and Failsafe take it. */
    String test() {
        return simpleClass() + "#" + run.started().method();
    }

    private String simpleClass() {
        String name = run.started().testClass();
        String outer = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
        return outer.substring(outer.lastIndexOf('.') + 1);
    }
}
