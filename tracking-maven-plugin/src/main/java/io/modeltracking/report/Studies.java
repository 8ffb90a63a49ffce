package io.modeltracking.report;

import io.modeltracking.run.RunRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The studies among runs, in their order, and which runs are part of one. */
final class Studies {

    private final List<Study> all = new ArrayList<>();
    private final Map<String, ReportRun> runs = new HashMap<>();
    private final Set<String> studies = new HashSet<>();

    private Studies() {}

    static Studies of(List<ReportRun> runs) {
        Studies studies = new Studies();
        Map<String, List<ReportRun>> children = new HashMap<>();
        for (ReportRun run : runs) {
            studies.runs.put(run.record().id(), run);
            children.computeIfAbsent(run.record().started().parent(), key -> new ArrayList<>())
                    .add(run);
        }
        for (ReportRun run : runs) {
            if (isStudy(run.record())) {
                String id = run.record().id();
                studies.studies.add(id);
                studies.all.add(Study.of(run, children.getOrDefault(id, List.of()), studies.runs));
            }
        }
        return studies;
    }

    private static boolean isStudy(RunRecord run) {
        return run.started().parent() == null
                && run.started().trial() == null
                && run.search().objective() != null;
    }

    List<Study> all() {
        return all;
    }

    /** Ids of the trials that won. */
    Set<String> winners() {
        return all.stream()
                .map(Study::winningTrial)
                .filter(Objects::nonNull)
                .map(StudyTrial::runId)
                .collect(Collectors.toSet());
    }

    /** Whether the run is a trial, or a repeat or fold of one: told with its study, not beside it. */
    boolean isPart(ReportRun run) {
        Set<String> seen = new HashSet<>();
        ReportRun one = run;
        while (one != null && seen.add(one.record().id())) {
            if (one.record().started().trial() != null && one.record().started().parent() != null) {
                return true;
            }
            String parent = one.record().started().parent();
            if (studies.contains(parent)) {
                return true;
            }
            one = runs.get(parent);
        }
        return false;
    }
}
