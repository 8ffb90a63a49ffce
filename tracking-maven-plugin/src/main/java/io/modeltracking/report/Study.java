package io.modeltracking.report;

import io.modeltracking.run.RunEvent.Warning;
import io.modeltracking.run.SearchEvent.Objective;
import io.modeltracking.run.SearchEvent.Reused;
import io.modeltracking.run.SearchEvent.Winner;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A search with its trials, those included that it took over from an earlier run of itself.
 *
 * @param run of the study, the parent of its trials
 * @param trials in the order of merit: accepted ones by objective, then rejected ones by violation, then the rest
 */
record Study(ReportRun run, List<StudyTrial> trials) {

    /** Its warnings of this code are told with the trials that they are about. */
    static final String THOUGH_BETTER = "rejected-though-better";

    private static final int MISSES = 3;

    /**
     * Puts a study together.
     *
     * @param own runs whose parent it is, in the order of the report
     * @param runs all of the report, by id
     */
    static Study of(ReportRun study, List<ReportRun> own, Map<String, ReportRun> runs) {
        Map<Integer, StudyTrial> trials = new TreeMap<>();
        for (Reused reused : study.record().search().reused()) {
            trials.put(reused.trial(), new StudyTrial(reused.trial(), reused.run(), runs.get(reused.run()), true));
        }
        for (ReportRun run : own) {
            Integer number = run.record().started().trial();
            if (number != null) {
                trials.put(number, new StudyTrial(number, run.record().id(), run, false));
            }
        }
        Objective objective = study.record().search().objective();
        return new Study(
                study,
                trials.values().stream().sorted(byMerit(isLarger(objective))).toList());
    }

    private static Comparator<StudyTrial> byMerit(boolean larger) {
        return Comparator.<StudyTrial>comparingInt(Study::group)
                .thenComparingDouble(trial ->
                        trial.outcome() == Outcome.REJECTED && trial.violation() != null ? trial.violation() : 0)
                .thenComparingDouble(
                        trial -> trial.value() == null ? Double.NaN : larger ? -trial.value() : trial.value())
                .thenComparingInt(StudyTrial::number);
    }

    private static int group(StudyTrial trial) {
        if (trial.outcome() == Outcome.ACCEPTED || trial.outcome() == Outcome.FINISHED) {
            return 0;
        }
        return trial.outcome() == Outcome.REJECTED ? 1 : 2;
    }

    Objective objective() {
        return run.record().search().objective();
    }

    private static boolean isLarger(Objective objective) {
        return "MAXIMIZE".equals(objective.direction());
    }

    /** To be minimised, whatever the direction of the study. */
    double minimised(double value) {
        return isLarger(objective()) ? -value : value;
    }

    /** Null while there is none. */
    Winner winner() {
        return run.record().search().winner();
    }

    /** The trial that won; null when there is none. */
    StudyTrial winningTrial() {
        return winner() == null
                ? null
                : trials.stream()
                        .filter(trial -> trial.number() == winner().trial())
                        .findFirst()
                        .orElse(null);
    }

    /** How many trials ended how; those whose record is not at hand are not among them. */
    Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (StudyTrial trial : trials) {
            if (trial.outcome() != null) {
                counts.merge(trial.outcome(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Rejected trials with a better objective than the winner's, the best first. */
    List<StudyTrial> rejectedThoughBetter() {
        if (winner() == null || winner().objective() == null) {
            return List.of();
        }
        double won = minimised(winner().objective());
        return trials.stream()
                .filter(trial ->
                        trial.outcome() == Outcome.REJECTED && trial.value() != null && minimised(trial.value()) < won)
                .sorted(Comparator.<StudyTrial>comparingDouble(trial -> minimised(trial.value()))
                        .thenComparingInt(StudyTrial::number))
                .toList();
    }

    /** The rejected trials that are closest to being accepted, while there is no winner. */
    List<StudyTrial> nearestMisses() {
        return winner() != null
                ? List.of()
                : trials.stream()
                        .filter(trial -> trial.outcome() == Outcome.REJECTED)
                        .limit(MISSES)
                        .toList();
    }

    /** What a reader should know of the study: that it ended early, was narrowed, took trials over. */
    List<String> remarks() {
        return run.record().warnings().stream()
                .filter(warning -> !THOUGH_BETTER.equals(warning.code()))
                .map(Warning::message)
                .map(String::valueOf)
                .toList();
    }
}
