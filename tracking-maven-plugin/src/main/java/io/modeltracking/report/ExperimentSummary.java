package io.modeltracking.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The runs of one experiment, counted.
 *
 * @param judged ids of its runs that gates have judged: what the build proposes
 */
record ExperimentSummary(
        String name, String model, int runs, int accepted, int rejected, int faults, int others, List<String> judged) {

    static List<ExperimentSummary> of(ReportInput input) {
        Set<String> judged = new LinkedHashSet<>();
        input.gates().stream().map(GateLine::runId).filter(id -> id != null).forEach(judged::add);
        Map<String, List<ReportRun>> byName = new LinkedHashMap<>();
        for (ReportRun run : input.runs()) {
            byName.computeIfAbsent(run.record().experiment(), name -> new ArrayList<>())
                    .add(run);
        }
        List<ExperimentSummary> experiments = new ArrayList<>(byName.size());
        byName.forEach((name, runs) -> experiments.add(of(name, runs, judged)));
        return experiments;
    }

    private static ExperimentSummary of(String name, List<ReportRun> runs, Set<String> judged) {
        int accepted = 0;
        int rejected = 0;
        int faults = 0;
        List<String> proposed = new ArrayList<>();
        for (ReportRun run : runs) {
            Outcome outcome = run.outcome();
            accepted += outcome == Outcome.ACCEPTED ? 1 : 0;
            rejected += outcome == Outcome.REJECTED ? 1 : 0;
            faults += outcome.isFault() ? 1 : 0;
            if (judged.contains(run.record().id())) {
                proposed.add(run.record().id());
            }
        }
        String model = runs.get(runs.size() - 1).record().started().model();
        int others = runs.size() - accepted - rejected - faults;
        return new ExperimentSummary(
                name, model, runs.size(), accepted, rejected, faults, others, List.copyOf(proposed));
    }
}
