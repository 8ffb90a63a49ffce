package io.modeltracking.report;

import io.modeltracking.search.FinishedTrial;
import io.modeltracking.search.Importance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What mattered for reaching the best tenth of a study's objectives, by PED-ANOVA.
 *
 * @param shares name to share, greatest first, of the params that the search could choose; empty when nothing can be said
 * @param trials how many it rests on: those with a finite objective, accepted or rejected
 * @param problem why nothing can be said; null when there are shares
 */
record StudyImportance(Map<String, Double> shares, int trials, String problem) {

    /** The best tenth is then two trials at least: of one, nothing can be learned. */
    static final int LEAST_TRIALS = 20;

    static StudyImportance of(Study study, StudySpace space) {
        List<FinishedTrial> trials = new ArrayList<>();
        for (StudyTrial trial : study.trials()) {
            boolean judged = trial.outcome() == Outcome.ACCEPTED
                    || trial.outcome() == Outcome.FINISHED
                    || trial.outcome() == Outcome.REJECTED;
            if (judged && trial.value() != null && Double.isFinite(trial.value())) {
                trials.add(FinishedTrial.complete(
                        trial.number(), StudySpace.point(trial.run().record()), study.minimised(trial.value())));
            }
        }
        if (space.space() == null) {
            return nothing(trials.size(), "The search space was not recorded, or its file was changed.");
        }
        trials.removeIf(trial -> !space.space().contains(trial.point()));
        List<String> free = space.axes().stream()
                .filter(axis -> !axis.fixed())
                .map(StudySpace.Axis::name)
                .toList();
        if (free.size() < 2) {
            return nothing(
                    trials.size(),
                    free.isEmpty()
                            ? "No param was left to the search."
                            : "One param alone was left to the search: there is nothing to compare it with.");
        }
        if (trials.size() < LEAST_TRIALS) {
            return nothing(
                    trials.size(),
                    "PED-ANOVA asks where the best tenth of the trials lie, so it needs " + LEAST_TRIALS
                            + " with an objective; this study has " + trials.size() + ".");
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        Importance.pedAnova(space.space(), trials).forEach((name, share) -> {
            if (free.contains(name)) {
                shares.put(name, share);
            }
        });
        boolean equal = shares.values().stream().distinct().count() == 1;
        return equal
                ? nothing(trials.size(), "The best tenth of the trials lie where all of them lie: no param stands out.")
                : new StudyImportance(shares, trials.size(), null);
    }

    private static StudyImportance nothing(int trials, String problem) {
        return new StudyImportance(Map.of(), trials, problem);
    }
}
