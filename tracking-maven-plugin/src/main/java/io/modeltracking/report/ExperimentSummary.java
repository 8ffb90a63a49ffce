package io.modeltracking.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The runs of one experiment, counted: a study is one run, whatever its trials.
 *
 * @param trials of its studies, with their repeats and folds
 * @param judged ids of its runs that gates have judged: what the build proposes
 */
record ExperimentSummary(
        String name,
        String model,
        int runs,
        int accepted,
        int rejected,
        int faults,
        int others,
        int trials,
        List<String> judged) {

    static List<ExperimentSummary> of(ReportInput input) {
        Set<String> judged = new LinkedHashSet<>();
        input.gates().stream().map(GateLine::runId).filter(id -> id != null).forEach(judged::add);
        Map<String, List<ReportRun>> byName = new LinkedHashMap<>();
        for (ReportRun run : input.runs()) {
            byName.computeIfAbsent(run.record().experiment(), name -> new ArrayList<>())
                    .add(run);
        }
        Studies studies = Studies.of(input.runs());
        List<ExperimentSummary> experiments = new ArrayList<>(byName.size());
        byName.forEach((name, runs) -> experiments.add(of(name, runs, judged, studies)));
        return experiments;
    }

    private static ExperimentSummary of(String name, List<ReportRun> all, Set<String> judged, Studies studies) {
        List<ReportRun> runs = all.stream().filter(run -> !studies.isPart(run)).toList();
        int accepted = 0;
        int rejected = 0;
        int faults = 0;
        List<String> proposed = new ArrayList<>();
        for (ReportRun run : runs) {
            Outcome outcome = run.outcome();
            accepted += outcome == Outcome.ACCEPTED ? 1 : 0;
            rejected += outcome == Outcome.REJECTED ? 1 : 0;
            faults += outcome.isFault() ? 1 : 0;
        }
        for (ReportRun run : all) {
            if (judged.contains(run.record().id())) {
                proposed.add(run.record().id());
            }
        }
        String model = all.get(all.size() - 1).record().started().model();
        int others = runs.size() - accepted - rejected - faults;
        return new ExperimentSummary(
                name,
                model,
                runs.size(),
                accepted,
                rejected,
                faults,
                others,
                all.size() - runs.size(),
                List.copyOf(proposed));
    }
}
