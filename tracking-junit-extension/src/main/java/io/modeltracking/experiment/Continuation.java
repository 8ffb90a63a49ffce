package io.modeltracking.experiment;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.Reals;
import io.modeltracking.run.SourceState;
import io.modeltracking.run.Status;
import io.modeltracking.run.StudyHistory.PastStudy;
import io.modeltracking.run.StudyHistory.PastTrial;
import io.modeltracking.run.Verdict;
import io.modeltracking.search.FinishedTrial.State;
import io.modeltracking.search.Point;
import io.modeltracking.search.Space;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The trials of an interrupted study that the next one takes over.
 *
 * <p>The best of them is run again: what it holds out can be looked at only while its model lives, and when it comes to another
 * objective, code or data are not what they were.
 *
 * @param study the interrupted one's run
 * @param taken those that are not run again
 * @param again the one that is, or null when none was accepted
 * @param warmStarts points of even earlier studies that it had begun with
 * @param data hash of each data set that its trials had logged, by name
 */
record Continuation(
        String study,
        List<TrialResult> taken,
        TrialResult again,
        Map<Integer, Given> warmStarts,
        Map<String, String> data) {

    /**
     * Empty when the study does not want to go on, or cannot.
     *
     * @param source the code as it is now
     * @param warn is told why not
     */
    static Optional<Continuation> of(
            StudyDefinition study, BuildFacts build, Supplier<SourceState> source, Consumer<String> warn) {
        if (!study.settings().resume()) {
            return Optional.empty();
        }
        if (build.buildId() == null) {
            warn.accept(
                    "resume: what was interrupted is told by the goal \"prepare\", and this JVM was not started by a"
                            + " build that runs it");
            return Optional.empty();
        }
        ExperimentDefinition experiment = study.experiment();
        Optional<PastStudy> past = build.studies().interrupted().stream()
                .filter(each -> each.experiment().equals(experiment.name())
                        && each.testClass().equals(experiment.testClass().getName())
                        && each.method().equals(experiment.method().getName()))
                .findFirst();
        if (past.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> difference = difference(study, past.get(), source.get());
        difference.ifPresent(text -> warn.accept("resume: study "
                + past.get().run().substring(0, 8) + " was interrupted, but is not continued: " + text));
        return difference.isPresent() ? Optional.empty() : Optional.of(of(study, past.get()));
    }

    /** Whether the trial is the one that shows that code and data are what they were, and is to come still. */
    boolean awaits(int trial, TrialBook book) {
        return again != null
                && trial <= again.number()
                && book.get(again.number()).isEmpty();
    }

    /** Why the study cannot go on with what it took over, at the objective of the trial that is run again. */
    Optional<String> contradiction(int trial, double objective) {
        return again == null || again.number() != trial || again.objective() == objective
                ? Optional.empty()
                : Optional.of("run again, the best trial comes to " + Reals.text(objective) + " instead of "
                        + Reals.text(again.objective()));
    }

    /** Why the study cannot go on with what it took over, at a data set that a trial has read. */
    Optional<String> contradiction(DatasetRecord read) {
        String before = data.get(read.name());
        return before == null || before.equals(read.hash())
                ? Optional.empty()
                : Optional.of("the data set \"" + read.name() + "\" is another one");
    }

    private static Optional<String> difference(StudyDefinition study, PastStudy past, SourceState source) {
        String space = new String(SpaceText.json(study.parameters().space()), StandardCharsets.UTF_8);
        if (past.seed() == null || past.seed() != study.experiment().seed()) {
            return Optional.of("its seed was " + past.seed() + ", and is "
                    + study.experiment().seed());
        }
        if (!space.equals(past.space())) {
            return Optional.of("its search space, or what is pinned of it, is another one");
        }
        SearchSettings settings = study.settings();
        if (!settings.objective().toString().equals(past.metric())
                || !settings.direction().name().equals(past.direction())
                || !study.sampler().id().equals(past.sampler())) {
            return Optional.of("its objective, direction or sampler is another one");
        }
        if (past.source() == null || past.source().commit() == null || source == null || source.commit() == null) {
            return Optional.of("no commit tells that the code is the same");
        }
        if (!past.source().isSameCode(source)) {
            return Optional.of("the code is another one: commit "
                    + past.source().commit().substring(0, 8) + (past.source().dirty() ? " with changes" : "")
                    + ", now " + source.commit().substring(0, 8) + (source.dirty() ? " with changes" : ""));
        }
        return Optional.empty();
    }

    private static Continuation of(StudyDefinition study, PastStudy past) {
        List<TrialResult> taken = new ArrayList<>();
        Map<Integer, Given> warmStarts = new TreeMap<>();
        Map<String, String> data = new TreeMap<>();
        for (PastTrial trial : past.trials()) {
            result(trial, study).ifPresent(result -> {
                taken.add(result);
                data.putAll(trial.data());
                if (Given.WARM_START.equals(trial.sampler())) {
                    warmStarts.put(trial.number(), new Given(result.point(), Given.WARM_START, null));
                }
            });
        }
        TrialResult best = taken.stream()
                .filter(TrialResult::isAccepted)
                .min(Comparator.<TrialResult>comparingDouble(
                                result -> study.settings().minimised(result.objective()))
                        .thenComparingInt(TrialResult::number))
                .orElse(null);
        taken.remove(best);
        return new Continuation(past.run(), List.copyOf(taken), best, warmStarts, data);
    }

    /** Empty when the trial is not one of this space: the file is not trusted. */
    private static Optional<TrialResult> result(PastTrial trial, StudyDefinition study) {
        Space space = study.parameters().space();
        Optional<Point> point = PastParams.point(trial.params(), space);
        boolean pruned = trial.status() == Status.PRUNED;
        boolean judged = trial.verdict() != null
                && trial.objective() != null
                && !trial.objective().isNaN();
        if (point.isEmpty() || trial.number() >= study.planned() || trial.run() == null || !(pruned || judged)) {
            return Optional.empty();
        }
        NavigableMap<Long, Double> intermediate = new TreeMap<>();
        trial.steps()
                .forEach(
                        (step, value) -> intermediate.put(step, study.settings().minimised(trial.watched(), value)));
        return Optional.of(new TrialResult(
                trial.number(),
                point.get(),
                trial.run(),
                trial.status(),
                pruned ? null : trial.verdict(),
                trial.reason(),
                pruned ? null : trial.objective(),
                trial.parts() == null ? null : new Spread(trial.parts(), trial.standardDeviation()),
                trial.verdict() == Verdict.REJECTED && trial.violation() != null ? trial.violation() : 0,
                pruned ? State.PRUNED : State.COMPLETE,
                intermediate,
                null));
    }
}
