package io.modeltracking.report;

import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunRecord;
import io.modeltracking.validation.MetricDirection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of an experiment since it last ran: in an earlier build of the same branch, else of any.
 *
 * @param earlier the run that this one is compared with; null for a new experiment
 * @param run that gates judged, else the last one; null for an experiment that this build has not
 * @param metrics whose values differ
 */
record ExperimentChange(String experiment, State state, EarlierRun earlier, ReportRun run, List<Moved> metrics) {

    /** In the order in which they are shown. */
    enum State {
        CHANGED,
        NEW,
        REMOVED,
        UNCHANGED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param sense better or worse; null on other data, and where nothing says which */
    record Moved(String name, double before, double now, String sense) {}

    /** Changed, new, removed, unchanged, each in the order of the build; empty without an earlier build. */
    static List<ExperimentChange> of(ReportInput input) {
        List<EarlierRun> all = input.past().earlier();
        if (all.isEmpty()) {
            return List.of();
        }
        String branch = input.source() == null ? null : input.source().branch();
        List<EarlierRun> sameBranch =
                all.stream().filter(run -> Objects.equals(run.branch(), branch)).toList();
        Map<String, EarlierRun> last = new LinkedHashMap<>();
        all.forEach(run -> last.put(run.experiment(), run));
        sameBranch.forEach(run -> last.put(run.experiment(), run));
        List<ExperimentChange> changes = new ArrayList<>();
        Map<String, ReportRun> runs = told(input);
        runs.forEach((name, run) -> changes.add(of(name, last.get(name), run)));
        List<EarlierRun> reference = sameBranch.isEmpty() ? all : sameBranch;
        String build = reference.get(reference.size() - 1).build();
        Set<String> seen = new HashSet<>(runs.keySet());
        for (EarlierRun run : reference) {
            if (run.build().equals(build) && seen.add(run.experiment())) {
                changes.add(new ExperimentChange(run.experiment(), State.REMOVED, run, null, List.of()));
            }
        }
        changes.sort(Comparator.comparing(ExperimentChange::state));
        return changes;
    }

    /** The run that stands for each experiment. */
    private static Map<String, ReportRun> told(ReportInput input) {
        Studies studies = Studies.of(input.runs());
        Set<String> judged = new HashSet<>();
        input.gates().forEach(gate -> judged.add(gate.runId()));
        Map<String, ReportRun> told = new LinkedHashMap<>();
        for (ReportRun run : input.runs()) {
            if (!run.outsideBuild() && !studies.isPart(run)) {
                told.merge(
                        run.record().experiment(),
                        run,
                        (one, later) -> judged.contains(one.record().id())
                                        && !judged.contains(later.record().id())
                                ? one
                                : later);
            }
        }
        return told;
    }

    private static ExperimentChange of(String name, EarlierRun earlier, ReportRun run) {
        if (earlier == null) {
            return new ExperimentChange(name, State.NEW, null, run, List.of());
        }
        boolean sameData = sameData(earlier, run);
        List<Moved> metrics = new ArrayList<>();
        Set<String> gone = new HashSet<>(earlier.metrics().keySet());
        for (MetricSeries series : MetricSeries.of(run.record())) {
            gone.remove(series.name());
            Double before = earlier.metrics().get(series.name());
            if (before != null && Double.compare(before, series.last()) != 0) {
                metrics.add(moved(run.record(), series.name(), before, series.last(), sameData));
            }
        }
        // A run that failed before it logged has changed, too.
        boolean came = earlier.metrics().isEmpty() && !run.record().metrics().isEmpty();
        State state = metrics.isEmpty() && gone.isEmpty() && !came ? State.UNCHANGED : State.CHANGED;
        return new ExperimentChange(name, state, earlier, run, List.copyOf(metrics));
    }

    /** As an {@link EarlierRun} has it. */
    private static String data(RunRecord run) {
        String hashes = run.datasets().stream()
                .map(DatasetRecord::contentSha256)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return hashes.isEmpty() ? null : hashes;
    }

    /** Whether both runs had the same data, as far as they recorded it. */
    boolean sameData() {
        return earlier != null && run != null && sameData(earlier, run);
    }

    private static boolean sameData(EarlierRun earlier, ReportRun run) {
        String data = data(run.record());
        return data != null && data.equals(earlier.data());
    }

    private static Moved moved(RunRecord run, String name, double before, double now, boolean sameData) {
        String sense = MetricDirection.of(run.metrics(), name)
                .filter(direction -> sameData && (now < before || now > before))
                .map(direction -> now < before == (direction == MetricDirection.MINIMIZE) ? "better" : "worse")
                .orElse(null);
        return new Moved(name, before, now, sense);
    }
}
