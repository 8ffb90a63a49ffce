package io.modeltracking.reproduce;

import io.modeltracking.run.RunRecord;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.RunFolders;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The runs that the build of the copy has made. */
final class CopyHistory {

    private final Original original;
    private final TrackingRoot root;
    private final List<RunRecord> runs = new ArrayList<>();

    CopyHistory(Original original, TrackingRoot root) {
        this.original = original;
        this.root = root;
        new RunFolders(root, Clock.systemUTC()).changed(Map.of(), files -> files.forEach(file -> runs.add(file.run())));
    }

    /** The new run that is what the old one was: of the same test, in a study of the same number, and so its parents. */
    Optional<Original> again() {
        return runs.stream()
                .filter(run -> isSame(run, original.run()))
                .sorted(Comparator.comparing((RunRecord run) -> run.started().time())
                        .reversed())
                .map(run -> Original.read(root, run.id()))
                .filter(this::hasSameParents)
                .findFirst();
    }

    private boolean hasSameParents(Original again) {
        int known = Math.min(again.ancestors().size(), original.ancestors().size());
        for (int index = 0; index < known; index++) {
            if (!isSame(again.ancestors().get(index), original.ancestors().get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(RunRecord one, RunRecord other) {
        return Objects.equals(one.started().testClass(), other.started().testClass())
                && Objects.equals(one.started().method(), other.started().method())
                && Objects.equals(one.started().trial(), other.started().trial())
                && Objects.equals(one.started().name(), other.started().name())
                && Objects.equals(one.started().repeat(), other.started().repeat());
    }

    /** Whether a trial was made alone, or with all others; empty outside a study. */
    Optional<Finding> trial() {
        return original.trial().map(trial -> {
            int number = trial.started().trial();
            long made = runs.stream()
                    .map(run -> run.started().trial())
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            return made <= 1
                    ? Finding.ok("trial", number + ", alone")
                    : Finding.different(
                            "trial",
                            number + ", with all " + made + " of the study: "
                                    + CopyProperties.whyNotAlone(trial)
                                            .orElse("the extension of that commit makes no single trial"));
        });
    }
}
