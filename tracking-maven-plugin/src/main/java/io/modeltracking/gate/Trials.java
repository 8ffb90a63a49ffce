package io.modeltracking.gate;

import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SearchEvent.Reused;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The accepted trials of studies. A study's own run carries the figures of its winner, and is what a gate on the winner
 * looks at; a gate on all looks at these.
 */
final class Trials {

    private final Map<String, RunRecord> byId;
    private final Map<String, List<RunRecord>> byStudy;

    Trials(List<RunRecord> runs) {
        byId = runs.stream().collect(Collectors.toMap(RunRecord::id, Function.identity(), (one, other) -> one));
        byStudy = runs.stream()
                .filter(run -> run.started().trial() != null && run.started().parent() != null)
                .collect(Collectors.groupingBy(run -> run.started().parent()));
    }

    /** Those of a study that were accepted, by number, or the run itself when it is none. */
    List<RunRecord> accepted(RunRecord run) {
        if (run.search().objective() == null) {
            return List.of(run);
        }
        Map<Integer, RunRecord> trials = new TreeMap<>();
        for (Reused reused : run.search().reused()) {
            if (byId.containsKey(reused.run())) {
                trials.put(reused.trial(), byId.get(reused.run()));
            }
        }
        byStudy.getOrDefault(run.id(), List.of())
                .forEach(trial -> trials.put(trial.started().trial(), trial));
        return trials.values().stream().filter(Trials::isAccepted).toList();
    }

    private static boolean isAccepted(RunRecord trial) {
        return trial.status() == Status.FINISHED && trial.verdict() != Verdict.REJECTED;
    }

    /** Trials that a study took over and whose records are not at hand: what they reached is not known. */
    List<String> missing(RunRecord run) {
        List<String> missing = new ArrayList<>();
        for (Reused reused : run.search().reused()) {
            if (!byId.containsKey(reused.run())) {
                missing.add(reused.run());
            }
        }
        return missing;
    }
}
