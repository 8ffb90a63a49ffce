package io.modeltracking.registry;

import io.modeltracking.gate.ExperimentPattern;
import io.modeltracking.gate.GateResult;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which runs of a build can become versions.
 *
 * @param runs of this build and module
 * @param results of its gates
 */
public record Candidates(List<RunRecord> runs, List<GateResult> results) {

    public Candidates {
        runs = List.copyOf(runs);
        results = List.copyOf(results);
    }

    /**
     * The accepted runs of each experiment that a gate concerns, the latest attempt of each test; of a run and its repeat, which
     * are the same, the first, and neither when the repeat found that they are not.
     *
     * @param experiments names, with {@code *} for any characters
     */
    public Map<String, List<RunRecord>> gated(List<String> experiments) {
        Map<String, Map<String, RunRecord>> latest = new TreeMap<>();
        runs.stream()
                .filter(run -> run.started().parent() == null)
                .filter(run -> !run.started().links().containsKey("repeatOf"))
                .filter(run -> results.stream().anyMatch(result -> result.gate().concerns(run.experiment())))
                .filter(run -> experiments.stream()
                        .map(ExperimentPattern::new)
                        .anyMatch(pattern -> pattern.matches(run.experiment())))
                .sorted(Comparator.comparingInt((RunRecord run) -> run.started().attempt())
                        .thenComparing(run -> run.started().time()))
                .forEach(run -> latest.computeIfAbsent(run.experiment(), name -> new TreeMap<>())
                        .put(test(run), run));
        Map<String, List<RunRecord>> accepted = new TreeMap<>();
        latest.forEach((experiment, tests) -> accepted.put(
                experiment,
                tests.values().stream()
                        .filter(Candidates::isAccepted)
                        .filter(run -> !differs(run))
                        .toList()));
        return accepted;
    }

    private static String test(RunRecord run) {
        return run.started().uniqueId() == null
                ? run.id()
                : run.started().testClass() + "#" + run.started().uniqueId();
    }

    static boolean isAccepted(RunRecord run) {
        return run.status() == Status.FINISHED && run.verdict() != Verdict.REJECTED;
    }

    /** Whether the run was made twice and was not the same. */
    private boolean differs(RunRecord run) {
        return runs.stream()
                .anyMatch(other -> run.id().equals(other.started().links().get("repeatOf")) && !isAccepted(other));
    }

    /** What the gates say of an experiment. */
    List<GateResult> gates(String experiment) {
        return results.stream()
                .filter(result -> result.gate().concerns(experiment))
                .toList();
    }

    /** Why the gates keep an experiment's winner out; empty when they hold. */
    public List<String> violations(String experiment) {
        return gates(experiment).stream()
                .filter(result -> !result.passed())
                .map(GateResult::toString)
                .toList();
    }

    /**
     * An accepted run by the beginning of its id.
     *
     * @throws RegistryException listing the candidates when it is none of this build, ambiguous or not accepted
     */
    public RunRecord run(String prefix) {
        List<RunRecord> found =
                runs.stream().filter(run -> run.id().startsWith(prefix)).toList();
        if (found.size() != 1) {
            List<RunRecord> shown = found.isEmpty()
                    ? runs.stream().filter(Candidates::isAccepted).toList()
                    : found;
            throw new RegistryException("-Drun=" + prefix + " names " + found.size() + " runs of this build: "
                    + shown.stream()
                            .map(run -> run.shortId() + " (" + run.experiment() + ", " + run.status() + ")")
                            .collect(Collectors.joining(", ")));
        }
        RunRecord run = found.get(0);
        if (!isAccepted(run)) {
            throw new RegistryException("Run " + run.shortId() + " was not accepted ("
                    + (run.verdict() == Verdict.REJECTED ? "REJECTED" : run.status())
                    + "): only accepted runs become versions");
        }
        if (differs(run)) {
            throw new RegistryException("Run " + run.shortId() + " was made again by @Reproducible and differed:"
                    + " seed everything that is drawn, and run it again");
        }
        return run;
    }
}
