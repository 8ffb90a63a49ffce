package io.modeltracking.reproduce;

import io.modeltracking.provenance.FactStore;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.RunEvent.Seed;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.TrackingRoot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run with what it was made from.
 *
 * @param ancestors its parent, the parent of that and so on: of a repeat its trial and its study
 * @param source null when it was not recorded, or is lost
 * @param environment null likewise
 * @param build null likewise, and for a run outside a build
 */
record Original(
        TrackingRoot root,
        RunRecord run,
        List<RunRecord> ancestors,
        SourceState source,
        EnvironmentState environment,
        BuildState build) {

    /** A nested run of a repeat of a trial has three above it; what a journal says may go round in a ring. */
    private static final int DEEPEST = 20;

    /** @throws io.modeltracking.run.JournalException when the journal cannot be read */
    static Original read(TrackingRoot root, String id) {
        RunRecord run = new JournalReader(root).read(root.run(id));
        return new Original(
                root,
                run,
                ancestors(root, run),
                fact(root, run, "source", SourceState.class),
                fact(root, run, "environment", EnvironmentState.class),
                fact(root, run, "build", BuildState.class));
    }

    /** Up to where they can be read. */
    private static List<RunRecord> ancestors(TrackingRoot root, RunRecord run) {
        List<RunRecord> ancestors = new ArrayList<>();
        String parent = run.started().parent();
        try {
            while (parent != null && ancestors.size() < DEEPEST) {
                ancestors.add(new JournalReader(root).read(root.run(parent)));
                parent = ancestors.get(ancestors.size() - 1).started().parent();
            }
        } catch (JournalException e) {
            return ancestors;
        }
        return ancestors;
    }

    private Stream<RunRecord> line() {
        return Stream.concat(Stream.of(run), ancestors.stream());
    }

    /** The trial that the run is, or is a part of; empty outside a study. */
    Optional<RunRecord> trial() {
        return line().filter(each -> each.started().trial() != null).findFirst();
    }

    /** The repeat or fold that the run is, or is nested in. */
    Optional<RunRecord> part() {
        return line().filter(Original::isPart).findFirst();
    }

    private static boolean isPart(RunRecord run) {
        return run.started().repeat() != null
                || (run.started().name() != null && run.started().name().matches("fold [0-9]+"));
    }

    /** Whether the run is the trial that its study chose. */
    boolean won() {
        return run.started().trial() != null
                && study().map(study -> study.search().winner())
                        .filter(winner -> run.id().equals(winner.run()))
                        .isPresent();
    }

    /** The parent of the trial. */
    Optional<RunRecord> study() {
        return trial().flatMap(trial -> ancestors.stream()
                .filter(each -> each.id().equals(trial.started().parent()))
                .findFirst());
    }

    /** What all seeds are derived from; that of a repeat is its own, and stands in the code. */
    Optional<Long> rootSeed() {
        return line().filter(each -> each.started().repeat() == null)
                .flatMap(each -> each.seeds().stream())
                .map(Seed::root)
                .findFirst();
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
