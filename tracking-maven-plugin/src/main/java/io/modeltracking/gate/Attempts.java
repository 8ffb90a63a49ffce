package io.modeltracking.gate;

import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The runs of one experiment as gates see them: of several attempts at the same test the latest, without the runs nested
 * in others; a study is one run.
 *
 * @param accepted finished, and not rejected by their requirements
 * @param expected to be rejected, and rejected: their test passed, but they are no candidates
 * @param others that ended in another way, or not yet
 * @param superseded by a later attempt
 */
record Attempts(
        String experiment,
        List<RunRecord> accepted,
        List<RunRecord> expected,
        List<RunRecord> others,
        List<RunRecord> superseded) {

    private static final Comparator<RunRecord> BY_ATTEMPT = Comparator.<RunRecord>comparingInt(
                    run -> run.started().attempt())
            .thenComparing(run -> run.started().time())
            .thenComparing(RunRecord::id);

    private record Test(String module, String testClass, String method, String uniqueId) {}

    /** One a name, by name. */
    static List<Attempts> of(List<RunRecord> runs) {
        Map<String, List<RunRecord>> byExperiment = new TreeMap<>();
        for (RunRecord run : runs) {
            if (run.started().parent() == null) {
                byExperiment
                        .computeIfAbsent(run.experiment(), name -> new ArrayList<>())
                        .add(run);
            }
        }
        List<Attempts> all = new ArrayList<>();
        byExperiment.forEach((name, itsRuns) -> all.add(of(name, itsRuns)));
        return all;
    }

    private static Attempts of(String experiment, List<RunRecord> runs) {
        Map<Object, RunRecord> latest = new LinkedHashMap<>();
        List<RunRecord> superseded = new ArrayList<>();
        List<RunRecord> inOrder = new ArrayList<>(runs);
        inOrder.sort(BY_ATTEMPT);
        for (RunRecord run : inOrder) {
            RunRecord earlier = latest.put(test(run), run);
            if (earlier != null) {
                superseded.add(earlier);
            }
        }
        Attempts attempts =
                new Attempts(experiment, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), superseded);
        latest.values().forEach(attempts::sort);
        return attempts;
    }

    private static Object test(RunRecord run) {
        String uniqueId = run.started().uniqueId();
        return uniqueId == null
                ? run.id()
                : new Test(
                        Objects.toString(run.started().module(), ""),
                        Objects.toString(run.started().testClass(), ""),
                        Objects.toString(run.started().method(), ""),
                        uniqueId);
    }

    private void sort(RunRecord run) {
        if (run.status() != Status.FINISHED) {
            others.add(run);
        } else if (run.verdict() == Verdict.REJECTED) {
            expected.add(run);
        } else {
            accepted.add(run);
        }
    }

    /** Whether nothing but rejections that were expected came of it. */
    boolean onlyExpectedRejections() {
        return accepted.isEmpty() && others.isEmpty() && !expected.isEmpty();
    }
}
